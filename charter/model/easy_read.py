"""The version that is easier to read."""

from typing import Annotated, Literal

from pydantic import Field

from charter.model.facts import ByFacts
from charter.model.fields import Anchor, Text, Texts
from charter.model.records import Record, Some
from charter.model.references import Link, PledgeId, ValueId
from charter.model.retired import GOES_ALONG

# The pictures in charter/site/templates/pictures/.
Picture = Literal[
    "ages", "agree", "ask", "better", "board", "breaks", "bus", "calendar", "choice", "choose",
    "clock", "complain", "cover", "disability", "done", "door", "equal", "family", "future",
    "give", "goal", "happy", "health", "heard", "heart", "help", "home", "idea", "include",
    "laptop", "leaders", "learn", "letter", "listen", "long", "lost", "loud", "makers", "map",
    "not-here", "not-law", "not-official", "not-yet", "notes", "open", "out", "paper", "parents",
    "pencil", "plain", "question", "ramp", "reading", "reply", "sad", "school", "share", "staff",
    "start", "table", "talk", "tell", "tick", "unsigned", "values", "views", "who-was-there",
]  # fmt: skip


class Idea(ByFacts):
    """One idea of the version that is easier to read: a drawn picture, what it shows, and a few
    short sentences."""

    picture: Picture
    """The drawing beside the words. Each drawing is for one idea only."""
    alt: Text = Field(description="What the picture shows, for people who can't see it.")
    words: Texts
    """A few short sentences, one an item, of 12 words at most. No short forms. A line break in one
    stays: make it where a reader pauses."""
    pledge: Annotated[PledgeId | None, GOES_ALONG] = None
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
    new_sheet: bool = False
    """Whether this part begins a new sheet of paper. Use it for the first promises."""
    ideas: Some[Idea] = Field(description="The ideas below this heading, each with a picture.")
