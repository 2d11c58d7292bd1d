"""What pages say of addresses that have moved, against the finished site: the old place is gone, the new one is there.

A page tells of a move by a link with `data-moved`, the old address. The link leads to the new one.
"""

from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

MARK = "data-moved"
MEND = "Mend data/moved.yml:"
DEAD_LINKS = "These links lead to no page of the site, or to no place on that page. Correct them in data/ or docs/:"
# Links of the A to Z are looked at where the search list is made, which knows what they are for.
LEFT_TO_SEARCH = "/search/"
OLD_LINKS = "These pages link to an address that has moved. Let them lead to the new place:"


@dataclass(frozen=True)
class Move:
    """An old address and a new one, both as `/charter/#kindness-1`."""

    old: str
    new: str


def moves(site: Path) -> list[Move]:
    """Every move that a page of a built site tells of."""
    return _told(_pages(site))


def _told(pages: dict[str, "_Page"]) -> list[Move]:
    return [Move(old, new) for address, page in pages.items() for old, new in page.moves(address)]


def wrong(site: Path) -> list[str]:
    """What is wrong with them, as lines for an editor."""
    pages = _pages(site)
    found = _told(pages)
    told = [said for move in found for said in _mistakes(move, pages, site)]
    gone = {move.old for move in found}
    linked = [
        f"  {address} links to {target}" for address, page in sorted(pages.items()) for target in page.targets(address) if target in gone
    ]
    dead = [
        f"  {address} links to {target}"
        for address, page in sorted(pages.items())
        if address != LEFT_TO_SEARCH
        for target in page.targets(address)
        if target not in gone and _is_dead(target, pages)
    ]
    parts = [(MEND, told), (OLD_LINKS, linked), (DEAD_LINKS, dead)]
    return [line for heading, lines in parts if lines for line in (heading, *lines)]


def _is_dead(target: str, pages: dict[str, "_Page"]) -> bool:
    """Whether an address is one of a page of this site that is not there, or of a place that its page does not have."""
    page, _, place = target.partition("#")
    if not (page.startswith("/") and page.endswith("/")):
        return False  # another host, or a file
    return page not in pages or bool(place and not pages[page].ids[place])


def _mistakes(move: Move, pages: dict[str, "_Page"], site: Path) -> list[str]:
    said = []
    page, _, place = move.old.partition("#")
    if place and pages[page].ids[place] > 1:
        said.append(f"  from: {move.old} is still there. Take this entry out, or take the place away from its page")
    page, _, place = move.new.partition("#")
    there = pages[page].ids[place] if page in pages and place else page in pages or (site / page.lstrip("/")).is_file()
    if not there:
        said.append(f"  to: {move.new} is not there (the entry from: {move.old}). Write an address of this site that is")
    return said


def _pages(site: Path) -> dict[str, "_Page"]:
    """Every page of a built site, by its address."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        folder = file.parent.relative_to(site).as_posix()
        found["/" if folder == "." else f"/{folder}/"] = _Page(file.read_text(encoding="utf-8"))
    return found


class _Page(HTMLParser):
    """The ids of a page, its links, and those of its links that tell of a move, each with the old address."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.told: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids[given.get("id", "")] += 1
        if tag == "a" and MARK in given:
            self.told.append((given[MARK], given["href"]))
        elif tag == "a" and "href" in given:
            self.links.append(given["href"])

    def moves(self, address: str) -> list[tuple[str, str]]:
        """Old and new address of each move that the page, which stands at `address`, tells of."""
        return [(old, _whole(address, new)) for old, new in self.told]

    def targets(self, address: str) -> list[str]:
        """Where its other links lead, each also without the place on the page there. (Its skip link leads to the page itself.)"""
        whole = [_whole(address, link) for link in self.links]
        return sorted({*whole, *(urldefrag(target).url for target in whole)} - {address})


def _whole(address: str, link: str) -> str:
    """A link as an address below the site's root; one to another host stays as it is."""
    return unquote(urljoin(address, link))
