"""How a page reads: its passages, sentences and words, and its grade."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import syllapy
from lxml import html

from a11y.site import Page
from tests.project import charter

# Words of others, lists of sources, and words that a program looks for in what others write are not
# ours to shorten.
NOT_OURS = ("moved", "source-words", "sources", "looked-for", "official", "a-to-z")
# A menu or a table of contents leads to pages and headings by their words; it holds no sentences of
# its own.
MENUS = ("nav", "header", "footer", "toc")
# Passages that are made of sentences. Headings, labels and the like are none.
BLOCKS = ("p", "li", "dd", "td", "figcaption")
# What stands within a passage and does not end it.
INLINE = {
    "a", "abbr", "b", "br", "cite", "code", "em", "i", "kbd", "mark", "q", "small", "span",
    "strong", "sub", "sup", "text", "time", "tspan",
}  # fmt: skip
# Where a sentence ends.
END = re.compile(r"(?<=[.!?…])[\"')”’]*\s+")
UNSEEN = ("script", "style")
# Names of languages and hints in them are no English words.
ENGLISH = "en-GB"
# An element, and the attribute that speaks for it; an empty name stands for its text.
Part = tuple[html.HtmlElement, str]
SPOKEN = (
    *("aria-label", "aria-description", "aria-roledescription", "aria-valuetext"),
    *("alt", "label", "placeholder", "title"),
)


@dataclass(frozen=True)
class Passage:
    """A stretch of text that is read in one go: a paragraph, a heading, a label. `line` is where it
    stands in the built page.
    """

    tag: str
    text: str
    line: int
    in_main: bool

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each of its sentences starts and ends. A heading or a label is one whole."""
        ends = [found.span() for found in END.finditer(self.text)] if self.tag in BLOCKS else []
        starts, stops = (
            [0, *(end for _, end in ends)],
            [*(start for start, _ in ends), len(self.text)],
        )
        return [(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]

    def span(self, start: int) -> tuple[int, int]:
        """The sentence that a place in the text is in."""
        return next(
            (span for span in self.spans if span[0] <= start < span[1]), (0, len(self.text))
        )

    @cached_property
    def sentences(self) -> list[str]:
        """Its sentences of three words or more, if it is made of sentences."""
        parts = [self.text[start:stop] for start, stop in self.spans if self.tag in BLOCKS]
        return [part for part in parts if len(words(plain(part))) >= 3]


@dataclass(frozen=True)
class Reading:
    """Figures of one page or paragraph. `grade` is the Flesch-Kincaid grade: years of school in the
    United States.
    """

    sentences: int
    average: float
    longest: int
    longest_sentence: str
    grade: float


def passages(page: Page) -> list[Passage]:
    """All that a reader sees or hears of a page, in our own words: text, what speaks for a drawing,
    title and description.
    """
    return _passages(page.document)


# So many pages are looked at again soon; a test that spoils hundreds of copies need not keep them
# all.
@lru_cache(maxsize=100)
def _passages(document: html.HtmlElement) -> list[Passage]:
    found = [Passage(tag, text, 1, False) for tag, text in _head(document)]
    parts: dict[Part, list[str]] = {}
    for part, text in _texts(document.body):
        parts.setdefault(part, []).append(text)
    for (node, _), texts in parts.items():
        if text := " ".join("".join(texts).split()):
            inside = any(above.tag == "main" for above in node.iterancestors())
            found.append(
                Passage("menu" if _in_menu(node) else node.tag, text, node.sourceline or 1, inside)
            )
    return found


def _head(document: html.HtmlElement) -> Iterator[tuple[str, str]]:
    yield from (("title", str(text)) for text in document.xpath("//title/text()"))
    told = "//meta[@name='description' or @property='og:description']/@content"
    yield from (("p", str(text)) for text in document.xpath(told))


def _texts(node: html.HtmlElement) -> Iterator[tuple[Part, str]]:
    """Each piece of text below a node, with the passage that it belongs to."""
    if (
        not isinstance(node.tag, str)
        or node.tag in UNSEEN
        or set(NOT_OURS) & set((node.get("class") or "").split())
        or (node.tag != "html" and node.get("lang", ENGLISH) != ENGLISH)
    ):
        return
    for name, text in node.items():
        if _is_spoken(node, name, str(text)):
            inline = node.tag in INLINE
            yield (_passage(node), "") if inline else (node, str(name)), f" {text} "
    yield (_passage(node), ""), node.text or ""
    for child in node:
        yield from _texts(child)
        yield (_passage(node), ""), (" " if child.tag == "br" else "") + (child.tail or "")


def _is_spoken(node: html.HtmlElement, name: str, text: str) -> bool:
    """Whether an attribute holds words for readers: so do a button's own, and those that wait for a
    script.
    """
    own = name == "value" and node.get("type") in ("button", "submit", "reset")
    waits = name.startswith("data-") and re.match("[A-Z].* ", text)
    return bool(text and (name in SPOKEN or own or waits))


def _passage(node: html.HtmlElement) -> html.HtmlElement:
    while node.tag in INLINE:
        node = node.getparent()
    return node


def _in_menu(node: html.HtmlElement) -> bool:
    return any(
        above.tag in MENUS or above.get("class") in MENUS for above in (node, *node.iterancestors())
    )


def blocks(page: Page) -> Iterator[str]:
    """The text of each paragraph, list item and cell in a page's main part, our own words only."""
    return (passage.text for passage in passages(page) if passage.in_main and passage.tag in BLOCKS)


@cache
def names() -> re.Pattern[str]:
    """Names of bodies, places and papers, longest first."""
    known = {charter().site.name, charter().site.area}
    known |= {organisation.name for organisation in charter().organisations}
    known |= {entry.full for entry in charter().glossary}
    known |= {source.publisher for source in charter().sources} | {
        source.title for source in charter().sources
    }
    known |= {name for place in charter().area.places for name in (place.name, place.council)}
    known |= {story.place for story in charter().case_studies}
    capitalised = [
        name for name in known if name[:1].isupper() and len(re.findall(r"\b[A-Z]", name)) > 1
    ]
    # An area may have no such name yet; then nothing matches.
    return re.compile(
        "|".join(re.escape(name) for name in sorted(capitalised, key=len, reverse=True)) or "(?!)"
    )


def plain(text: str) -> str:
    """A text with each name as one short word."""
    return names().sub("Name", text)


def sentences(page: Page) -> list[str]:
    """Every sentence of three words or more in a page's main part."""
    return [
        sentence for passage in passages(page) if passage.in_main for sentence in passage.sentences
    ]


def words(text: str) -> list[str]:
    """The words of a text; a number counts as one."""
    return re.findall(r"[A-Za-z0-9][\w'’-]*", text)


def syllables(word: str) -> int:
    """Syllables of a word; at least one. The parts of co-production are counted one by one."""
    return max(
        1,
        sum(syllapy.count(part) or 1 for part in re.split(r"[-'’]", word.lower()) if len(part) > 1),
    )


def read(page: Page) -> Reading:
    """The figures of a page."""
    found = sentences(page)
    assert found, f"{page.name} has no sentence to read"
    return measure(found)


def measure(found: list[str]) -> Reading:
    """The figures of some sentences, at least one."""
    counted = [words(plain(sentence)) for sentence in found]
    total = sum(map(len, counted))
    beats = sum(syllables(word) for sentence in counted for word in sentence)
    grade = 0.39 * total / len(found) + 11.8 * beats / total - 15.59
    longest = max(range(len(found)), key=lambda place: len(counted[place]))
    return Reading(len(found), total / len(found), len(counted[longest]), found[longest], grade)
