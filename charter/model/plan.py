"""The action plan: what somebody said would be done, by whom, and how far it is."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import Id, Record, Sources, Text, Texts


class Action(Record):
    """Something that somebody said would be done."""

    id: Id
    """A short name in small letters, with hyphens. It is the address of this place on the page:
    never change it.
    """
    text: Text
    """What somebody said would be done."""
    owner: Text | None = None
    """The role or body that does it, never a private person. Leave it out while nobody is named."""
    state: Literal["done", "under way", "not started", "not known"]
    """How far it is. If you don't know, say not known."""
    note: Text
    """How we know that, or what is not known."""
    by: datetime.date | None = None
    """The day by which it should be done, without quotes: 2026-11-23. Leave it out while there is
    none.
    """
    sources: Sources

    def overdue(self, today: datetime.date) -> bool:
        """Whether its day has passed and it is not done. On the day itself there is still time."""
        return self.by is not None and self.by < today and self.state != "done"


class Plan(Record):
    """What leaders are expected to do, who does what next, what training is offered, and how people
    will find out about pledges.
    """

    expectations: Annotated[list[Action], Field(min_length=1)]
    """What leaders are expected to do."""
    actions: Annotated[list[Action], Field(min_length=1)]
    """Who does what next."""
    training: list[Action]
    """What training is offered, or [] for none."""
    finding_out: Texts
    """How people will find out whether pledges are kept: one paragraph an item."""

    @property
    def everything(self) -> list[Action]:
        """All that somebody said would be done, in the order of the page."""
        return [*self.expectations, *self.actions, *self.training]

    @model_validator(mode="after")
    def _each_id_once(self) -> "Plan":
        # Ids stand on one page, beside those of its own parts.
        parts = [*type(self).model_fields, "finding-out", "sources"]
        given = [action.id for action in self.everything]
        for wanted in given:
            if given.count(wanted) > 1:
                raise ValueError(
                    f'the id "{wanted}" is used twice in the plan. Every id may stand only once'
                )
            if wanted in parts:
                raise ValueError(
                    f'the id "{wanted}" is the name of a part of the plan\'s page. Choose another'
                )
        return self
