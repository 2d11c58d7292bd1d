"""What shows whether promises are kept: questions and their answers, activities, and what was said and done."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import (
    CopyName,
    DistrictId,
    GroupId,
    Id,
    MailAddress,
    Month,
    PageAddress,
    PledgeId,
    PriorityId,
    Quarter,
    Record,
    ShortText,
    Sources,
    TermId,
    Text,
    Texts,
    ValueId,
)

# What may be answered to "Did we…?", in the order in which it is offered.
ANSWERS = ("yes", "partly", "no", "does_not_apply")
# Only a program writes counts, so a fault there is damage.
PUT_BACK = "Put the file back as it was"


class Group(Record):
    """A group of people who take part, never a person. `side` says whose view an answer counts for.

    Once answers are counted, `side` must stay: the difference between two pages would show what one group said.
    """

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
    """How many people gave each answer to one pledge's question. A pledge that is gone keeps its answers here; no page shows them."""

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
    """The answers of one group on one occasion, which may be gone since, counted in one quarter, from `copies` saved copies.

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
    """All answers so far, as counts (`answers/counts.yml`). `taken` has the random name of each copy, so that none counts twice."""

    taken: list[CopyName]
    counts: list[Count]

    @model_validator(mode="after")
    def _each_copy_once(self) -> "Answers":
        if len(set(self.taken)) < len(self.taken):
            raise ValueError(f"the name of a copy stands under taken: twice. {PUT_BACK}")
        if len({(count.quarter, count.occasion, count.group) for count in self.counts}) < len(self.counts):
            raise ValueError(f"a group has two counts for one occasion and quarter. {PUT_BACK}")
        copies = sum(count.copies for count in self.counts)
        if copies != len(self.taken):
            raise ValueError(f"there are {len(self.taken)} names under taken:, but {copies} copies were counted. {PUT_BACK}")
        return self


class TookPart(Record):
    """A group that took part in an activity; `number` only where the source has it, `note` says what was counted."""

    group: GroupId
    number: Annotated[int, Field(ge=1)] | None = None
    note: Text | None = None


class Activity(Record):
    """Something in which people were asked, heard or worked together. `started` puts activities in order."""

    id: Id
    title: Text
    dates: Text
    started: Month
    what: Texts
    term: TermId
    term_reason: Text
    took_part: Annotated[list[TookPart], Field(min_length=1)]
    # Only where a source names them; an activity of the whole area has none.
    districts: list[DistrictId] = Field(default_factory=list)
    priorities: list[PriorityId] = Field(default_factory=list)
    pledges: list[PledgeId] = Field(default_factory=list)
    changed: Texts
    sources: Sources


class Enough(Record):
    """How many activities would be enough: for each group, district, priority and way of working together."""

    groups: Annotated[int, Field(ge=0)]
    districts: Annotated[int, Field(ge=0)]
    priorities: Annotated[int, Field(ge=0)]
    terms: Annotated[int, Field(ge=0)]


class Tracker(Record):
    """The words around the engagement tracker, and what counts as enough (`tracker.yml`)."""

    introduction: Texts
    enough: Enough
    enough_note: Text


class SaidDid(Record):
    """We said, we did, therefore: what was asked, what was done, what that means for a family, and what is still open."""

    id: Id
    title: Text
    said: Text
    did: Texts
    therefore: Texts
    still_open: list[Text] = Field(default_factory=list)
    page: PageAddress | None = None
    sources: Sources


class ValueWords(Record):
    """Words that show that a comment is about a value."""

    value: ValueId
    words: Texts


class Listening(Record):
    """What `listen` looks for in comments (`listening.yml`)."""

    values: Annotated[list[ValueWords], Field(min_length=1)]
