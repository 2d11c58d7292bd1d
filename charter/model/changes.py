"""What has changed on this site, for people who come back to it and for those who follow it."""

import datetime
from collections import Counter
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator

from charter.model.fields import FeedName, Id, PlaceAddress, Record, Text, Texts


class Change(Record):
    """Something that changed for readers, on a day. `address` is where to see it. Its `id` stays, or those who follow us see it twice."""

    id: Id
    date: datetime.date
    title: Text
    text: Text
    address: PlaceAddress


class Changes(Record):
    """All changes (`changes.yml`). `feed` is the name that the list has among all lists in the world; it never changes."""

    feed: FeedName
    title: Text
    introduction: Texts
    changes: Annotated[list[Change], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> "Changes":
        if twice := [name for name, times in Counter(change.id for change in self.changes).items() if times > 1]:
            raise ValueError(f'the id "{twice[0]}" is used twice. Every id may stand only once')
        return self

    @property
    def uuid(self) -> UUID:
        """The list's name, which the names of its entries are made from."""
        return UUID(self.feed)
