"""Answers to "Did we…?", as counts (`answers/counts.yml`)."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import Id, shaped
from charter.model.records import Record, Some, Unique
from charter.model.references import GroupId

CopyName = Annotated[
    str,
    shaped(
        r"[0-9a-f]{32}", "0123456789abcdef0123456789abcdef (32 figures and letters from a to f)"
    ),
]
Mark = Annotated[str, shaped(r"[0-9a-f]{4,16}", "9a3b (figures and letters from a to f)")]
Quarter = Annotated[str, shaped(r"20\d\d-Q[1-4]", "2026-Q4 (year, hyphen, quarter)")]


# What may be answered to "Did we…?", in the order in which it is offered.
ANSWERS = ("yes", "partly", "no", "does_not_apply")


# Only a program writes counts, so a fault there is damage.
PUT_BACK = "Put the file back as it was"


class Tally(Record):
    """How many people gave each answer to one pledge's question. A pledge that is gone keeps its
    answers here; no page shows them."""

    pledge: Id
    yes: Annotated[int, Field(ge=0)]
    partly: Annotated[int, Field(ge=0)]
    no: Annotated[int, Field(ge=0)]
    does_not_apply: Annotated[int, Field(ge=0)]

    @property
    def people(self) -> int:
        """How many gave any answer."""
        return self.yes + self.partly + self.no + self.does_not_apply


class Sent(Record):
    """How many copies came from one sender, of whom only a mark is kept: `charter/answers/marks.py`
    says what it tells."""

    sender: Mark
    copies: Annotated[int, Field(ge=1)]


class Count(Record):
    """The answers of one group on one occasion, which may be gone since, or on none ("all"),
    counted in one quarter.

    The group has to stay: without its side, numbers that were shown would change."""

    quarter: Quarter
    occasion: Id | Literal["all"]
    group: GroupId
    senders: Annotated[Some[Sent], Unique("sender", remedy=PUT_BACK)]
    answers: Annotated[list[Tally], Unique("pledge", remedy=PUT_BACK)]

    @property
    def copies(self) -> int:
        """How many copies were counted."""
        return sum(sent.copies for sent in self.senders)

    @model_validator(mode="after")
    def _fits_its_copies(self) -> "Count":
        if any(tally.people > self.copies for tally in self.answers):
            raise ValueError(f"a pledge has more answers than there are copies. {PUT_BACK}")
        return self


class Taken(Record):
    """A copy that was counted: its random name, and a mark of what it says. So no copy counts
    twice, and one that was changed since is told."""

    name: CopyName
    mark: Mark


class Answers(Record):
    """All answers so far, as counts (`answers/counts.yml`), and the copies that were taken in."""

    taken: Annotated[list[Taken], Unique("name", remedy=PUT_BACK)] = Field(default_factory=list)
    counts: Annotated[list[Count], Unique("quarter", "occasion", "group", remedy=PUT_BACK)] = Field(
        default_factory=list
    )

    @model_validator(mode="after")
    def _a_name_for_each_copy(self) -> "Answers":
        copies = sum(count.copies for count in self.counts)
        if copies != len(self.taken):
            raise ValueError(
                f"there are {len(self.taken)} names under taken:, but {copies} copies were counted."
                f" {PUT_BACK}"
            )
        return self
