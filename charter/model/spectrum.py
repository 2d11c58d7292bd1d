"""The ways of working together (`spectrum.yml`)."""

from typing import Literal

from pydantic import Field

from charter.model.fields import Id, Text, Texts
from charter.model.records import Record, Records
from charter.model.references import CaseStudyId, Sources


class Term(Record):
    """One way of working together on the spectrum."""

    id: Id
    """A short name in small letters, such as co-design. Stories name it: never change it."""
    name: Text = Field(description="What this way of working together is called.")
    meaning: Text = Field(description="What it means, in everyday words.")
    who_starts: Text = Field(description="Who starts it.")
    who_decides: Text = Field(description="Who decides in the end.")
    you_get_back: Text = Field(description="What people who took part hear back.")
    example: Text = Field(description="An example, in a sentence or two.")
    example_story: CaseStudyId | None = None
    """The id of a story that is an example. Leave it out if there is none."""
    sources: Sources


class Spectrum(Record):
    """The ways of working together, from the least to the most shared."""

    introduction: Texts
    """The words above the ways of working together: one paragraph an item."""
    status: Literal["proposed", "agreed"]
    """Leave it at proposed until these meanings really are agreed."""
    terms: Records[Term]
    """The ways of working together, from the least to the most shared."""
