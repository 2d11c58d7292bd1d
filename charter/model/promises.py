"""What is promised: values, pledges, the ways of working together, outcomes, priorities and the plan."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import CaseStudyId, Id, OutcomeId, Record, ShortText, Sources, Text, Texts, ValueId


class Value(Record):
    """A shared value. Its look is one of the drawn families: a colour, an icon and a shape."""

    id: Id
    name: Text
    look: Literal["star", "rings", "circle", "bubble", "tick"]
    meaning: Text


class InPractice(Record):
    """What a pledge could mean for each group of people. Our suggestion, until the area has agreed it."""

    families: Texts
    young_people: Texts
    staff: Texts


class Earlier(Record):
    """What a pledge said before. Nobody changes it any more: people may have cited it.

    `until` is the last day on which the pledge said so; what it said next stands from the day after.
    `version` is the version of the charter in which it last stood, such as "draft 1". `why` says why the words changed.
    """

    wording: Text
    until: datetime.date
    version: Text
    why: Text


class Pledge(Record):
    """A promise that starts with "We will", and the question that asks whether it was kept.

    `short` names it where there is little room, such as on a browser's tab. `leaflet` is what
    follows "We will" on paper, said in fewer words. People write both; no program cuts a pledge.
    `history` is what it said before, newest first.
    """

    id: Id
    value: ValueId
    text: Text
    short: ShortText
    leaflet: Text
    source_words: Text
    query: Text | None = None
    question: Text
    in_practice: InPractice
    outcomes: list[OutcomeId]
    status: Literal["draft", "agreed"]
    history: list[Earlier] = Field(default_factory=list)
    sources: Sources

    @property
    def number(self) -> int:
        """Its place within its value, from 1."""
        return int(self.id.rsplit("-", 1)[1])

    @model_validator(mode="after")
    def _number_within_value(self) -> "Pledge":
        if not re.fullmatch(re.escape(self.value) + r"-[1-9]\d*", self.id):
            raise ValueError(f'the id "{self.id}" does not fit the value "{self.value}". Write id: {self.value}-1, or -2, …')
        return self


class Term(Record):
    """One way of working together on the spectrum."""

    id: Id
    name: Text
    meaning: Text
    who_starts: Text
    who_decides: Text
    you_get_back: Text
    example: Text
    example_story: CaseStudyId | None = None
    sources: Sources


class Spectrum(Record):
    """The ways of working together, from the least to the most shared."""

    introduction: Texts
    status: Literal["proposed", "agreed"]
    terms: Annotated[list[Term], Field(min_length=1)]


class Outcome(Record):
    """What is wanted for children and young people, what stands in the way, and how working together could help.

    The source's own words are left out where the statement is just that.
    """

    id: Id
    name: Text
    statement: Text
    source_words: Text | None = None
    query: Text | None = None
    barriers: Texts
    help: Texts
    sources: Sources


class Priority(Record):
    """What the area wants to work on first."""

    id: Id
    name: Text
    text: Text
    source_words: Text
    note: Text | None = None
    sources: Sources


class Action(Record):
    """Something that somebody said would be done.

    `owner` is a role or a body, left out while none is named. So is `by` while there is no date.
    """

    id: Id
    text: Text
    owner: Text | None = None
    state: Literal["done", "under way", "not started", "not known"]
    note: Text
    by: datetime.date | None = None
    sources: Sources

    def overdue(self, today: datetime.date) -> bool:
        """Whether its day has passed and it is not done. On the day itself there is still time."""
        return self.by is not None and self.by < today and self.state != "done"


class Plan(Record):
    """What leaders are expected to do, who does what next, what training is offered, and how people will find out about pledges."""

    expectations: Annotated[list[Action], Field(min_length=1)]
    actions: Annotated[list[Action], Field(min_length=1)]
    training: list[Action]
    finding_out: Texts

    @property
    def everything(self) -> list[Action]:
        """All that somebody said would be done, in the order of the page."""
        return [*self.expectations, *self.actions, *self.training]

    @model_validator(mode="after")
    def _each_id_once(self) -> "Plan":
        # Ids stand on one page, beside those of its own parts.
        parts = [*type(self).model_fields, "finding-out", "sources"]
        given = [action.id for action in self.everything]
        for wanted in given:
            if given.count(wanted) > 1:
                raise ValueError(f'the id "{wanted}" is used twice in the plan. Every id may stand only once')
            if wanted in parts:
                raise ValueError(f'the id "{wanted}" is the name of a part of the plan\'s page. Choose another')
        return self
