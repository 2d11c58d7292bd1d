"""What shows whether promises are kept: groups of people, questions and their answers, and what to listen for."""

from typing import Annotated, Literal

from pydantic import Field

from charter.model.fields import (
    GroupId,
    Id,
    MailAddress,
    OccasionId,
    PledgeId,
    Quarter,
    Record,
    ShortText,
    Sources,
    Text,
    Texts,
    ValueId,
)

# What may be answered to "Did we…?", in the order in which it is offered.
ANSWERS = ("yes", "partly", "no", "does_not_apply")


class Group(Record):
    """A group of people who take part, never a person. `side` says whose view an answer counts for."""

    id: Id
    name: Text
    side: Literal["families", "staff", "other"]


class Occasion(Record):
    """A moment to ask, with the pledges whose questions fit it, and the checklist for it."""

    id: Id
    name: ShortText
    text: Text
    how: Texts
    questions: Annotated[list[PledgeId], Field(min_length=1)]
    sources: Sources


class DidWe(Record):
    """The form (`did-we.yml`): its words, its occasions, and whom a summary may be sent to (nobody yet, if left out)."""

    introduction: Texts
    occasions: Annotated[list[Occasion], Field(min_length=1)]
    send_to: MailAddress | None = None


class Tally(Record):
    """How many people gave each answer to one pledge's question."""

    pledge: PledgeId
    yes: Annotated[int, Field(ge=0)]
    partly: Annotated[int, Field(ge=0)]
    no: Annotated[int, Field(ge=0)]
    does_not_apply: Annotated[int, Field(ge=0)]


class Count(Record):
    """The answers of one group on one occasion, counted in one quarter, from `copies` saved copies."""

    quarter: Quarter
    occasion: OccasionId
    group: GroupId
    copies: Annotated[int, Field(ge=1)]
    answers: list[Tally]


class Answers(Record):
    """All answers so far, as counts (`answers/counts.yml`). `taken` has the random name of each copy, so that none counts twice."""

    taken: list[Text]
    counts: list[Count]


class ValueWords(Record):
    """Words that show that a comment is about a value."""

    value: ValueId
    words: Texts


class Listening(Record):
    """What `listen` looks for in comments (`listening.yml`)."""

    values: Annotated[list[ValueWords], Field(min_length=1)]
