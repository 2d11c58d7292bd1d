"""What a finished page has to be found by: its title, its headings with an address, and the text
below each.
"""

from dataclasses import dataclass
from html.parser import HTMLParser

HEADINGS = {"h1", "h2", "h3", "h4", "dt"}
# Elements that never hold text, so that nothing ends them.
EMPTY = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
# Ways to other pages, drawings, controls, figures, and what waits for a script.
LEFT_OUT = {"button", "fieldset", "nav", "script", "style", "svg", "table", "template"}
# Lists of sources, of single words and of files, the search itself, what is the same below many
# headings, and what repeats another page:
# cards of stories, sheets to print, what has moved from a page, what is new, what is missing, and
# addresses to copy.
LEFT_OUT_CLASSES = {
    "sources",
    "looked-for",
    "files",
    "a-to-z",
    "search",
    "verdict",
    "story",
    "sheet",
    "moved",
    "news",
    "to-do",
    "address",
}


@dataclass
class Place:
    """A page (`id` is empty) or a heading on it, with the text that follows up to the next."""

    id: str
    title: str
    text: str = ""


def places(page: str) -> list[Place]:
    """The page itself, then its headings that have an address, in their order."""
    reader = _Places()
    reader.feed(page)
    title = reader.title.rsplit(" | ", 1)[0]  # without the site's own name behind it
    first = " ".join(reader.first.title.split())
    repeated = first in f"{title} {reader.description}"
    page_itself = Place(
        "", title, f"{reader.description} {'' if repeated else first} {reader.first.text}"
    )
    found = [page_itself, *reader.found]
    for place in found:
        place.title, place.text = " ".join(place.title.split()), " ".join(place.text.split())
    return found


def sayings(page: str) -> list[tuple[str, str]]:
    """Each link in the A to Z, a section of that class, with the words in the <q> before it; no
    words, where its item has none.
    """
    reader = _Sayings()
    reader.feed(page)
    return reader.found


class _Places(HTMLParser):
    """Reads the main part of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.description = ""
        self.first = Place("", "")  # the first heading, h1, and the text before the next
        self.found: list[Place] = []
        self.inside = ""  # "title" or "main"
        self.left_out = 0  # open elements inside what is left out
        # the address of a part that has had no text yet: its first heading stands for it
        self.near = ""
        self.heading: tuple[str, Place] | None = None  # the open heading

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name") == "description":
            self.description = given["content"]
        if tag in ("title", "main") and not self.inside:
            self.inside = tag
        elif self.left_out or _is_left_out(tag, given):
            self.left_out += tag not in EMPTY
        elif self.inside == "main":
            self._enter(tag, given.get("id", ""))

    def _enter(self, tag: str, name: str) -> None:
        self.near = name or self.near
        if tag == "h1":
            self.heading = (tag, self.first)
        elif tag in HEADINGS and self.near:
            self.heading = (tag, Place(self.near, ""))
            self.found.append(self.heading[1])
        if self.heading:
            self.near = ""
        self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.left_out:
            self.left_out -= 1
        elif self.heading and self.heading[0] == tag:
            self.heading = None
        if tag == self.inside:
            self.inside = ""
        self._add(" ")

    def handle_data(self, data: str) -> None:
        if self.inside == "title" and not self.left_out:
            self.title += data
        elif self.inside == "main" and not self.left_out:
            if data.strip():
                self.near = ""
            self._add(data)

    def _add(self, text: str) -> None:
        if self.heading:
            self.heading[1].title += text
        else:
            (self.found[-1] if self.found else self.first).text += text


class _Sayings(HTMLParser):
    """Reads the A to Z."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.inside = False
        self.words = ""
        self.in_words = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.inside = self.inside or (tag == "section" and given.get("class") == "a-to-z")
        if tag == "li":
            self.words = ""
        self.in_words = tag == "q" or self.in_words
        if self.inside and tag == "a":
            self.found.append((" ".join(self.words.split()), given["href"] or ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "section"
        self.in_words = self.in_words and tag != "q"

    def handle_data(self, data: str) -> None:
        if self.in_words:
            self.words += data


def _is_left_out(tag: str, given: dict[str, str]) -> bool:
    return tag in LEFT_OUT or bool(LEFT_OUT_CLASSES & set(given.get("class", "").split()))
