"""Addresses of the pages that records have: `charter/ambition-1/` for the pledge ambition-1."""

from collections.abc import Collection, Container, Iterator, Mapping
from functools import reduce
from typing import Any

from charter.model import Charter, Records, kinds

# Kind of record, as references name it → the folder of its pages, below the site's root and docs/.
FOLDERS = {"pledge": "charter", "case study": "case-studies", "occasion": "did-we"}
# Kind of record → the page of all such records, which a site without any of them does not have.
TOGETHER = {"priority": "priorities/", "notes line": "about/workshop/"}
# File of data/ that may be missing → the pages of a site that has it, each with its macro.
OF_FILE = {
    "talk": {"talk/": "talk", "talk/cards/": "talk_sheets"},
    "young_people": {"young-people/": "young_people"},
}


def records(charter: Charter) -> dict[str, Records[Any]]:
    """All records that have pages of their own, by their folder."""
    whole: Any = charter
    return {
        FOLDERS[kind]: reduce(getattr, map(str, loc), whole)
        for kind, loc in kinds()
        if kind in FOLDERS
    }


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
