"""Groups of people who take part (`groups.yml`)."""

from typing import Literal

from pydantic import Field

from charter.model.fields import Id, Text
from charter.model.records import Record


class Group(Record):
    """A group of people who take part, never a person. `side` says whose view an answer counts for.

    Once answers are counted, `side` must stay: the difference between two pages would show what one
    group said."""

    id: Id
    """A short name in small letters, with hyphens. Answers name it: never change it."""
    name: Text = Field(description="What the group is called.")
    side: Literal["families", "staff", "other"]
    """Whose view an answer of this group counts for. Never change it once answers are counted."""
