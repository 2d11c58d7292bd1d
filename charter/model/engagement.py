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
    """Some who took part in an activity.

    `group` is left out where the source does not say who they were; then `note` says what it does say. `number` is there only
    where the source has it, and `note` says what was counted.
    """

    group: GroupId | None = None
    number: Annotated[int, Field(ge=1)] | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "TookPart":
        if self.group is None and self.note is None:
            raise ValueError("says nothing of who took part. Add group:, or say in note: what the source tells")
        return self


class Activity(Record):
    """Something in which people were asked, heard or worked together.

    `started` puts activities in order and says which count towards enough; a year alone will do.
    """

    id: Id
    title: Text
    dates: Text
    started: YearOrMonth
    what: Texts
    term: TermId
    term_reason: Text
    took_part: Annotated[list[TookPart], Field(min_length=1)]
    # Only where a source names them; an activity of the whole area has none.
    districts: list[DistrictId] = Field(default_factory=list)
    priorities: list[PriorityId] = Field(default_factory=list)
    pledges: list[PledgeId] = Field(default_factory=list)
    changed: Texts
    story: CaseStudyId | None = None
    sources: Sources

    @property
    def first_month(self) -> str:
        """The month in which it began. A year alone counts as its January, so that nothing looks newer than it may be."""
        return self.started if "-" in self.started else f"{self.started}-01"


class EnoughForGroup(Record):
    """How many activities with a group would be enough."""

    group: GroupId
    number: Annotated[int, Field(ge=1)]


class EnoughForTerm(Record):
    """How many activities of one way of working together would be enough."""

    term: TermId
    number: Annotated[int, Field(ge=1)]


class Enough(Record):
    """How many activities would be enough, of those that began in the month `since` or later.

    What is left out of `groups` or `terms` has no such number. 0 for districts or priorities means the same for them.
    """

    since: Month
    groups: list[EnoughForGroup]
    terms: list[EnoughForTerm]
    priorities: Annotated[int, Field(ge=0)]
    districts: Annotated[int, Field(ge=0)]

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
        """How many activities of one way of working together would be enough; 0 where nobody has said."""
        return next((each.number for each in self.terms if each.term == wanted), 0)


class Tracker(Record):
    """The words around the engagement tracker, what counts as enough and who says so, and how activities are counted (`tracker.yml`)."""

    introduction: Texts
    enough: Enough
    enough_note: Texts
    counting: Texts


class Shown(Record):
    """A page of this site where something can be seen, and the words of the link to it."""

    words: Text
    page: PageAddress


class SaidDid(Record):
    """We said, we did, therefore: what was asked, what was done, what that means for a family, and what is still open."""

    id: Id
    title: Text
    said: Texts
    did: Texts
    therefore: Texts
    still_open: list[Text] = Field(default_factory=list)
    shown: Shown
    sources: Sources
