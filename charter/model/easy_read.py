"""The version that is easier to read."""

from collections import Counter
from typing import Annotated, Literal

from pydantic import Field

from charter.model.fields import Id, Link, PledgeId, Record, Text, Texts, ValueId

# The pictures in charter/site/templates/pictures/.
Picture = Literal[
    "ages", "ask", "calendar", "chair", "circle", "clock", "door", "equal", "family", "future", "heart", "help", "idea",
    "laptop", "law", "letter", "listen", "loud", "map", "not-here", "pages", "paper", "pencil", "puzzle", "ramp", "reading",
    "sad", "staff", "star", "table", "talk", "test", "tick", "unsigned", "values",
]  # fmt: skip


class Idea(Record):
    """One idea of the version that is easier to read: a drawn picture, what it shows, and a few
    short sentences.
    """

    picture: Picture
    """The drawing beside the words. Use each drawing for three ideas at most."""
    alt: Text
    """What the picture shows, for people who can't see it."""
    words: Texts
    """A few short sentences, one an item, of 15 words at most. No short forms."""
    pledge: PledgeId | None = None
    """The id of the pledge, if this idea is that pledge in easier words."""
    link: Link | None = None
    """A link below the words. Leave it out if there is none."""


class EasyPart(Record):
    """A heading of the version that is easier to read, and its ideas. A part about a value has that
    value's colour.
    """

    id: Id
    """A short name in small letters, with hyphens. It is the address of this place on the page:
    never change it.
    """
    heading: Text
    """The heading, in easy words."""
    value: ValueId | None = None
    """The id of the value, if this part is about one. It then has that value's colour."""
    ideas: Annotated[list[Idea], Field(min_length=1)]
    """The ideas below this heading, each with a picture."""


def each_pledge_once(parts: list[EasyPart]) -> list[EasyPart]:
    """A check that no pledge has two ideas: its name is the idea's place on the page."""
    given = Counter(idea.pledge for part in parts for idea in part.ideas if idea.pledge)
    if twice := next((pledge for pledge, times in given.items() if times > 1), None):
        raise ValueError(
            f'the pledge "{twice}" has two ideas. Leave one of them, or take pledge: out of the'
            " other"
        )
    return parts
