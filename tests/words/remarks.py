"""What can be said about the words of a page, and where they were typed."""

from dataclasses import dataclass

from a11y.site import Page
from charter.problems import Problem
from tests.reading import Passage
from tests.words.origins import find, page_source


@dataclass(frozen=True, order=True)
class Remark:
    """One thing to mend: which rule, on which page, and the file, line and field with what is wrong
    and what to write.
    """

    rule: str
    page: str
    problem: Problem


def remark(
    rule: str, page: Page, passage: Passage, said: str, phrase: str = "", start: int = 0
) -> list[Remark]:
    """A remark on `phrase` at `start` of a passage, once for each place where it was typed; without
    a phrase, on its beginning.

    Words that a program put together, or that were typed in none of our files, are told by their
    line in the built page.
    """
    begin, stop = passage.span(start)
    sentence = passage.text[begin:stop]
    places = find(sentence, phrase or sentence.split()[0])
    places = places or [Problem(f"the built page {page.path}", passage.line, "", "")]
    return [
        Remark(rule, page.name, Problem(place.file, place.line, place.field, said))
        for place in places
    ]


def on_page(rule: str, page: Page, said: str) -> Remark:
    """A remark on a page as a whole."""
    return Remark(rule, page.name, Problem(page_source(page.path), 1, "", said))


def told(found: list[Remark]) -> list[str]:
    """Remarks for an editor, each place once, in the order of the files, with the page where it
    shows.
    """
    pages: dict[Problem, dict[str, None]] = {}
    for each in found:
        pages.setdefault(each.problem, {})[each.page] = None
    return [f"{problem} ({_shown(list(pages[problem]))})" for problem in sorted(pages)]


def _shown(pages: list[str]) -> str:
    more = f", and {len(pages) - 1} more" if len(pages) > 1 else ""
    return f"page: {pages[0]}{more}"
