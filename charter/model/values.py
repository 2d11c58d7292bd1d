"""The shared values (`values.yml`)."""

from typing import Annotated, Literal

from pydantic import Field

from charter.model.fields import PRIVATE, Id, Text
from charter.model.records import Record


class Value(Record):
    """A shared value. Its look is one of the drawn families: a colour, an icon and a shape."""

    id: Id
    """A short name in small letters, such as kindness. Its pledges have it in their ids: never
    change it."""
    name: Text = Field(description="The value's name.")
    look: Annotated[Literal["star", "rings", "circle", "bubble", "tick"], PRIVATE]
    """Its colour, icon and shape. Each value has its own."""
    meaning: Text = Field(description="What the value means, in a sentence.")
    poster: Annotated[Text | None, PRIVATE] = None
    """Its meaning on the poster, in a few words. Leave it out if the meaning is short."""
