"""Addresses of the pages that records have: `charter/ambition-1/` for the pledge ambition-1."""

from collections.abc import Collection, Container, Iterator, Mapping
from typing import Any, cast

from charter.model import Charter, Records, kinds
from charter.model.records import Loc

# Kind of record, as references name it → the folder of its pages, below the site's root and docs/.
FOLDERS = {
    "pledge": "charter",
    "case study": "case-studies",
    "occasion": "did-we",
    "recording": "recordings",
    "film": "films",
}
# Kind of record whose folder has no page that lists them → the page that does.
LISTED_ON = {"recording": "formats/", "film": "formats/"}
PLACES = {kind: loc for kind, loc in kinds() if kind in FOLDERS}
# Kind of record → the page of all such records, which a site without any of them does not have.
TOGETHER = {"priority": "priorities/", "notes line": "about/workshop/"}
# File of data/ that may be missing → the pages of a site that has it, each with its macro.
OF_FILE = {
    "talk": {"talk/": "talk", "talk/cards/": "talk_sheets"},
    "young_people": {"young-people/": "young_people"},
}
# Every page that a site may be without, because a file is missing.
EVERY_PART = (*TOGETHER.values(), *(page for pages in OF_FILE.values() for page in pages))


def records(charter: Charter) -> dict[str, Records[Any]]:
    """All records that have pages of their own, by their folder."""
    return {FOLDERS[kind]: _at(charter, loc) for kind, loc in PLACES.items()}


def _at(charter: Any, loc: Loc) -> Records[Any]:
    found = charter
    for name in loc:
        found = getattr(found, str(name))
        if found is None:  # a part that this site is without
            return Records()
    return cast(Records[Any], found)


def list_page(kind: str) -> str:
    """The address of the page that lists all records of a kind."""
    return LISTED_ON.get(kind, f"{FOLDERS[kind]}/")


def addresses(ids: Mapping[str, Collection[str]]) -> Iterator[str]:
    """The address of each record's page below the site's root, from the ids of each kind."""
    for kind, folder in FOLDERS.items():
        yield from (f"{folder}/{record}/" for record in ids[kind])
    yield from (page for kind, page in TOGETHER.items() if ids.get(kind))


def of_files(there: Container[str]) -> dict[str, str]:
    """The pages of those files that are there, each with its macro."""
    return {
        page: macro for name in OF_FILE if name in there for page, macro in OF_FILE[name].items()
    }
