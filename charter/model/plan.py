"""The action plan: what somebody said would be done, by whom, and how far it is."""

import datetime
from typing import Literal

from pydantic import Field, model_validator

from charter.model.fields import Anchor, Text, Texts
from charter.model.records import Record, Some
from charter.model.references import Sources
from charter.model.replies import Replies


class Action(Record):
    """Something that somebody said would be done."""

    id: Anchor
    text: Text = Field(description="What somebody said would be done.")
    owner: Text | None = None
    """The role or body that does it, never a private person. Leave it out while nobody is named."""
    state: Literal["done", "under way", "not started", "not known"]
    """How far it is. If you don't know, say not known."""
    note: Text | None = None
    """What readers should know besides. Leave it out if there is nothing."""
    by: datetime.date | None = None
    """The day by which it should be done, without quotes: 2026-11-23. Leave it out while there is
    none."""
    sources: Sources
    reply: Replies

    def overdue(self, today: datetime.date) -> bool:
        """Whether its day has passed and it is not done. On the day itself there is still time."""
        return self.by is not None and self.by < today and self.state != "done"


class Plan(Record):
    """What leaders are expected to do, who does what next, what training is offered, and how people
    will find out about pledges."""

    expectations: Some[Action] = Field(description="What leaders are expected to do.")
    actions: Some[Action] = Field(description="Who does what next.")
    training: list[Action] = Field(description="What training is offered, or [] for none.")
    finding_out: Texts
    """How people will find out whether pledges are kept: one paragraph an item."""

    @property
    def everything(self) -> list[Action]:
        """All that somebody said would be done, in the order of the page."""
        return [*self.expectations, *self.actions, *self.training]

    @model_validator(mode="after")
    def _no_id_of_the_page(self) -> "Plan":
        # Ids stand on one page, beside those of its own parts.
        parts = [*type(self).model_fields, "finding-out", "sources"]
        if taken := next((action.id for action in self.everything if action.id in parts), None):
            raise ValueError(
                f'the id "{taken}" is the name of a part of the plan\'s page. Choose another'
            )
        return self
