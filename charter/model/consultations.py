"""Consultations: people are asked from one day to another, and hear what came of it
(`consultations/`). What pages say follows from the day."""

import datetime
from typing import Literal

from pydantic import Field, model_validator

from charter.model.fields import Anchor, MailAddress, PastDay, Text, Texts
from charter.model.page_words import Linked
from charter.model.records import Record, Some
from charter.model.references import Sources

State = Literal["announced", "open", "closed", "answered"]


class CameOfIt(Record):
    """What came of a consultation, and the day on which people were told."""

    date: PastDay = Field(description="The day on which people were told: 2027-05-03.")
    text: Some[Linked] = Field(description="What came of it: one paragraph an item.")


class Consultation(Record):
    """People are asked about the charter. Nothing has to be taken down by hand: it opens and closes
    by the day."""

    id: Anchor
    title: Text = Field(description="What it is called.")
    by: Text = Field(description="Who asks and reads the answers, such as the council.")
    opens: datetime.date = Field(description="Its first day, without quotes: 2027-01-31.")
    closes: datetime.date = Field(description="Its last day, without quotes: 2027-03-31.")
    how: Some[Linked]
    """How people can answer: one way an item. Give each the link or address that it needs."""
    email: MailAddress | None = None
    """The email address for answers. Leave it out if there is none."""
    papers: list[Linked] = Field(default_factory=list)
    """What there is to read before: one an item. Leave it out if there is nothing."""
    privacy: Texts = Field(description="What happens to what people send: one paragraph an item.")
    next: list[Text] = Field(default_factory=list)
    """What happens next: one paragraph an item. It has to be there once it is closed."""
    came_of_it: CameOfIt | None = None
    """What came of it. Leave it out until people have been told."""
    sources: Sources

    @model_validator(mode="after")
    def _opens_first(self) -> "Consultation":
        if self.closes < self.opens:
            raise ValueError("closes before it opens. Look at both days again")
        return self

    def state(self, today: datetime.date) -> State:
        """How far it is on a day."""
        if today < self.opens:
            return "announced"
        if today <= self.closes:
            return "open"
        return "answered" if self.came_of_it else "closed"
