"""What stands at old addresses: a page that says where a page went, or that its record is no longer
in use, and a list of the places that a page had before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from charter.data.record_pages import FOLDERS, list_page, records
from charter.model import Charter, Moved
from charter.render.html import render
from charter.site.pages.page import Content, Here, piece
from charter.site.pages.search import names


@dataclass(frozen=True)
class Way:
    """An entry of what has moved, with the address that it leads to, seen from a page, and what the
    link to it says.
    """

    entry: Moved
    address: str
    name: str

    @property
    def happened(self) -> str:
        """What became of a place: it may lead to another page, or to a place on its own page, or
        to the top of that."""
        page, _, place = self.entry.to.partition("#")
        if page != f"/{self.entry.page}":
            return "moved"
        return "changed" if place else "was removed"


@piece
def moved(charter: Charter, here: Here, old: str) -> Content:
    """A page at the address of one that has moved."""
    entry = next(entry for entry in charter.moved if entry.old == old)
    description = (
        f"What was at {entry.old} has moved. This page says where it went, since when, and why."
    )
    head: dict[str, object] = {
        "title": f"Moved: {entry.page}",
        "description": description,
        "noindex": True,
    }
    return Content(head, way=_way(entry, here.root, _names(charter, here.titles)))


@piece
def retired(charter: Charter, here: Here, address: str) -> Content:
    """The page of a record that is no longer in use: since when, why, and what to read instead."""
    folder, id_ = address.strip("/").split("/")
    record = records(charter)[folder][id_]
    instead = [
        f"{other}/{record.retired.instead}/"
        for other, some in records(charter).items()
        if record.retired.instead in some.by_id
    ]
    known = _names(charter, here.titles)
    head: dict[str, object] = {
        "title": known[address],
        "description": f"{known[address]}. This page says since when, and why.",
        "noindex": True,
    }
    kind = next(kind for kind, its in FOLDERS.items() if its == folder)
    return Content(
        head, record=record, folder=folder, list=list_page(kind), known=known, instead=instead[:1]
    )


def _names(charter: Charter, titles: Mapping[str, str]) -> dict[str, str]:
    """What links call each page, those of what is no longer in use too."""
    out = {
        f"{folder}/{record.id}/": f"No longer in use: {charter.called(record)}"
        for folder, some in records(charter).items()
        for record in some.retired
    }
    return names(charter, titles) | out


def moved_places(charter: Charter, titles: Mapping[str, str]) -> dict[str, str]:
    """For each page that has lost places: the part of it where readers who look for one are told.
    By the page's address.
    """
    known = _names(charter, titles)
    lost = sorted((entry for entry in charter.moved if entry.place), key=lambda entry: entry.old)
    drawn = {}
    for page, entries in groupby(lost, key=lambda entry: entry.page):
        root = "../" * page.count("/") or "./"
        drawn[page or "./"] = render(
            "moved-places", ways=[_way(entry, root, known) for entry in entries]
        )
    return drawn


def _way(entry: Moved, root: str, known: Mapping[str, str]) -> Way:
    """A place whose name nobody gives goes by its page's name."""
    address = entry.to.removeprefix("/")
    page = address.partition("#")[0]
    return Way(entry, root + address, known.get(address) or known.get(page, page))
