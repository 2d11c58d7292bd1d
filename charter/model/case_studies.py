"""Stories of people who worked together (`case-studies/`)."""

from typing import Literal

from pydantic import Field

from charter.model.fields import Id, Text, Texts
from charter.model.records import Record, Some
from charter.model.references import DistrictId, PledgeId, PriorityId, Sources
from charter.model.replies import Replies
from charter.model.retired import Out
from charter.model.together import Together


class CaseStudy(Record):
    """A true story, with what did not change or is not known."""

    id: Id
    """A short name in small letters, with hyphens, such as young-reporters. It becomes the page's
    address: never change it."""
    title: Text = Field(description="What the story is called.")
    place: Text = Field(description="Where it happened, such as a town or a county.")
    where: Literal["here", "elsewhere"]
    """Whether that is in this area (here) or not (elsewhere)."""
    districts: list[DistrictId] = Field(default_factory=list)
    """The ids of the districts, only where a source names them. A story of the whole area has
    none."""
    dates: Text = Field(description="When it happened, in words for readers, such as 2020 to 2021.")
    summary: Text = Field(description="The story in a sentence or two.")
    who: Texts = Field(description="Who took part: one group an item. No private person's name.")
    what_was_done: Texts = Field(description="What they did: one step an item.")
    together: Together = Field(default_factory=Together)
    """The test of four questions. The way of working together follows from the answers."""
    priorities: list[PriorityId]
    """The ids of the priorities that it is about. Write [] for none."""
    pledges: Some[PledgeId]
    """The ids of the pledges that it shows, one or more."""
    changed: Texts
    """What changed after it, and only what a source says: one change an item."""
    not_changed_or_not_known: Texts
    """What did not change, or is not known: one an item."""
    status: Literal["draft", "agreed"]
    """Leave it at draft until the people in the story have agreed the words."""
    sources: Sources
    reply: Replies
    retired: Out
