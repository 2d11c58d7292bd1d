"""One number for a whole built site. Two sites with the same number are the same files, byte by
byte.

`python -m publish.checksum` prints it for `site/`; with `--each`, a line for each file, so that two
sites can be compared.
"""

import argparse
import hashlib
import sys
from pathlib import Path

from charter.command_line import run_command


def each(site: Path) -> list[str]:
    """A line for each file in the order of their paths: its SHA-256 and its path below the site, as
    `sha256sum` writes them.
    """
    files = sorted(
        (file.relative_to(site).as_posix(), file) for file in site.rglob("*") if file.is_file()
    )
    return [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {path}" for path, file in files]


def checksum(site: Path) -> str:
    """The SHA-256 of those lines: it changes with any byte of any file, and with any name."""
    return hashlib.sha256("".join(f"{line}\n" for line in each(site)).encode()).hexdigest()


def parser() -> argparse.ArgumentParser:
    """All that may be said on the command line."""
    whole = argparse.ArgumentParser(
        prog="python -m publish.checksum", description="Print one number for the whole built site."
    )
    whole.add_argument(
        "site",
        type=Path,
        nargs="?",
        default=Path("site"),
        help="the built site (site/, if left out)",
    )
    whole.add_argument("--each", action="store_true", help="print a line for each file instead")
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Print the number, or the lines that it is made of; the exit status is 1 where there is no
    site.
    """
    given = parser().parse_args(arguments)
    if not (given.site / "index.html").is_file():
        print(f"There is no site in {given.site}. Say make site first.", file=sys.stderr)
        return 1
    print("\n".join(each(given.site)) if given.each else checksum(given.site))
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
