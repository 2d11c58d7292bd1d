"""Who has signed the charter, and who has not yet (`signatures.yml`)."""

import datetime
from typing import Literal

from pydantic import Field, model_validator

from charter.model.fields import PastDay, Text
from charter.model.records import Record
from charter.model.references import OrganisationId, Sources
from charter.model.replies import Replies


class Signature(Record):
    """Whether an organisation has signed. A role signs, never a private person's name."""

    organisation: OrganisationId = Field(description="The id of the organisation.")
    group: Literal["core", "next", "possible"]
    """How close it is to signing: core, next to be asked, or possible."""
    note: Text = Field(description="Why it is on the list, in a sentence or two.")
    status: Literal["not signed yet", "signed"]
    """Say signed only if there is proof in public. A promise to sign is not a signature."""
    asked: PastDay | None = None
    """The day on which it was asked to sign, without quotes: 2026-12-01, if a source shows that."""
    role: Text | None = None
    """The role of the person who signed, such as leader of the council. Never a private person's
    name. Only if it is signed."""
    date: datetime.date | None = None
    """The day on which it was signed, without quotes: 2027-01-31. Only if it is signed."""
    sources: Sources
    reply: Replies

    @model_validator(mode="after")
    def _signed_by_whom_and_when(self) -> "Signature":
        given = (self.role is not None, self.date is not None)
        if self.status == "signed" and given != (True, True):
            raise ValueError(
                "a signature needs the role of who signed and the date. Add role: and date: (such"
                " as 2027-01-31)"
            )
        if self.status == "not signed yet" and given != (False, False):
            raise ValueError(
                "role: or date: is given, but status says not signed yet. Write status: signed, or"
                " take them out"
            )
        return self
