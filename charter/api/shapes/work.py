"""What was done and what is to do: activities, actions, and what people answered."""

import datetime
from typing import Literal

from charter.api.shapes.base import Address, Base, Id, People, Public, Sourced


class TookPart(Public):
    """Some who took part, as far as the source says who and how many."""

    group: Id | None
    number: int | None
    note: str | None


class Activity(Sourced):
    """Something in which people were asked, heard or worked together."""

    id: Id
    title: str
    address: Address
    dates: str
    started: str
    """The year, or year and month, in which it began."""
    what: list[str]
    term: Id
    term_reason: str
    took_part: list[TookPart]
    districts: list[Id]
    priorities: list[Id]
    pledges: list[Id]
    changed: list[str]
    story: Id | None


class Counted(Public):
    """How many activities there were with a group, in a way of working, on a priority or in a
    district.
    """

    id: Id
    name: str
    counted: int
    """Activities since counting began."""
    earlier: int
    """Activities before that. They don't count."""
    enough: int | None
    """How many would be enough; null where nobody has said."""


class SaidDid(Sourced):
    """What people asked for, what was done, and what that means."""

    id: Id
    title: str
    said: list[str]
    did: list[str]
    therefore: list[str]
    still_open: list[str]
    address: Address
    shown_at: Address
    """The page where it can be seen."""


class Action(Sourced):
    """Something that somebody said would be done."""

    id: Id
    address: Address
    text: str
    owner: str | None
    """A role or a body; null while none is named."""
    state: Literal["done", "under way", "not started", "not known"]
    note: str
    by: datetime.date | None


class Figures(Public):
    """What one side said to a pledge, or to all pledges of a value.

    A number from 1 to 4, and a result of fewer than ten people, is never published. Then partly and
    no are told together, or nothing is.
    """

    value: Id
    pledge: Id | None
    """Null for all pledges of the value together."""
    quarter: str | None
    """The quarter in which the answers could first be shown; null for all time."""
    who: Literal["families", "staff", "others"]
    answers: Base | None
    """How many answered yes, partly or no; null where nothing can be shown."""
    yes: People | None
    partly: People | None
    no: People | None
    partly_or_no: People | None
    """Partly and no together, where they can't be told apart."""
