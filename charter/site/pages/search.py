"""The search page, with its A to Z of everything that the site has."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from charter.model import Charter, GlossaryEntry
from charter.site.list_pages import LINES, ListPage, count
from charter.site.pages.page import Content, Here, piece
from charter.site.pages.progress import STATE

ARTICLE = re.compile(r"^(a|an|the) ")
# So many pages may be written by hand before a page of the A to Z has more than LINES lines.
BY_HAND = 50
# A word with a capital letter behind its first letter.
SHORT_FORM = re.compile(r"\S+[A-Z]\S*")


@dataclass(frozen=True)
class Line:
    """One line of the A to Z: a link by its name to an address below the site's root, and what the
    link says after the name.
    """

    name: str
    address: str
    after: str = ""

    @property
    def key(self) -> str:
        """What the line is sorted by: without accents, signs and a first "the"."""
        plain = unicodedata.normalize("NFKD", self.name).casefold()
        return ARTICLE.sub("", re.sub(r"[^\w\s]|_", "", plain).strip(), count=1)

    @property
    def letter(self) -> str:
        """The letter that the line stands under; figures stand together."""
        first = self.key[:1].upper()
        return first if first.isalpha() else "0 to 9"


@dataclass(frozen=True)
class Letter:
    """The lines that start with one letter."""

    name: str
    lines: list[Line]

    @property
    def id(self) -> str:
        """The letter's place on the page; letters come and go, so nobody promises it."""
        return f"letter-{self.name.split()[0].casefold()}"


@piece
def search(charter: Charter, here: Here, number: str = "1") -> Content:
    """The box that searches, and a page of the A to Z."""
    page = ListPage("search/", int(number), pages(charter))
    lines = sorted(
        _lines(charter, here.titles), key=lambda line: (line.letter, line.key, line.address)
    )
    size = ceil(len(lines) / page.count)
    shown = lines[size * (page.number - 1) :][:size]
    letters = [
        Letter(name, list(group)) for name, group in groupby(shown, lambda each: each.letter)
    ]
    first = {line.letter: at // size + 1 for at, line in reversed(list(enumerate(lines)))}
    jumps = [
        (name, "" if at == page.number else here.root + page.address(at), Letter(name, []).id)
        for name, at in reversed(first.items())
    ]
    return Content(page.of("A to Z"), letters=letters, jumps=jumps, page=page)


def pages(charter: Charter) -> int:
    """How many pages the A to Z has, with room on each for pages that are written by hand."""
    return count(len(list(_lines(charter, {}))) + BY_HAND, LINES)


def names(charter: Charter, titles: Mapping[str, str]) -> dict[str, str]:
    """What links call each page and record, by its address below the site's root."""
    return {line.address: line.name for line in _lines(charter, titles)}


def _lines(charter: Charter, titles: Mapping[str, str]) -> Iterator[Line]:
    """Every page, value, pledge, priority, story, checklist, recording, film and word once."""
    yield from (Line(title, address) for address, title in titles.items())
    if charter.is_measured:
        yield Line(STATE, "progress/year/")
    yield from (Line(value.name, f"charter/#{value.id}") for value in charter.values)
    for pledge in charter.pledges:
        yield Line(
            pledge.short,
            f"charter/{pledge.id}/",
            f" ({charter.pledge_name(pledge)})" * charter.site.numbered,
        )
    if charter.priorities:
        yield Line(charter.home.priorities_heading, "priorities/")
    yield from (Line(each.name, f"priorities/#{each.id}") for each in charter.priorities)
    yield from (Line(story.title, f"case-studies/{story.id}/") for story in charter.case_studies)
    yield from (
        Line(occasion.checklist, f"did-we/{occasion.id}/") for occasion in charter.occasions
    )
    yield from (Line(charter.called(each), each.page) for each in charter.played)
    yield from (_word(entry) for entry in charter.glossary)


def _word(entry: GlossaryEntry) -> Line:
    """A word that is explained; a short form stands in full, as it has to where it first stands on
    a page.
    """
    is_short_form = SHORT_FORM.fullmatch(entry.short)
    name = f"{entry.full} ({entry.short})" if is_short_form else entry.short
    return Line(name, f"glossary/#{entry.id}", ": meaning")
