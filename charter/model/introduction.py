"""The words around the pledges on the charter page (`charter.yml`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Id, Text, Texts
from charter.model.records import Record, Some
from charter.model.references import MaybeSources, Sources
from charter.model.translated import Translated


class Purpose(Record):
    """What working together is for."""

    text: Text = Field(description="What working together is for, in our words.")
    source_words: Text = Field(description="The same just as the source prints it, faults and all.")
    sources: Sources


class Who(Record):
    """Who the charter is for: an age range, an area, and what to know about both."""

    ages: Text = Field(description="The ages that the charter is for.")
    area: Text = Field(description="Where it applies.")
    details: Texts
    """What else to know about ages and area: one paragraph an item."""
    sources: Sources


class Reason(Record):
    """Why one group of people should take part."""

    id: Id
    """A short name for the group of people, such as families. It is a part of addresses: never
    change it."""
    name: Text = Field(description="Which group of people this is for.")
    answer: Texts = Field(description="Why they should take part: one paragraph an item.")


class Introduction(Record):
    """The words around the pledges (`charter.yml`)."""

    welcome: Texts = Field(default_factory=list)
    """The welcome on top of the charter: one paragraph an item."""
    background: Texts = Field(default_factory=list)
    """Why there is a charter: one paragraph an item."""
    purpose: Purpose | None = Field(None, description="What working together is for.")
    ethos: Texts = Field(default_factory=list)
    """How people want to work together: one paragraph an item."""
    definition: Text | None = Field(None, description="What working together means here.")
    who: Who | None = Field(None, description="Who the charter is for, and where.")
    why_take_part: Some[Reason] = Field(default_factory=list)
    """Why each group of people should take part."""
    legal_note: Annotated[Text, Translated()] = (
        "The charter doesn't give anyone new legal rights, or take any away."
    )
    """What the charter is and is not in law."""
    sources: MaybeSources = Field(default_factory=list)
