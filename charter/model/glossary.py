"""Words explained (`glossary.yml`)."""

from pydantic import Field

from charter.model.fields import Id, Text
from charter.model.records import Record
from charter.model.references import Sources


class GlossaryEntry(Record):
    """A short form or a hard word, written out and explained."""

    id: Id
    """A short name in small letters. It is the address of this place on the page: never change
    it."""
    short: Text = Field(description="The short form or the hard word.")
    full: Text = Field(description="What it is written out, or the word itself.")
    meaning: Text = Field(description="What it means, in everyday words.")
    note: Text | None = None
    """What else to know. Leave it out if there is nothing."""
    sources: Sources
