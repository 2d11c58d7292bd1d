"""Addresses that the built site must have, from docs/ and data/ and without building it: tests of
every page are listed by them. (test_pages.py compares them with the sitemap.)
"""

from functools import cache
from pathlib import Path

from a11y.site import NOT_FOUND
from charter.site import docs_pages, docs_stubs, social_cards
from tests.project import ROOT, charter


@cache
def pages() -> list[str]:
    """The address of every page below the site's root, in order, and of the page for addresses that
    do not exist.
    """
    written = docs_pages.addresses(ROOT / "docs")
    return [*sorted({*written, *docs_stubs.addresses(charter())}), NOT_FOUND]


def to_share() -> list[str]:
    """Every page that asks to be found: not the one for addresses that do not exist, nor those on
    which a list goes on.
    """
    return [path for path in pages() if path != NOT_FOUND and "/page/" not in path]


def kinds() -> list[str]:
    """Every page, but only the first of records of one kind, such as pledges."""
    records = docs_stubs.addresses(charter())
    first = {path.partition("/")[0]: path for path in sorted(records, reverse=True)}
    return [path for path in pages() if path not in records or path in first.values()]


@cache
def social_card_names() -> list[str]:
    """The name of every picture that other sites show with a link to a page."""
    return sorted(Path(file).stem for file in social_cards.previews(charter()))


def name(path: str) -> str:
    """A short name of a page for test reports."""
    return path.strip("/") or "home"
