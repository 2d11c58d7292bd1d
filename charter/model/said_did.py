"""We said, we did, therefore (`said-did/`)."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import PRIVATE, Anchor, Text, Texts
from charter.model.records import Record
from charter.model.references import Link, Sources


class SaidDid(Record):
    """We said, we did, therefore: what was asked, what was done, what that means for a family, and
    what is still open."""

    id: Anchor
    title: Text = Field(description="What it is about, in a few words.")
    said: Texts = Field(description="What people asked for: one point an item.")
    did: Texts = Field(description="What was done about it: one point an item.")
    therefore: Texts = Field(description="What changes because of it: one point an item.")
    asked: datetime.date | None = None
    """The day on which people asked, without quotes: 2026-11-23. Leave it out if nobody knows."""
    answered: datetime.date | None = None
    """The day on which they had an answer. Leave it out while they have none."""
    decision: Literal["done", "partly", "not"] | None = None
    """What was decided. Leave it out while that isn't known."""
    because: Text | None = None
    """Why, in a plain sentence. It is needed for partly and for not."""
    for_families: list[Text] = Field(default_factory=list)
    """What this means for families, in easy words: one sentence an item, of 15 words at most."""
    follow_up: datetime.date | None = None
    """The day by which somebody looks at it again. Once they have, write the next, or leave it
    out."""
    still_open: list[Text] = Field(default_factory=list)
    """What is still open: one point an item. Leave it out if nothing is."""
    shown: Annotated[Link, PRIVATE]
    """A page of this site where people can see it."""
    about_this_site: Annotated[bool, PRIVATE] = False
    """Write true if it's about this website itself, and not about a service."""
    sources: Sources

    @property
    def page(self) -> str:
        """The page that shows it, below the site's root."""
        return "about/asks/" if self.about_this_site else "progress/said-did/"

    def overdue(self, today: datetime.date) -> bool:
        """Whether its day of following up has passed. On the day itself there is still time."""
        return self.follow_up is not None and self.follow_up < today

    @model_validator(mode="after")
    def _says_why(self) -> "SaidDid":
        if self.decision in ("partly", "not") and not self.because:
            raise ValueError(
                f'the decision is "{self.decision}", but nothing says why. Add because'
            )
        return self
