"""The words of a whole site: every remark on every page."""

import re
from collections.abc import Iterator

from a11y.site import Page, Site
from tests.project import charter
from tests.reading import Passage, passages, sentences
from tests.words.hard import hard
from tests.words.links import unclear_links
from tests.words.lists import anything_to_avoid, avoid, ours, pattern
from tests.words.passive import advice, passives
from tests.words.remarks import Remark, remark
from tests.words.shared_we import not_shared

# So many sentences in a hundred may leave out who does it; on a short page so many in all.
PASSIVE_SHARE = 20
PASSIVE_FEW = 3


def look(site: Site) -> list[Remark]:
    """Everything to mend on a site, each place once for each page that shows it."""
    assert site.pages, "the site has no page to look at"
    pages = [page for page in site.pages if page.document.get("lang") == "en-GB"]
    return list(dict.fromkeys(found for page in pages for found in look_at(page)))


def look_at(page: Page) -> list[Remark]:
    """Everything to mend on one page."""
    found = [*hard(page), *to_avoid(page), *said_alone(page), *not_shared(page)]
    found += unclear_links(page)
    return found + (without_doer(page) if too_passive(page) else [])


def to_avoid(page: Page) -> Iterator[Remark]:
    """Words for which there are plainer ones."""
    for passage in passages(page):
        text = ours(passage.text)
        for words, said in avoid() if anything_to_avoid().search(text) else ():
            for found in words.finditer(text):
                yield from remark(
                    "avoid", page, passage, f'"{found[0]}" {said}', found[0], found.start()
                )


def said_alone(page: Page) -> Iterator[Remark]:
    """Words that a page first has without what has to stand beside them."""
    for row in charter().words.said_with:
        wanted = pattern([row.words])
        first = next((passage for passage in passages(page) if wanted.search(passage.text)), None)
        if first and row.beside.lower() not in first.text.lower():
            found = wanted.search(first.text)
            assert found
            said = (
                f'"{found[0]}" stands first on this page without "{row.beside}". {row.reason}.'
                f' Write "{row.write}"'
            )
            yield from remark("said-alone", page, first, said, found[0], found.start())


def without_doer(page: Page) -> list[Remark]:
    """Each passive on a page."""
    found = _passives(page)
    return [
        each
        for passage, passive in found
        for each in remark(
            "passive", page, passage, advice(passive[0]), passive[0], passive.start()
        )
    ]


def passive_share(page: Page) -> float:
    """How many sentences in a hundred have a passive."""
    return 100 * _passive_sentences(page) / max(1, len(sentences(page)))


def too_passive(page: Page) -> bool:
    """Whether a page leaves out too often who does things."""
    return _passive_sentences(page) > PASSIVE_FEW and passive_share(page) > PASSIVE_SHARE


def _passives(page: Page) -> list[tuple[Passage, re.Match[str]]]:
    made_of_sentences = [
        passage for passage in passages(page) if passage.in_main and passage.sentences
    ]
    return [
        (passage, passive)
        for passage in made_of_sentences
        for passive in passives(ours(passage.text))
    ]


def _passive_sentences(page: Page) -> int:
    """How many sentences have a passive, however many each has."""
    starts = [(passage, passage.span(passive.start())) for passage, passive in _passives(page)]
    return len({(id(passage), begin) for passage, (begin, _) in starts})
