"""Claims about the area or its bodies with no source on the record or on one that holds it."""

import re
from collections.abc import Iterator

from charter.model import Charter
from charter.model.records import Loc, Record

# What makes no claim of its own, and why: everything whose place begins so.
EXEMPT = {
    "site": "it names the site, and who did not make it",
    "home": "it says in short what other pages say with their sources",
    "card": "it says in short what other pages say with their sources",
    "changes": "it says what is new on this site",
    "leaflet": "it says in short what other pages say with their sources",
    "easy_read": "it says in easy words what other pages say with their sources",
    "talk": "it says in easy words what other pages say with their sources",
    "young_people": "it says in easy words what other pages say with their sources",
    "have_your_say": "it says what this site does",
    "not_kept": "its helpers have sources; the rest is advice",
    "headings": "they stand above records that have sources",
    "page_words.about.who_made_it": "it says what this site is",
    "page_words.glossary": "it stands above words that have sources",
    "page_words.outcomes": "it stands above outcomes that have sources",
    "page_words.listening": "the page has its own list of sources",
    "spectrum.introduction": "it stands above terms that have sources",
    "tracker": "it says how activities, which have sources, are counted",
    "accessibility": "it says what this site does",
    "sources": "they are sources",
    "workshop_notes": "they are a source, line by line",
    "words": "no page shows it",
    "search": "it leads to what has sources",
    "moved": "addresses",
}
# Fields that hold a name or an address.
NAMES = {"id", "name", "description", "words", "heading", "old"}


def without_source(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """Each text that names the area or one of its bodies without a source, and where it stands."""
    names = {charter.site.area, *(each.name for each in charter.organisations)}
    short = {part for name in names for part in re.split(r" \(|\)", name) if part}
    naming = re.compile(rf"\b({'|'.join(map(re.escape, short))})\b")
    files = ((getattr(charter, name), (name,)) for name in Charter.model_fields)
    for loc, text in (each for file in files for each in _texts(*file)):
        if loc[-1] in NAMES or not naming.search(text):
            continue
        path = ".".join(str(step) for step in loc if isinstance(step, str))
        if not any(f"{path}.".startswith(f"{name}.") for name in EXEMPT):
            yield loc, text


def _texts(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, Record) and not getattr(value, "sources", None):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*loc, name))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _texts(each, (*loc, at))
    elif isinstance(value, str):
        yield loc, value
