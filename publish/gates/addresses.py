"""No link dies: the promised addresses and ids, and what a built site has.

`python -m publish.gates.addresses` adds what is new on the built site to the list. It never takes
anything out.
"""

import sys
from collections import Counter
from pathlib import Path

from publish.gates.links import moves
from publish.site import Built, read

# One address a line: /charter/ for a page, /charter/#kindness-1 for a place on it,
# /formats/charter.txt for a file.
PROMISED = Path("data/addresses.txt")

GONE = """These addresses were promised and are gone. Bring each back, or links that people have made will die.
If one has to go, write this into data/moved.yml, and fill in where it went (an address such as /charter/), since what day, and why:"""
ENTRY = '- from: {address}\n  to: ""\n  since: ""\n  why: ""'
FILES = "These are files, and no page can stand in their place. Put each back:"


def missing(built: Built, promised: Path) -> list[str]:
    """The promised addresses that the site does not have. The page that says where a page went
    answers for all places on that.
    """
    have = set(addresses(built))
    pages = {move.old for move in moves(built) if move.old.endswith("/")}
    return [
        address
        for address in _listed(promised)
        if address not in have and address.partition("#")[0] not in pages
    ]


def told(gone: list[str]) -> list[str]:
    """What an editor has to write for addresses that are gone, as lines; nothing, where none is."""
    pages = {address for address in gone if address.endswith("/")}
    entries = [
        address
        for address in gone
        if address in pages or ("#" in address and address.partition("#")[0] not in pages)
    ]
    files = [address for address in gone if address not in pages and "#" not in address]
    written = [GONE, *(ENTRY.format(address=address) for address in entries)] if entries else []
    return written + ([FILES, *(f"  {address}" for address in files)] if files else [])


def doubled(built: Built) -> list[str]:
    """The ids that stand twice on one page, so that a link to the second never arrives. Each in
    words for an editor.
    """
    counted = Counter(addresses(built))
    remedy = "Two records of that page, or a record and a heading, have this id. Change one of them"
    return [
        f"{address} stands twice. {remedy}."
        for address, times in sorted(counted.items())
        if times > 1
    ]


def _listed(promised: Path) -> list[str]:
    """The list; a new project has promised nothing yet."""
    return promised.read_text(encoding="utf-8").split() if promised.exists() else []


def addresses(built: Built) -> list[str]:
    """Every page of a built site, every place in its main part, every text, PDF, CSV and packed
    file, and all open data, sorted.
    """
    site, ends = built.folder, ("txt", "pdf", "csv", "zip")
    files = {
        file
        for end in ends
        for file in site.rglob(f"*.{end}")
        if file.parent != site and "assets" not in file.parts
    }
    files |= {file for file in (site / "api").rglob("*.*") if file.is_file()}
    found = [f"/{file.relative_to(site).as_posix()}" for file in files]
    for address, page in built.pages.items():
        found += [address, *(f"{address}#{place}" for place in page.places)]
    return sorted(found)


def _add_new() -> int:
    known = set(_listed(PROMISED))
    new = set(addresses(read(Path("site")))) - known
    PROMISED.write_text(
        "".join(f"{address}\n" for address in sorted(known | new)), encoding="utf-8"
    )
    print(f"{len(new)} new addresses are promised now, {len(known | new)} in all.")
    return 0


if __name__ == "__main__":
    sys.exit(_add_new())
