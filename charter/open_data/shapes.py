"""What other programs get: the public shape of each kind of record. A field that does not stand here is not published.

The JSON Schema of each file is made from these classes; the sentence below a field tells what it holds.
"""

import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from charter.evidence.disclosure import SMALL, SMALLEST_BASE

Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Id = Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")]
Month = Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
# What the rule on small numbers lets through; whoever checks a file by its schema checks that, too.
People = Annotated[int, Field(json_schema_extra={"minimum": 0, "not": {"enum": list(SMALL)}})]
Base = Annotated[int, Field(json_schema_extra={"minimum": SMALLEST_BASE})]
Agreed = Literal["draft", "agreed"]


class Public(BaseModel):
    """Anything that is published."""

    model_config = ConfigDict(from_attributes=True, frozen=True, use_attribute_docstrings=True)

    @classmethod
    def of(cls, record: object, **more: object) -> Self:
        """The public part of a record: this class's own fields, by name. `more` has those that the record does not have."""
        given = {name: getattr(record, name) for name in cls.model_fields if name not in more}
        return cls.model_validate({**given, **more})


class Sourced(Public):
    """Something that rests on sources."""

    sources: list[Id]
    """Ids of records in sources.json."""


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
    """How many activities there were with a group, in a way of working, on a priority or in a district."""

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


class Figures(Public):
    """What one side said to a pledge, or to all pledges of a value.

    A number from 1 to 4, and a result of fewer than ten people, is never published. Then partly and no are told together, or nothing is.
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
