"""`python -m publish`: check, build beside the site, finish, and only then move the result into place.

Whatever goes wrong before the last step, the site that was there stays as it was.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from publish.addresses import PROMISED, missing
from publish.plain_text import write_plain_text
from publish.tidy import tidy

GONE = """These addresses were promised and are gone. Bring each back, or links to it will die.
If it has to go, take its line out of data/addresses.txt:"""


def main(arguments: list[str] | None = None) -> int:
    """Build the site; the exit status is 0 where it is in place."""
    parser = argparse.ArgumentParser(prog="python -m publish", description="Build the whole site.")
    parser.add_argument("--project", type=Path, default=Path(), help="the project's folder (this one, if left out)")
    parser.add_argument("--to", type=Path, help="where the site goes (site/ in the project, if left out)")
    given = parser.parse_args(arguments)
    site = (given.to or given.project / "site").resolve()
    beside = site.with_name(f"{site.name}.new")
    try:
        return _publish(given.project, site, beside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _publish(project: Path, site: Path, beside: Path) -> int:
    if not _build(project, beside):
        return 1
    write_plain_text(beside)
    gone = missing(beside, project / PROMISED)
    if gone:
        print(GONE, file=sys.stderr)
        print("\n".join(f"  {address}" for address in gone), file=sys.stderr)
        return 1
    removed = tidy(beside)
    _move(beside, site)
    pages = len(list(site.rglob("index.html")))
    print(f"The site is in {site}: {pages} pages. {removed} files that no page uses were left out.")
    return 0


def _build(project: Path, beside: Path) -> bool:
    """Run MkDocs, strictly. What it finds wrong goes to the editor; its chatter does not.

    (Its own --quiet would hide warnings from --strict too, and let a dead link through.)
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(beside)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=environment, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        told = (done.stdout + done.stderr).splitlines()
        print("\n".join(line for line in told if not line.startswith("INFO")), file=sys.stderr)
    return done.returncode == 0


def _move(beside: Path, site: Path) -> None:
    """Put the new site in place of the old one, which is gone only after the new one stands."""
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    beside.rename(site)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
