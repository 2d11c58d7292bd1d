"""Where the charter applies, who stands behind it, and where its facts come from."""

import datetime
from typing import Literal

from charter.api.shapes.base import Address, Id, Month, Public, Sourced


class District(Public):
    """A part of the area."""

    id: Id
    code: str
    """The official code of the Office for National Statistics."""
    name: str
    council: str
    website: Address | None
    note: str | None


class Neighbour(Public):
    """A place that people may take for a part of the area."""

    id: Id
    code: str
    name: str
    council: str
    website: Address | None
    reason: list[str]


class Cover(Public):
    """An organisation, where it works, and what it does there."""

    organisation: Id
    place: str
    what: str


class Map(Sourced):
    """What the map and the list of postcodes were made from."""

    data_month: Month
    made_from: list[str]
    licences: list[str]
    """What the makers of those data ask everybody to say who uses them."""


class Organisation(Public):
    """A body with a part in the charter."""

    id: Id
    name: str
    part: str
    website: Address | None


class Signature(Sourced):
    """Whether an organisation has signed."""

    organisation: Id
    group: Literal["core", "next", "possible"]
    status: Literal["not signed yet", "signed"]
    role: str | None
    date: datetime.date | None
    note: str


class Source(Public):
    """Where a fact comes from, and when somebody last looked."""

    id: Id
    title: str
    publisher: str
    link: Address | None
    published: str
    checked: Month
    note: str | None
