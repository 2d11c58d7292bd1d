"""The pages of a built site, each read once: its ids, where its links lead, and what it says of
addresses that have moved.
"""

from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

# A link with this mark tells of a move: the mark has the old address, and the link leads to the new
# one.
MOVED = "data-moved"
# Ids of drawings are not places that anyone links to. Letters of an A to Z come and go with its
# words.
NO_PLACES = ("art-", "letter-")


class Page(HTMLParser):
    """The ids of a page, those that people may link to in the order of its main part, its links,
    and the moves that it tells of.
    """

    def __init__(self, address: str, html: str) -> None:
        super().__init__()
        self.address = address
        self.ids: Counter[str] = Counter()
        self.places: list[str] = []
        self.moves: list[tuple[str, str]] = []
        self._links: list[str] = []
        self._in_main = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser where a tag begins."""
        given = {name: value or "" for name, value in attrs}
        self._in_main = self._in_main or tag == "main"
        if name := given.get("id"):
            self.ids[name] += 1
            self.places += [name] * (self._in_main and not name.startswith(NO_PLACES))
        if tag == "a" and MOVED in given:
            self.moves.append((given[MOVED], self._whole(given["href"])))
        elif tag == "a" and "href" in given:
            self._links.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        """Called by the parser where a tag ends."""
        self._in_main = self._in_main and tag != "main"

    def targets(self) -> list[str]:
        """Where its other links lead, each also without the place on the page there. (Its skip link
        leads to the page itself.)
        """
        whole = [self._whole(link) for link in self._links]
        return sorted({*whole, *(urldefrag(target).url for target in whole)} - {self.address})

    def _whole(self, link: str) -> str:
        """A link as an address below the site's root; one to another host stays as it is."""
        return unquote(urljoin(self.address, link))


@dataclass(frozen=True)
class Built:
    """A built site: its folder, and its pages by their addresses, such as `/charter/`."""

    folder: Path
    pages: dict[str, Page]


def read(site: Path) -> Built:
    """Read every page that stands in a folder."""
    pages = {}
    for file in sorted(site.rglob("index.html")):
        folder = file.parent.relative_to(site).as_posix()
        address = "/" if folder == "." else f"/{folder}/"
        pages[address] = Page(address, file.read_text(encoding="utf-8"))
    return Built(site, pages)
