"""Activities: who took part in what (`engagement/`)."""

from typing import Annotated

from pydantic import Field, model_validator

from charter.model.fields import Id, Text, Texts, shaped
from charter.model.records import Record, Some
from charter.model.references import (
    CaseStudyId,
    DistrictId,
    GroupId,
    PledgeId,
    PriorityId,
    Sources,
)
from charter.model.replies import Replies
from charter.model.together import Together

YearOrMonth = Annotated[
    str,
    shaped(
        r"20\d\d(-(0[1-9]|1[0-2]))?", '"2026-11" or "2026" (year, or year and month, in quotes)'
    ),
]


class TookPart(Record):
    """Some who took part in an activity."""

    group: GroupId | None = None
    """The id of the group, only if the source names it. If it does not, leave this out and say so
    in the note."""
    number: Annotated[int, Field(ge=1)] | None = None
    """How many people took part, only if the source says so. Then the note says what was
    counted."""
    note: Text | None = None
    """What the source says about who took part. Leave it out if there is nothing to add."""

    @model_validator(mode="after")
    def _says_something(self) -> "TookPart":
        if self.group is None and self.note is None:
            raise ValueError(
                "says nothing of who took part. Add group:, or say in note: what the source tells"
            )
        return self


class Activity(Record):
    """Something in which people were asked, heard or worked together."""

    id: Id
    """A short name in small letters, with hyphens, and a year, such as charter-workshop-2023. Never
    change it."""
    title: Text = Field(description="What the activity is called.")
    dates: Text = Field(description="When it was, in words for readers, such as spring 2024.")
    started: YearOrMonth
    """The month in which it began, or the year, in quotes: "2024-09". If nobody says, take the
    month in which a source first shows it."""
    what: Texts = Field(description="What was done: one step an item.")
    together: Together = Field(default_factory=Together)
    """The test of four questions. The way of working together follows from the answers."""
    took_part: Some[TookPart] = Field(description="Who took part.")
    districts: list[DistrictId] = Field(default_factory=list)
    """The ids of the districts that it was about. Where the meeting was does not count. Leave it
    out for the whole area."""
    priorities: list[PriorityId] = Field(default_factory=list)
    """The ids of the priorities that it was about. Leave it out if there are none."""
    pledges: list[PledgeId] = Field(default_factory=list)
    """The ids of the pledges that it goes with. Leave it out if there are none."""
    changed: Texts = Field(description="What changed after it, and what is not known: one an item.")
    story: CaseStudyId | None = None
    """The id of the story that tells more. Leave it out if there is none."""
    sources: Sources
    reply: Replies

    @property
    def first_month(self) -> str:
        """The month in which it began. A year alone counts as its January, so that nothing looks
        newer than it may be."""
        return self.started if "-" in self.started else f"{self.started}-01"
