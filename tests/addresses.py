"""Addresses that the built site must have, from docs/ and data/ and without building it: tests of
every page are listed by them. (test_pages.py compares them with the sitemap.)
"""

import re
from functools import cache
from pathlib import Path

from a11y.site import NOT_FOUND
from charter.site import docs_pages, docs_stubs, social_cards
from tests.project import ROOT, charter

RECORD = re.compile(rf"({'|'.join(docs_stubs.MACROS)})/[^/]+/")
# Pages that show, together and beside the first record of each kind, all that a page may show
# (test_states.py).
OF_MANY_KINDS = {
    *("", "charter/", "not-kept/", "working-together/", "area/", "did-we/", "talk/", "talk/cards/"),
    *("leaflet/", "search/", "about/asks/", "about/gaps/", "about/story/", "about/workshop/"),
    *("accessibility/criteria/", "progress/tracker/", "progress/year/", "languages/"),
}


@cache
def pages() -> list[str]:
    """The address of every page below the site's root, in order, and of the page for addresses that
    do not exist.
    """
    written = docs_pages.addresses(ROOT / "docs")
    return [*sorted({*written, *docs_stubs.addresses(charter())}), NOT_FOUND]


def in_english() -> list[str]:
    """Every page but those in other languages: test_languages.py looks at what they say."""
    return [path for path in pages() if not is_translated(path)]


def to_share() -> list[str]:
    """Every page that asks to be found: not the one for addresses that do not exist, nor those on
    which a list goes on, nor those in other languages.
    """
    return [path for path in in_english() if path != NOT_FOUND and "/page/" not in path]


def kinds() -> list[str]:
    """Every page, but only the first of records of one kind, such as pledges, and of languages that
    run in one direction.
    """
    first: dict[str, str] = {}
    for path in pages():
        record = RECORD.fullmatch(path)
        kind = record[1] if record else _direction(path) or path
        first.setdefault(kind, path)
    return [*first.values()]


def is_translated(path: str) -> bool:
    """Whether a page is the charter in short in another language."""
    return _direction(path) != ""


def _direction(path: str) -> str:
    """How a page in another language runs; nothing for a page in English."""
    rows = {each.id: each.right_to_left for each in charter().translated}
    language = path.partition("/")[0]
    return ("right to left" if rows[language] else "left to right") if language in rows else ""


def of_every_look() -> list[str]:
    """The pages that stand for all others in most states, and in WebKit."""
    return [
        path
        for path in kinds()
        if path in OF_MANY_KINDS or RECORD.fullmatch(path) or is_translated(path)
    ]


@cache
def social_card_names() -> list[str]:
    """The name of every picture that other sites show with a link to a page."""
    return sorted(Path(file).stem for file in social_cards.previews(charter()))


def name(path: str) -> str:
    """A short name of a page for test reports."""
    return path.strip("/") or "home"
