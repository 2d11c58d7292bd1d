"""What is promised: values, pledges, the ways of working together, outcomes and priorities."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import (
    CaseStudyId,
    Id,
    OutcomeId,
    Record,
    ShortText,
    Sources,
    Text,
    Texts,
    ValueId,
)


class Value(Record):
    """A shared value. Its look is one of the drawn families: a colour, an icon and a shape."""

    id: Id
    """A short name in small letters, such as kindness. Its pledges have it in their ids: never
    change it.
    """
    name: Text
    """The value's name."""
    look: Literal["star", "rings", "circle", "bubble", "tick"]
    """Its colour, icon and shape. Each value has its own."""
    meaning: Text
    """What the value means, in a sentence."""


class InPractice(Record):
    """What a pledge could mean for each group of people. Our suggestion, until the area has agreed
    it.
    """

    families: Texts
    """What the pledge could mean for families: one sentence or two an item. Say you to them."""
    young_people: Texts
    """What it could mean for children and young people."""
    staff: Texts
    """What it could mean for staff."""


class Earlier(Record):
    """What a pledge said before. Nobody changes it any more: people may have cited it.

    What it said next stands from the day after `until`.
    """

    wording: Text
    """The pledge's words as they were."""
    until: datetime.date
    """The last day on which the pledge said so, without quotes: 2026-11-23."""
    version: Text
    """The version of the charter in which it last stood, such as "draft 1"."""
    why: Text
    """Why the words changed, in a plain sentence."""


class Pledge(Record):
    """A promise that starts with "We will", and the question that asks whether it was kept.

    People write its shorter forms; no program cuts a pledge.
    """

    id: Id
    """The value and a number, such as kindness-1. The file has the same name. It is a part of
    addresses: never change it.
    """
    value: ValueId
    """The id of the value that it belongs to."""
    text: Text
    """The promise in full. It starts with "We will"."""
    short: ShortText
    """A name for it where there is little room, such as on a browser's tab. It has 40 characters at
    most.
    """
    leaflet: Text
    """What follows "We will:" on paper, in fewer words. It must not promise more or less than the
    text.
    """
    source_words: Text
    """The promise just as the source prints it, faults and all. Never change it."""
    query: Text | None = None
    """What is not clear about it, as a question to the reader. Leave it out if all is clear."""
    question: Text
    """The question that asks whether it was kept. It starts with "Did we"."""
    in_practice: InPractice
    """What it could mean for each group of people. These are suggestions, until the area has agreed
    them.
    """
    outcomes: list[OutcomeId]
    """The ids of the outcomes that it goes with. Write [] for none."""
    status: Literal["draft", "agreed"]
    """Leave it at draft until the pledge really is agreed."""
    history: list[Earlier] = Field(default_factory=list)
    """What it said before, newest first. Leave it out while the words have never changed."""
    sources: Sources

    @property
    def number(self) -> int:
        """Its place within its value, from 1."""
        return int(self.id.rsplit("-", 1)[1])

    @property
    def wordings(self) -> int:
        """How many wordings it has had, with that of now. Each has its number as its address: the
        first is `#wording-1`.
        """
        return len(self.history) + 1

    @property
    def since(self) -> datetime.date | None:
        """The day from which it says what it says now; none, where it has never said anything else."""
        return self.history[0].until + datetime.timedelta(days=1) if self.history else None

    @model_validator(mode="after")
    def _number_within_value(self) -> "Pledge":
        if not re.fullmatch(re.escape(self.value) + r"-[1-9]\d*", self.id):
            raise ValueError(
                f'the id "{self.id}" does not fit the value "{self.value}". Write id:'
                f" {self.value}-1, or -2, …"
            )
        return self


class Term(Record):
    """One way of working together on the spectrum."""

    id: Id
    """A short name in small letters, such as co-design. Stories name it: never change it."""
    name: Text
    """What this way of working together is called."""
    meaning: Text
    """What it means, in everyday words."""
    who_starts: Text
    """Who starts it."""
    who_decides: Text
    """Who decides in the end."""
    you_get_back: Text
    """What people who took part hear back."""
    example: Text
    """An example, in a sentence or two."""
    example_story: CaseStudyId | None = None
    """The id of a story that is an example. Leave it out if there is none."""
    sources: Sources


class Spectrum(Record):
    """The ways of working together, from the least to the most shared."""

    introduction: Texts
    """The words above the ways of working together: one paragraph an item."""
    status: Literal["proposed", "agreed"]
    """Leave it at proposed until these meanings really are agreed."""
    terms: Annotated[list[Term], Field(min_length=1)]
    """The ways of working together, from the least to the most shared."""


class Outcome(Record):
    """What is wanted for children and young people, what stands in the way, and how working
    together could help.
    """

    id: Id
    """A short name in small letters, such as quality-of-life. Pledges name it: never change it."""
    name: Text
    """A name for it, in a few words."""
    statement: Text
    """What is wanted for children and young people."""
    source_words: Text | None = None
    """The source's own words, faults and all. Leave it out where the statement is just that."""
    query: Text | None = None
    """What is not clear about it, as a question to the reader. Leave it out if all is clear."""
    barriers: Texts
    """The barriers that people at the workshop named: one an item."""
    help: Texts
    """How working together could help: one way an item."""
    sources: Sources


class Priority(Record):
    """What the area wants to work on first."""

    id: Id
    """A short name in small letters. Stories name it: never change it."""
    name: Text
    """A name for it, in a few words."""
    text: Text
    """What the area wants to work on, in plain words."""
    source_words: Text
    """The same just as the source prints it, faults and all."""
    note: Text | None = None
    """What else to know. Leave it out if there is nothing."""
    sources: Sources
