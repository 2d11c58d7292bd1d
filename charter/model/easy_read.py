"""The version that is easier to read."""

from typing import Literal

from pydantic import Field

from charter.model.fields import Anchor, Text, Texts
from charter.model.records import Record, Some
from charter.model.references import Link, PledgeId, ValueId

# The pictures in charter/site/templates/pictures/.
Picture = Literal[
    "ages", "ask", "calendar", "chair", "circle", "clock", "door", "equal", "family", "future",
    "hand-up", "heart", "help", "idea", "laptop", "letter", "listen", "loud", "map",
    "not-here", "not-law", "not-official", "paper", "pencil", "puzzle", "ramp", "reading",
    "sad", "staff", "star", "table", "talk", "tick", "unsigned", "values",
]  # fmt: skip


class Idea(Record):
    """One idea of the version that is easier to read: a drawn picture, what it shows, and a few
    short sentences."""

    picture: Picture
    """The drawing beside the words. Use each drawing for three ideas at most."""
    alt: Text = Field(description="What the picture shows, for people who can't see it.")
    words: Texts
    """A few short sentences, one an item, of 15 words at most. No short forms."""
    pledge: PledgeId | None = None
    """The id of the pledge, if this idea is that pledge in easier words."""
    link: Link | None = None
    """A link below the words. Leave it out if there is none."""


class EasyPart(Record):
    """A heading of the version that is easier to read, and its ideas. A part about a value has that
    value's colour."""

    id: Anchor
    heading: Text = Field(description="The heading, in easy words.")
    value: ValueId | None = None
    """The id of the value, if this part is about one. It then has that value's colour."""
    ideas: Some[Idea] = Field(description="The ideas below this heading, each with a picture.")
