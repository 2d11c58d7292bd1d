"""`python -m publish`: check, build beside the site, finish, and only then move the result into
place.

Whatever goes wrong before the last step, the site that was there stays as it was.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from publish.css.inline import diet
from publish.css.parse import Unreadable
from publish.files import search_index
from publish.files.plain_text import write_plain_text
from publish.files.progress_csv import export, write_progress
from publish.files.social_cards import draw_previews
from publish.gates import addresses, links, weight
from publish.gates.csp import protect
from publish.offline.service_worker import Kept, NotThereError, write_worker
from publish.offline.zip import PACKED, pack
from publish.pdf import make
from publish.site import Site
from publish.swap import bring_back, put_in_place
from publish.tidy import tidy


def main(arguments: list[str] | None = None) -> int:
    """Build the site; the exit status is 0 where it is in place."""
    parser = argparse.ArgumentParser(prog="python -m publish", description="Build the whole site.")
    parser.add_argument(
        "--project", type=Path, default=Path(), help="the project's folder (this one, if left out)"
    )
    parser.add_argument(
        "--to", type=Path, help="where the site goes (site/ in the project, if left out)"
    )
    parser.add_argument(
        "--without-pdf",
        action="store_true",
        help="make no PDF files, and don't look whether sheets hold their words",
    )
    given = parser.parse_args(arguments)
    site = (given.to or given.project / "site").resolve()
    beside = site.with_name(f"{site.name}.new")
    # What a killed run may have left.
    bring_back(site)
    shutil.rmtree(beside, ignore_errors=True)
    try:
        return _publish(given.project, site, beside, pdf=make.ready() and not given.without_pdf)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _publish(project: Path, site: Path, beside: Path, pdf: bool) -> int:
    if not _build(project, beside, pdf):
        return 1
    built = Site(beside)
    if wrong := addresses.check_unique(built) + links.check(built) + export(project, beside):
        return _stop(wrong)
    write_plain_text(beside)
    write_progress(beside)
    draw_previews(beside)
    if lost := search_index.write_index(beside):
        return _stop(lost)
    # Paper first: it needs the styles as files, and all of them.
    if pdf and (too_long := make.make(beside, project)):
        return _stop(too_long)
    if wrong := _lighten(beside):
        return _stop(wrong)
    weights = weight.weigh(beside)
    if heavy := weight.too_heavy(weights):
        return _stop(heavy)
    try:
        kept = _take_along(beside)
    except NotThereError as problem:
        return _stop([str(problem)])
    if gone := addresses.check(built, project / addresses.PROMISED, pdf):
        return _stop(gone)
    removed = tidy(beside)
    put_in_place(beside, site)
    pages = len(list(site.rglob("index.html")))
    print(weight.table(weights))
    print(f"The site is in {site}: {pages} pages. {removed} files that no page uses were left out.")
    print(
        f"{len(kept.files)} files open without a network, for those who ask for it:"
        f" {kept.packed / 1000:.0f} KB to fetch in all."
    )
    print(search_index.told(site))
    print(f"{len(make.PAPERS)} PDF files were made." if pdf else make.MISSING)
    return 0


def _lighten(beside: Path) -> list[str]:
    """Give each page its own style and policy. Returns what can't be, in words for whoever changes
    the theme.
    """
    try:
        diet(beside)
    except Unreadable as wrong:
        return [str(wrong)]
    return protect(beside)


def _stop(told: list[str]) -> int:
    print("\n".join(told), file=sys.stderr)
    return 1


def _take_along(site: Path) -> Kept:
    """What readers can have without a network. Both are made of finished pages, so nothing may
    change a page after this.
    """
    pack(site, site / PACKED)
    return write_worker(site)


def _build(project: Path, beside: Path, pdf: bool) -> bool:
    """Run MkDocs, strictly. What it finds wrong goes to the editor; its chatter does not.

    (Its own --quiet would hide warnings from --strict too, and let a dead link through.)
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(beside)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "MAKES_PDF": str(pdf).lower()}
    done = subprocess.run(
        command, cwd=project, env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        told = (done.stdout + done.stderr).splitlines()
        print("\n".join(line for line in told if not line.startswith("INFO")), file=sys.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
