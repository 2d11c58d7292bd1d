"""Gate for published addresses: a page, id or file that was promised stays, or says where it went.

`python -m publish.gates.addresses` adds what is new on the built site to the list, when the site is
published. It never takes anything out.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from charter import our_files
from charter.command_line import run_command
from charter.problems import ProblemsFound
from charter.site_facts import IDS_NOT_FOR_LINKS, OPEN_DATA_FOLDER, RETIRED
from publish.gates.links import redirects
from publish.site import Page, Site

# One address a line: /charter/ for a page, /charter/#kindness-1 for a place on it,
# /formats/charter.txt for a file.
PROMISED = Path("data/addresses.txt")
FILES = ("txt", "pdf", "csv", "zip", "docx", "epub")

GONE = (
    "These addresses were promised and are gone. Bring each back, or links that people have made"
    " will die.\nIf one has to go, write this into data/moved.yml, and fill in where it went (an"
    " address such as /charter/), since what day, and why:"
)
ENTRY = '- from: {address}\n  to: ""\n  since: ""\n  why: ""'
GONE_FILES = "These are files, and no page can stand in their place. Put each back:"


def check(site: Site, project: Path, pdf: bool = True) -> list[str]:
    """What an editor has to write for promised addresses that the site does not have. Without `pdf`
    no PDF file is missed.
    """
    gone = missing(site, project / PROMISED)
    return report([address for address in gone if pdf or not address.endswith(".pdf")])


def missing(site: Site, promised: Path) -> list[str]:
    """The promised addresses that the site does not have. A page that says where it went, or that
    it is no longer in use, answers for all places on it.
    """
    have = set(addresses(site))
    moved = {redirect.old for redirect in redirects(site) if redirect.old.endswith("/")}
    moved |= {page.address for page in site.pages.values() if page.find(f"//main//*[@{RETIRED}]")}
    return [
        address
        for address in _listed(promised)
        if address not in have and address.partition("#")[0] not in moved
    ]


def report(gone: list[str]) -> list[str]:
    """Lines for an editor about addresses that are gone; none, where none is. A page stands for all
    places on it.
    """
    pages = {address for address in gone if address.endswith("/")}
    files = [address for address in gone if "#" not in address and address not in pages]
    entries = [
        ENTRY.format(address=address)
        for address in gone
        if address in pages or ("#" in address and address.partition("#")[0] not in pages)
    ]
    return ([GONE, *entries] if entries else []) + (
        [GONE_FILES, *(f"  {address}" for address in files)] if files else []
    )


def check_unique(site: Site) -> list[str]:
    """Ids that stand twice on one page, so that a link to the second never arrives."""
    remedy = "Two records of that page, or a record and a heading, have this id. Change one of them"
    return [
        f"{address} stands twice. {remedy}."
        for address, times in sorted(Counter(addresses(site)).items())
        if times > 1
    ]


def addresses(site: Site) -> list[str]:
    """Every page of a built site, every anchor in its main part, every text, PDF, CSV and packed
    file, and all open data, sorted.
    """
    files = {
        file
        for end in FILES
        for file in site.folder.rglob(f"*.{end}")
        if file.parent != site.folder and "assets" not in file.parts
    }
    files |= {file for file in (site.folder / OPEN_DATA_FOLDER).rglob("*.*") if file.is_file()}
    found = [f"/{file.relative_to(site.folder).as_posix()}" for file in files]
    for page in site.pages.values():
        found += [page.address, *(f"{page.address}#{anchor}" for anchor in _anchors(page))]
    return sorted(found)


def _anchors(page: Page) -> list[str]:
    """The ids that people may link to."""
    found = page.find("//main/descendant-or-self::*/@id")
    return [anchor for anchor in found if not anchor.startswith(IDS_NOT_FOR_LINKS)]


def _listed(promised: Path) -> list[str]:
    """The list; a new project has promised nothing yet."""
    return promised.read_text(encoding="utf-8").split() if promised.exists() else []


def add_new() -> int:
    """Add what is new on the built site to the list."""
    known = set(_listed(PROMISED))
    site = Site(Path("site"))
    if not site.pages:
        print("There is no site in site/. Say make site first.", file=sys.stderr)
        return 1
    new = set(addresses(site)) - known
    lines = "".join(f"{address}\n" for address in sorted(known | new))
    _, refused = our_files.write({PROMISED: lines}, PROMISED.parent, _is_a_list)
    if refused:
        raise ProblemsFound(refused)
    print(f"{len(new)} new addresses are promised now, {len(known | new)} in all.")
    return 0


def _is_a_list(_: Path, text: str) -> bool:
    return all(re.fullmatch(r"/\S*", line) for line in text.splitlines())


if __name__ == "__main__":
    sys.exit(run_command(add_new))
