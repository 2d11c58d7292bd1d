"""Where facts come from (`sources/`)."""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from charter.model.fields import MONTH, Id, PastDay, Text, WebAddress, not_in_future, shaped
from charter.model.records import Record

STORED = "stored copy, "


class Source(Record):
    """Where a fact comes from, how it was read, and when."""

    id: Id
    """A short name in small letters, with hyphens. Other records name it: never change it."""
    title: Text = Field(description="What the page or document is called.")
    publisher: Text = Field(description="Who published it.")
    address: Annotated[WebAddress | None, Field(serialization_alias="link")] = None
    """Where it is on the web. Leave it out if it is not there."""
    published: Text
    """The date that the source itself gives, such as 24 October 2023. If it gives none, write: no
    date."""
    read: (
        Annotated[
            str,
            shaped(STORED + MONTH, "stored copy, 2026-11 (and the month in which it was read)"),
            AfterValidator(lambda read: not_in_future(read, f"{read.removeprefix(STORED)}-01")),
        ]
        | None
    ) = None
    """How it was read while nobody has opened the page itself: stored copy, 2026-11."""
    opened: PastDay | None = None
    """The day on which somebody last opened the page itself and read it, without quotes:
    2026-12-01. It stands in place of read."""
    note: Text | None = None
    """What else to know about it. Leave it out if there is nothing."""

    @model_validator(mode="after")
    def _read_in_one_way(self) -> "Source":
        if (self.read is None) is (self.opened is None):
            raise ValueError(
                "a source says how it was read in one way. Write read: stored copy, 2026-11, or,"
                " once somebody has opened the page, opened: 2026-12-01"
            )
        return self

    @property
    def checked(self) -> str:
        """The month in which it was last read, such as 2026-11."""
        return self.read.removeprefix(STORED) if self.read else f"{self.opened:%Y-%m}"
