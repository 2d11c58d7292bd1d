"""We said, we did, therefore (`said-did/`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import PRIVATE, Anchor, Text, Texts
from charter.model.records import Record
from charter.model.references import Link, Sources


class SaidDid(Record):
    """We said, we did, therefore: what was asked, what was done, what that means for a family, and
    what is still open."""

    id: Anchor
    title: Text = Field(description="What it is about, in a few words.")
    said: Texts = Field(description="What people asked for: one point an item.")
    did: Texts = Field(description="What was done about it: one point an item.")
    therefore: Texts = Field(description="What that means for a family: one point an item.")
    still_open: list[Text] = Field(default_factory=list)
    """What is still open: one point an item. Leave it out if nothing is."""
    shown: Annotated[Link, PRIVATE]
    """A page of this site where people can see it."""
    about_this_site: Annotated[bool, PRIVATE] = False
    """Write true if it's about this website itself, and not about a service."""
    sources: Sources

    @property
    def page(self) -> str:
        """The page that shows it, below the site's root."""
        return "about/asks/" if self.about_this_site else "progress/said-did/"
