"""If a pledge is not kept: a sentence to copy, the law, and where to turn (`not-kept.yml`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import PRIVATE, Text, WebAddress, says
from charter.model.page_words import Linked
from charter.model.records import Record, Some
from charter.model.references import PledgeId, Sources


class Helper(Record):
    """An organisation to turn to."""

    name: Text = Field(description="Its name. It is a link, where it has a page.")
    address: WebAddress | None = None
    """Its page on the web. Leave it out where each has its own, such as schools. Never a phone
    number or an email: they go out of date without a sign."""
    can: Text = Field(description="What it is for.")
    cannot: Text = Field(description="What it is not for.")
    leaflet: Annotated[Text | None, PRIVATE] = None
    """On the leaflet, in front of its name: what to ask it for. Leave it out if it is not there."""
    sources: Sources


class Helpers(Record):
    """Organisations to turn to, under one heading."""

    heading: Text = Field(description="The heading above them, such as Advice.")
    helpers: Some[Helper] = Field(description="The organisations.")


class Law(Record):
    """Something that the law says about taking part."""

    text: Text = Field(description="What the law says, in a sentence or two.")
    sources: Sources


class NotKept(Record):
    """What families can do, where to turn, and what the law says."""

    advice: Linked = Field(description="Who gives free advice: a sentence.")
    pledge: PledgeId | None = None
    """The pledge that the sentence to copy names. Leave it out for the first of the charter."""
    sentence: Annotated[Text, says("pledge")]
    """A sentence to copy into a letter. Keep {pledge}: its name goes there."""
    copy_it: Text = Field(description="The words of the button that copies the sentence.")
    law_note: Text | None = None
    """What else people can point to. Leave it out if there is nothing."""
    law: Some[Law] = Field(description="What the law says about taking part.")
    turn_to: Some[Helpers] = Field(description="Where to turn: one group an item.")

    @property
    def on_the_leaflet(self) -> list[Helper]:
        """Those with a line for the leaflet."""
        return [each for group in self.turn_to for each in group.helpers if each.leaflet]
