"""The forms in which people can have the charter, also without a network."""

from collections.abc import Sized
from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import Anchor, Text, says, shaped
from charter.model.records import Record, Some
from charter.model.references import Link, PageAddress

FileAddress = Annotated[
    str,
    shaped(
        r"([a-z0-9-]+/)+[a-z0-9-]+\.[a-z]+",
        "formats/charter.txt (a file that comes with this site)",
    ),
]


class Format(Record):
    """A form in which people can have the charter, or can't yet: a page of this site, or a file
    that comes with it."""

    id: Anchor
    name: Text = Field(description="What this format is called, such as large print.")
    what: Text = Field(description="What it is, and who it may help.")
    state: Literal["to print", "to save", "not yet"] = Field(description="How to have it, if so.")
    of: Literal["recordings", "films", "translations"] | None = None
    """What it consists of, if that is in a folder of data/: recordings, films or translations. Then
    its state is "not yet", and changes by itself once the folder has one."""
    page: PageAddress | None = None
    """The page of this site that has it, such as leaflet/. Leave it out if it is a file, or not
    there yet."""
    file: FileAddress | None = None
    """The file that comes with this site, such as formats/charter.txt. Leave it out if it is a
    page, or not there yet."""

    @model_validator(mode="after")
    def _follows_by_itself(self) -> "Format":
        if self.of and self.state != "not yet":
            raise ValueError(
                f"is made of {self.of}, so what people can have follows from the data. Write state:"
                " not yet"
            )
        return self

    def state_with(self, parts: Sized) -> str:
        """How to have it, with those records that it consists of."""
        if not (self.of and parts):
            return self.state
        return "to print" if self.of == "translations" else "to play"


class Ask(Record):
    """The words of the button that keeps pages on a device and removes them again, and what it
    says."""

    keep: Text = Field(description="The words of the button that keeps the pages on a device.")
    remove: Text = Field(description="The words of the button that removes them again.")
    waiting: Text = Field(description="What is said while that goes on.")
    kept: Text = Field(description="What is said when the pages are on the device.")
    removed: Text = Field(description="What is said when they are gone.")
    failed: Text = Field(description="What is said when that did not work.")
    without_script: Text = Field(description="What is said where scripts do not run.")


class Offline(Record):
    """The pages that a browser keeps if the reader asks for it, so that they open without a
    network."""

    line: Annotated[Text, says("date")]
    """The line on top of a kept copy. Keep {date}: the day of the copy goes there."""
    pages: Some[Link]
    """The pages that a device keeps. Whoever asks fetches them all, so keep them few."""
    ask: Ask = Field(description="The words of the button, and what it says.")
