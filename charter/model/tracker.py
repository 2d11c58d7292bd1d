"""The words around the tracker, and what counts as enough (`tracker.yml`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Month, Texts
from charter.model.records import Record, Unique
from charter.model.references import GroupId, TermId


class EnoughForGroup(Record):
    """How many activities with a group would be enough."""

    group: GroupId = Field(description="The id of the group.")
    number: Annotated[int, Field(ge=1)]
    """How many activities with this group would be enough."""


class EnoughForTerm(Record):
    """How many activities of one way of working together would be enough."""

    term: TermId = Field(description="The id of the way of working together.")
    number: Annotated[int, Field(ge=1)]
    """How many activities of this kind would be enough."""


class Enough(Record):
    """How many activities would be enough."""

    since: Month = Field(description='Activities count from this month on, in quotes: "2023-05".')
    groups: Annotated[list[EnoughForGroup], Unique("group")]
    """How many would be enough for each group. A group that is left out has no such number."""
    terms: Annotated[list[EnoughForTerm], Unique("term")]
    """How many would be enough for each way of working together. One that is left out has no such
    number."""
    priorities: Annotated[int, Field(ge=0)]
    """How many would be enough for each priority. Write 0 if nobody has said."""
    districts: Annotated[int, Field(ge=0)]
    """How many would be enough for each district. Write 0 if nobody has said."""

    def for_group(self, wanted: str) -> int:
        """How many activities with a group would be enough; 0 where nobody has said."""
        return next((each.number for each in self.groups if each.group == wanted), 0)

    def for_term(self, wanted: str) -> int:
        """How many activities of one way of working together would be enough; 0 where nobody has
        said."""
        return next((each.number for each in self.terms if each.term == wanted), 0)


class Tracker(Record):
    """The words around the engagement tracker, what counts as enough and who says so, and how
    activities are counted (`tracker.yml`)."""

    introduction: Texts = Field(description="The words above the tracker: one paragraph an item.")
    enough: Enough = Field(description="How many activities would be enough.")
    enough_note: Texts
    """Who says that this is enough, and why: one paragraph an item."""
    counting: Texts = Field(description="How activities are counted: one rule an item.")
