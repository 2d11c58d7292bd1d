"""Who and what stands behind the promises: stories, organisations, signatures and sources."""

import datetime
from collections import Counter
from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import (
    DistrictId,
    Id,
    Month,
    OrganisationId,
    PledgeId,
    PriorityId,
    Record,
    Sources,
    TermId,
    Text,
    Texts,
    WebAddress,
)


class CaseStudy(Record):
    """A true story, with what did not change or is not known."""

    id: Id
    title: Text
    place: Text
    where: Literal["here", "elsewhere"]
    # Only where a source names them; a story of the whole area has none.
    districts: list[DistrictId] = Field(default_factory=list)
    dates: Text
    summary: Text
    who: Texts
    what_was_done: Texts
    term: TermId
    term_reason: Text
    priorities: list[PriorityId]
    pledges: Annotated[list[PledgeId], Field(min_length=1)]
    changed: Texts
    not_changed_or_not_known: Texts
    status: Literal["draft", "agreed"]
    sources: Sources


class Organisation(Record):
    """A body with a part in the charter."""

    id: Id
    name: Text
    part: Text
    address: WebAddress | None = None


class Signature(Record):
    """Whether an organisation has signed. A role signs, never a private person's name."""

    organisation: OrganisationId
    group: Literal["core", "next", "possible"]
    note: Text
    status: Literal["not signed yet", "signed"]
    role: Text | None = None
    date: datetime.date | None = None
    sources: Sources

    @model_validator(mode="after")
    def _signed_by_whom_and_when(self) -> "Signature":
        given = (self.role is not None, self.date is not None)
        if self.status == "signed" and given != (True, True):
            raise ValueError("a signature needs the role of who signed and the date. Add role: and date: (such as 2027-01-31)")
        if self.status == "not signed yet" and given != (False, False):
            raise ValueError("role: or date: is given, but status says not signed yet. Write status: signed, or take them out")
        return self


def each_organisation_once(signatures: list[Signature]) -> list[Signature]:
    """A check that no organisation stands in two places."""
    given = Counter(signature.organisation for signature in signatures)
    if twice := next((organisation for organisation, times in given.items() if times > 1), None):
        raise ValueError(f'the organisation "{twice}" stands here twice. Leave one of them')
    return signatures


class Source(Record):
    """Where a fact comes from, and when we last looked."""

    id: Id
    title: Text
    publisher: Text
    address: WebAddress | None = None
    published: Text
    checked: Month
    note: Text | None = None


class GlossaryEntry(Record):
    """A short form or a hard word, written out and explained."""

    id: Id
    short: Text
    full: Text
    meaning: Text
    note: Text | None = None
    sources: Sources


class Event(Record):
    """Something that happened, in the story of the charter."""

    when: Text
    text: Text
    sources: Sources


class OpenQuestion(Record):
    """Something that nobody has settled, or that we don't know."""

    id: Id
    question: Text
    detail: Text
    sources: Sources
