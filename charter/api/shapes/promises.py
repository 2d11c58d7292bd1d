"""What is promised, and the words and stories around it."""

import datetime
from typing import Literal

from charter.api.shapes.base import Address, Agreed, Id, Public, Sourced


class Purpose(Sourced):
    """What working together is for."""

    text: str
    source_words: str


class Who(Sourced):
    """Who the charter is for."""

    ages: str
    area: str
    details: list[str]


class Reason(Public):
    """Why one group of people should take part."""

    id: Id
    name: str
    answer: list[str]


class Value(Public):
    """A shared value."""

    id: Id
    name: str
    address: Address
    meaning: str
    pledges: list[Id]


class InPractice(Public):
    """What a pledge could mean for each group of people."""

    families: list[str]
    young_people: list[str]
    staff: list[str]


class Earlier(Public):
    """What a pledge said before."""

    wording: str
    until: datetime.date
    """The last day on which the pledge said so."""
    version: str
    """The version of the charter in which it last stood."""
    why: str
    """Why the words changed."""


class Pledge(Sourced):
    """A promise that starts with "We will"."""

    id: Id
    """Never changes, and is never used for another pledge."""
    value: Id
    text: str
    short: str
    """A name for where there is little room."""
    question: str
    """What to ask to find out whether the pledge was kept."""
    address: Address
    """The pledge's permanent link."""
    status: Agreed
    source_words: str
    """What the source says, word for word."""
    query: str | None
    """What is not clear in the source."""
    in_practice: InPractice
    outcomes: list[Id]
    """Ids of records in outcomes.json."""
    history: list[Earlier]
    """What it said before, newest first."""


class CaseStudy(Sourced):
    """A true story, with what did not change or is not known."""

    id: Id
    title: str
    address: Address
    place: str
    where: Literal["here", "elsewhere"]
    districts: list[Id]
    dates: str
    summary: str
    who: list[str]
    what_was_done: list[str]
    term: Id
    """The way of working together: the id of a record in working-together.json."""
    term_reason: str
    priorities: list[Id]
    pledges: list[Id]
    changed: list[str]
    not_changed_or_not_known: list[str]
    status: Agreed


class Outcome(Sourced):
    """What is wanted for children and young people, and what stands in the way."""

    id: Id
    name: str
    address: Address
    statement: str
    source_words: str | None
    query: str | None
    barriers: list[str]
    help: list[str]
    pledges: list[Id]


class Priority(Sourced):
    """What the area wants to work on first."""

    id: Id
    name: str
    text: str
    source_words: str
    note: str | None


class Term(Sourced):
    """One way of working together."""

    id: Id
    name: str
    address: Address
    meaning: str
    who_starts: str
    who_decides: str
    you_get_back: str
    example: str
    example_story: Id | None


class GlossaryEntry(Sourced):
    """A short form or a hard word, explained."""

    id: Id
    short: str
    full: str
    address: Address
    meaning: str
    note: str | None
