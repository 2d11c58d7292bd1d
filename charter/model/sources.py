"""Where facts come from (`sources/`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Id, Month, Text, WebAddress
from charter.model.records import Record


class Source(Record):
    """Where a fact comes from, and when we last looked."""

    id: Id
    """A short name in small letters, with hyphens. Other records name it: never change it."""
    title: Text = Field(description="What the page or document is called.")
    publisher: Text = Field(description="Who published it.")
    address: Annotated[WebAddress | None, Field(serialization_alias="link")] = None
    """Where it is on the web. Leave it out if it is not there."""
    published: Text
    """The date that the source itself gives, such as 24 October 2023. If it gives none, write: no
    date."""
    checked: Month
    """The month in which you last looked at it, in quotes: "2026-11"."""
    note: Text | None = None
    """What else to know about it. Leave it out if there is nothing."""
