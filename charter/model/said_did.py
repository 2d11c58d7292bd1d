"""We said, we did, therefore (`said-did/`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import (
    PRIVATE,
    Id,
    PageAddress,
    Record,
    Sources,
    Text,
    Texts,
)


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
    shown: Annotated[Shown, PRIVATE]
    """A page of this site where people can see it."""
    sources: Sources
