"""Who took part in what, what would be enough, and what was said and done."""

from typing import Annotated

from pydantic import Field, model_validator

from charter.model.fields import (
    CaseStudyId,
    DistrictId,
    GroupId,
    Id,
    Month,
    PageAddress,
    PledgeId,
    PriorityId,
    Record,
    Sources,
    TermId,
    Text,
    Texts,
    YearOrMonth,
)


class TookPart(Record):
    """Some who took part in an activity."""

    group: GroupId | None = None
    """The id of the group, only if the source names it. If it does not, leave this out and say so
    in the note.
    """
    number: Annotated[int, Field(ge=1)] | None = None
    """How many people took part, only if the source says so. Then the note says what was counted.
    """
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
    change it.
    """
    title: Text
    """What the activity is called."""
    dates: Text
    """When it was, in words for readers, such as spring 2024."""
    started: YearOrMonth
    """The month in which it began, or the year, in quotes: "2024-09". If nobody says, take the
    month in which a source first shows it.
    """
    what: Texts
    """What was done: one step an item."""
    term: TermId
    """The id of the way of working together that it was."""
    term_reason: Text
    """Why it is that way. Say if that is our own reading."""
    took_part: Annotated[list[TookPart], Field(min_length=1)]
    """Who took part."""
    districts: list[DistrictId] = Field(default_factory=list)
    """The ids of the districts that it was about. Where the meeting was does not count. Leave it
    out for the whole area.
    """
    priorities: list[PriorityId] = Field(default_factory=list)
    """The ids of the priorities that it was about. Leave it out if there are none."""
    pledges: list[PledgeId] = Field(default_factory=list)
    """The ids of the pledges that it goes with. Leave it out if there are none."""
    changed: Texts
    """What changed after it, and what is not known: one an item."""
    story: CaseStudyId | None = None
    """The id of the story that tells more. Leave it out if there is none."""
    sources: Sources

    @property
    def first_month(self) -> str:
        """The month in which it began. A year alone counts as its January, so that nothing looks
        newer than it may be.
        """
        return self.started if "-" in self.started else f"{self.started}-01"


class EnoughForGroup(Record):
    """How many activities with a group would be enough."""

    group: GroupId
    """The id of the group."""
    number: Annotated[int, Field(ge=1)]
    """How many activities with this group would be enough."""


class EnoughForTerm(Record):
    """How many activities of one way of working together would be enough."""

    term: TermId
    """The id of the way of working together."""
    number: Annotated[int, Field(ge=1)]
    """How many activities of this kind would be enough."""


class Enough(Record):
    """How many activities would be enough."""

    since: Month
    """Activities count from this month on, in quotes: "2023-05"."""
    groups: list[EnoughForGroup]
    """How many would be enough for each group. A group that is left out has no such number."""
    terms: list[EnoughForTerm]
    """How many would be enough for each way of working together. One that is left out has no such
    number.
    """
    priorities: Annotated[int, Field(ge=0)]
    """How many would be enough for each priority. Write 0 if nobody has said."""
    districts: Annotated[int, Field(ge=0)]
    """How many would be enough for each district. Write 0 if nobody has said."""

    @model_validator(mode="after")
    def _each_once(self) -> "Enough":
        for given in ([each.group for each in self.groups], [each.term for each in self.terms]):
            twice = next((wanted for wanted in given if given.count(wanted) > 1), None)
            if twice:
                raise ValueError(f'"{twice}" has two numbers. Leave one of them')
        return self

    def for_group(self, wanted: str) -> int:
        """How many activities with a group would be enough; 0 where nobody has said."""
        return next((each.number for each in self.groups if each.group == wanted), 0)

    def for_term(self, wanted: str) -> int:
        """How many activities of one way of working together would be enough; 0 where nobody has
        said.
        """
        return next((each.number for each in self.terms if each.term == wanted), 0)


class Tracker(Record):
    """The words around the engagement tracker, what counts as enough and who says so, and how
    activities are counted (`tracker.yml`).
    """

    introduction: Texts
    """The words above the tracker: one paragraph an item."""
    enough: Enough
    """How many activities would be enough."""
    enough_note: Texts
    """Who says that this is enough, and why: one paragraph an item."""
    counting: Texts
    """How activities are counted: one rule an item."""


class Shown(Record):
    """A page of this site where something can be seen, and the words of the link to it."""

    words: Text
    """The words of the link. They say where it leads."""
    page: PageAddress
    """The page of this site where people can see it, such as area/."""


class SaidDid(Record):
    """We said, we did, therefore: what was asked, what was done, what that means for a family, and
    what is still open.
    """

    id: Id
    """A short name in small letters, with hyphens. It is the address of this place on the page:
    never change it.
    """
    title: Text
    """What it is about, in a few words."""
    said: Texts
    """What people asked for: one point an item."""
    did: Texts
    """What was done about it: one point an item."""
    therefore: Texts
    """What that means for a family: one point an item."""
    still_open: list[Text] = Field(default_factory=list)
    """What is still open: one point an item. Leave it out if nothing is."""
    shown: Shown
    """A page of this site where people can see it."""
    sources: Sources
