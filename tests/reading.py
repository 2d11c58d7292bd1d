"""How a page reads: its sentences, its grade, and the short forms that it does not explain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import syllapy
from lxml import html

from tests.project import charter
from tests.site import Page

# Words of others, names and lists of sources are not ours to shorten; headings and labels are no sentences.
NOT_OURS = ".//*[contains(@class, 'source-words') or contains(@class, 'sources') or self::nav]"
BLOCKS = ("p", "li", "dd", "td")
# Known by this name to everyone, and never written out by the body itself.
EVERYDAY = {"NHS", "AA", "PDF"}  # AA is the name of a level in the accessibility guidelines


@dataclass(frozen=True)
class Reading:
    """Figures of one page. `grade` is the Flesch-Kincaid grade: years of school in the United States."""

    sentences: int
    average: float
    longest: int
    longest_sentence: str
    grade: float


def blocks(page: Page) -> Iterator[str]:
    """The text of each paragraph, list item and cell of a page's main part, in our own words only."""
    for part in _ours(page).iter(*BLOCKS):
        own = html.fromstring(html.tostring(part, with_tail=False, encoding="unicode"))
        for inner in own.xpath(" | ".join(f".//{name}" for name in BLOCKS) + " | .//dl | .//h3 | .//h4"):
            if inner.getparent() is not None:
                inner.drop_tree()
        if text := " ".join(own.text_content().split()):
            yield text


def _ours(page: Page) -> html.HtmlElement:
    """A copy of the main part without the words of others."""
    main = html.fromstring(html.tostring(page.main, encoding="unicode"))
    for part in main.xpath(NOT_OURS):
        if part.getparent() is not None:
            part.drop_tree()
    return main


@cache
def names() -> re.Pattern[str]:
    """Names of bodies, places and papers, longest first."""
    known = {charter().site.name, charter().site.area}
    known |= {organisation.name for organisation in charter().organisations}
    known |= {entry.full for entry in charter().glossary}
    known |= {source.publisher for source in charter().sources} | {source.title for source in charter().sources}
    known |= {name for place in charter().area.places for name in (place.name, place.council)}
    known |= {story.place for story in charter().case_studies}
    capitalised = [name for name in known if name[:1].isupper() and len(re.findall(r"\b[A-Z]", name)) > 1]
    return re.compile("|".join(re.escape(name) for name in sorted(capitalised, key=len, reverse=True)))


def sentences(page: Page) -> list[str]:
    """Every sentence of three words or more, with each name as one short word."""
    found = []
    for block in blocks(page):
        plain = names().sub("Name", block)
        found += [part for part in re.split(r"(?<=[.!?…])[\"')”’]*\s+", plain) if len(words(part)) >= 3]
    return found


def words(text: str) -> list[str]:
    """The words of a text; a number counts as one."""
    return re.findall(r"[A-Za-z0-9][\w'’-]*", text)


def syllables(word: str) -> int:
    """Syllables of a word; at least one. The parts of co-production are counted one by one."""
    return max(1, sum(syllapy.count(part) or 1 for part in re.split(r"[-'’]", word.lower()) if len(part) > 1))


def read(page: Page) -> Reading:
    """The figures of a page."""
    found = sentences(page)
    assert found, f"{page.name} has no sentence to read"
    lengths = [len(words(sentence)) for sentence in found]
    total = sum(lengths)
    beats = sum(syllables(word) for sentence in found for word in words(sentence))
    grade = 0.39 * total / len(found) + 11.8 * beats / total - 15.59
    longest = max(range(len(found)), key=lengths.__getitem__)
    return Reading(len(found), total / len(found), lengths[longest], found[longest], grade)


def unexplained_short_forms(page: Page) -> list[str]:
    """Short forms in capitals whose first use on the page does not stand in brackets behind the full words."""
    text = " ".join(_ours(page).text_content().split())
    found = dict.fromkeys(re.findall(r"\b[A-Z][a-z]?[A-Z]+s?\b", text))
    # A list of words explained may use a form before it comes to it: it stands there in the alphabet.
    defined = {entry.text_content() for entry in page.main.xpath(".//dl[@class='glossary']//dt")}
    return [short for short in found if short not in EVERYDAY | defined and not _explained(short, text)]


def _explained(short: str, text: str) -> bool:
    first = next(re.finditer(rf"\b{short}\b", text)).start()
    before = text.rfind("(", 0, first)
    return before != -1 and ")" not in text[before:first] and text[before:first].count(" ") <= 1
