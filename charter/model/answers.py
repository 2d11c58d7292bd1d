"""Answers to "Did we…?", as counts (`answers/counts.yml`)."""

from typing import Annotated

from pydantic import Field, model_validator

from charter.model.fields import (
    CopyName,
    GroupId,
    Id,
    Quarter,
    Record,
)

# What may be answered to "Did we…?", in the order in which it is offered.
ANSWERS = ("yes", "partly", "no", "does_not_apply")


# Only a program writes counts, so a fault there is damage.
PUT_BACK = "Put the file back as it was"


class Tally(Record):
    """How many people gave each answer to one pledge's question. A pledge that is gone keeps its
    answers here; no page shows them.
    """

    pledge: Id
    yes: Annotated[int, Field(ge=0)]
    partly: Annotated[int, Field(ge=0)]
    no: Annotated[int, Field(ge=0)]
    does_not_apply: Annotated[int, Field(ge=0)]

    @property
    def people(self) -> int:
        """How many gave any answer."""
        return self.yes + self.partly + self.no + self.does_not_apply


class Count(Record):
    """The answers of one group on one occasion, which may be gone since, counted in one quarter,
    from `copies` saved copies.

    The group has to stay: without its side, numbers that were shown would change.
    """

    quarter: Quarter
    occasion: Id
    group: GroupId
    copies: Annotated[int, Field(ge=1)]
    answers: list[Tally]

    @model_validator(mode="after")
    def _fits_its_copies(self) -> "Count":
        pledges = [tally.pledge for tally in self.answers]
        if len(set(pledges)) < len(pledges):
            raise ValueError(f"a pledge stands here twice. {PUT_BACK}")
        if any(tally.people > self.copies for tally in self.answers):
            raise ValueError(f"a pledge has more answers than there are copies. {PUT_BACK}")
        return self


class Answers(Record):
    """All answers so far, as counts (`answers/counts.yml`). `taken` has the random name of each
    copy, so that none counts twice.
    """

    taken: list[CopyName]
    counts: list[Count]

    @model_validator(mode="after")
    def _each_copy_once(self) -> "Answers":
        if len(set(self.taken)) < len(self.taken):
            raise ValueError(f"the name of a copy stands under taken: twice. {PUT_BACK}")
        if len({(count.quarter, count.occasion, count.group) for count in self.counts}) < len(
            self.counts
        ):
            raise ValueError(f"a group has two counts for one occasion and quarter. {PUT_BACK}")
        copies = sum(count.copies for count in self.counts)
        if copies != len(self.taken):
            raise ValueError(
                f"there are {len(self.taken)} names under taken:, but {copies} copies were counted."
                f" {PUT_BACK}"
            )
        return self
