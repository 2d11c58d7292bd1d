"""What has changed on this site, for people who come back to it and for those who follow it."""

import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from charter.model.fields import Id, Text, Texts, shaped
from charter.model.records import Record, Some, Unique
from charter.model.references import PlaceAddress
from charter.model.retired import STAYS

FeedName = Annotated[
    str,
    shaped(
        r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        "123e4567-e89b-42d3-a456-426614174000 (a UUID, such as uuidgen makes)",
    ),
]


class Change(Record):
    """Something that changed for readers, on a day. `address` is where to see it. Its `id` stays,
    or those who follow us see it twice."""

    id: Id
    """A short name in small letters, with hyphens. Never change it, or those who follow us see the
    change twice."""
    date: datetime.date = Field(description="The day of the change, without quotes: 2026-11-23.")
    title: Text = Field(description="What changed, in a few words.")
    text: Text = Field(description="What is different now, in a sentence or two.")
    address: Annotated[PlaceAddress, STAYS]
    """Where to see it: a page of this site, or a place on it."""


class Changes(Record):
    """All changes (`changes.yml`). `feed` is the name that the list has among all lists in the
    world; it never changes."""

    feed: FeedName
    """The name that this list has among all lists in the world. It never changes."""
    title: Text = Field(description="The heading of the page, and the name of the feed.")
    introduction: Texts = Field(description="What the page is for: one paragraph an item.")
    changes: Annotated[Some[Change], Unique("id")]
    """All changes: only what readers can see, and only with its true day. The newest is shown
    first, in whatever order they stand."""

    @property
    def uuid(self) -> UUID:
        """The list's name, which the names of its entries are made from."""
        return UUID(self.feed)
