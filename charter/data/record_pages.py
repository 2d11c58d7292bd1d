"""Addresses of the pages that records have: `charter/ambition-1/` for the pledge ambition-1."""

from collections.abc import Collection, Iterator, Mapping

# Kind of record, as references name it → the folder of its pages, below the site's root and docs/.
FOLDERS = {"pledge": "charter", "case study": "case-studies", "occasion": "did-we"}
# Kind of record → the page of all such records, which a site without any of them does not have.
TOGETHER = {"priority": "priorities/", "notes line": "about/workshop/"}


def addresses(ids: Mapping[str, Collection[str]]) -> Iterator[str]:
    """The address of each record's page below the site's root, from the ids of each kind."""
    for kind, folder in FOLDERS.items():
        yield from (f"{folder}/{record}/" for record in ids[kind])
    yield from (page for kind, page in TOGETHER.items() if ids.get(kind))
