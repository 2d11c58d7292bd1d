"""What Orca says of one page of each important kind, and the transcripts that people have read and
kept.
"""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from a11y.site import site
from tests.project import charter
from tests.screen_reader import screen_reader

KEPT = Path(__file__).parent.parent / "transcripts"
PAGES = {
    "home": "",
    "pledge": f"charter/{charter().pledges_in_order[0].id}/",
    "area": "area/",
    "did-we": "did-we/",
    "leaflet": "leaflet/",
}
# What Orca adds to the words of a page: roles, and where a list, a table or a landmark begins and
# ends.
ROLE = re.compile(
    r"heading level \d|link|visited link|button|toggle button.*|check ?box.*|radio button.*|not"
    r" selected.*|selected.*|entry.*"
    r"|blank|image|graphic"
    r"|List with \d+ items?|leaving .*|banner|navigation|main content|.*landmark.*|content"
    r" information|form|article|section|status ?bar"
    r"|table with .*|row \d+.*|column \d+.*|block quote|grouping|.*panel|.*region|separator|Page"
    r" has .*|Finished loading .*"
)


@cache
def heard() -> dict[str, list[str]]:
    """All that Orca says of each page, a line for each piece."""
    with screen_reader() as reader:
        return {
            kind: [_anywhere(line) for line in reader.transcript(site().address + path)]
            for kind, path in PAGES.items()
        }


def _anywhere(line: str) -> str:
    """A line without this run's address: pages for paper say where the site is."""
    return line.replace(site().address.split("://")[1].rstrip("/"), "charter.example")


def kept(kind: str) -> list[str]:
    """The transcript that somebody read and kept."""
    return (KEPT / f"{kind}.txt").read_text(encoding="utf-8").splitlines()


def shape(lines: list[str]) -> list[str]:
    """What Orca adds, and for words only that there are some: an editor may change words without
    changing how a page is heard.
    """
    return [
        " | ".join(part if ROLE.fullmatch(part) else "words" for part in line.split(" | "))
        for line in lines[2:]
    ]


def made_with() -> str:
    """The versions that a transcript depends on."""
    orca = (
        subprocess.run(
            ["orca", "--version"], capture_output=True, text=True, check=False
        ).stdout.strip()
        if shutil.which("orca")
        else ""
    )
    return f"Orca {orca.split()[-1].split('-')[0]}" if orca else "no Orca"
