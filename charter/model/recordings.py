"""Recordings of somebody who reads a page of the charter aloud (`recordings/`), and what they have
in common with films: a file that is fetched only when a reader asks for it, and its words."""

from typing import Annotated, ClassVar

from pydantic import Field

from charter.model.fields import Id, PastDay, Text, Texts, shaped
from charter.model.records import Record
from charter.model.references import PageAddress
from charter.model.retired import STAYS, Out

# The language of all words that are not in a translation.
ENGLISH = "en-GB"
NAME = r"[a-z0-9]+(-[a-z0-9]+)*\."


class Played(Record):
    """What a recording and a film say of themselves. `FOLDER` has their pages and files."""

    FOLDER: ClassVar[str]
    id: Id
    """A short name in small letters, with hyphens. It becomes the page's address: never change
    it."""
    title: Text
    """What it is called, in English. Another language is added by itself: "…, in Polish"."""
    of: Annotated[PageAddress, STAYS]
    """The page of this site whose words it has, such as charter/ or easy-read/."""
    seconds: Annotated[int, Field(ge=1)] = Field(description="How long it is, in seconds: 245.")
    date: PastDay = Field(description="The day on which it was made, without quotes: 2027-05-03.")
    version: Text = Field(description='The version of the charter that it has, such as "draft 1".')
    transcript: Texts
    """Every word of it to read: one paragraph an item. Of a recording in its own language, of a
    film in English."""
    retired: Out

    @property
    def page(self) -> str:
        """The address of its page, below the site's root."""
        return f"{self.FOLDER}/{self.id}/"


class Recording(Played):
    """Somebody reads a page aloud. The sound is a file in docs/recordings/."""

    FOLDER = "recordings"
    language: Annotated[
        str,
        shaped(r"en-GB|[a-z]{2,3}", "en-GB, or pl (the short form of a language: pl is Polish)"),
    ]
    """The language: en-GB for English, or the id of one in translations/, such as pl."""
    file: Annotated[
        str, shaped(NAME + "(mp3|m4a)", "welcome.mp3 (a file in docs/recordings/: .mp3 or .m4a)")
    ]
    """The name of the file in docs/recordings/, which ends in .mp3 or .m4a: any phone plays
    these."""
    speaker: Text
    """Who reads, by role, such as a parent carer or an actor. Never a private person's name."""
