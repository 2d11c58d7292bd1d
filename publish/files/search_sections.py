"""What a finished page has to be found by: its title, its headings with an address, and the text
below each.
"""

from dataclasses import dataclass
from typing import Any

from charter.site_facts import CLASSES_NOT_SEARCHED, IDS_NOT_FOR_LINKS
from publish.site import has_class

HEADINGS = {"h1", "h2", "h3", "h4", "dt"}
# Ways to other pages, drawings, controls, figures, and what waits for a script.
LEFT_OUT = {"button", "fieldset", "nav", "script", "style", "svg", "table", "template"}


@dataclass
class Section:
    """A page (`id` is empty) or a heading on it, with the text that follows up to the next."""

    id: str
    title: str
    text: str = ""


def sections(tree: Any) -> list[Section]:
    """The page itself, then its headings that have an address, in their order."""
    reader = _Reader()
    for main in tree.xpath("//main[1]"):
        reader.read(main)
    for section in [reader.first, *reader.found]:
        section.title, section.text = _tidy(section.title), _tidy(section.text)
    title = tree.xpath("string(//title)").rsplit(" | ", 1)[0]  # without the site's own name
    description = tree.xpath("string(//meta[@name='description']/@content)")
    first = "" if reader.first.title in f"{title} {description}" else reader.first.title
    text = _tidy(f"{description} {first} {reader.first.text}")
    return [Section("", _tidy(title), text), *reader.found]


class _Reader:
    """Reads the main part of a page."""

    def __init__(self) -> None:
        self.first = Section("", "")  # the first heading, h1, and the text before the next
        self.found: list[Section] = []
        # The id of a part that has had no text yet: its first heading stands for it.
        self.near = ""
        self.heading: Section | None = None  # the open heading

    def read(self, element: Any) -> None:
        """Read what stands in an element."""
        self._add(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and not _is_left_out(child):
                outer = self.heading
                self._enter(child)
                self.read(child)
                self.heading = outer
            self._add(" ")
            self._add(child.tail or "")

    def _enter(self, element: Any) -> None:
        place = element.get("id", "")
        self.near = self.near if place.startswith(IDS_NOT_FOR_LINKS) else place or self.near
        if element.tag == "h1":
            self.heading = self.first
        elif element.tag in HEADINGS and self.near:
            self.heading = Section(self.near, "")
            self.found.append(self.heading)
        if self.heading:
            self.near = ""
        self._add(" ")

    def _add(self, text: str) -> None:
        if text.strip():
            self.near = ""
        if self.heading:
            self.heading.title += text
        else:
            (self.found[-1] if self.found else self.first).text += text


def _is_left_out(element: Any) -> bool:
    # On a page in another language, the English stands beside it.
    if element.get("lang") == "en-GB":
        return True
    return element.tag in LEFT_OUT or has_class(element, *CLASSES_NOT_SEARCHED)


def _tidy(text: str) -> str:
    return " ".join(text.split())
