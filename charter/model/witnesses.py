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
    """A short name in small letters, with hyphens, such as young-reporters. It becomes the page's
    address: never change it.
    """
    title: Text
    """What the story is called."""
    place: Text
    """Where it happened, such as a town or a county."""
    where: Literal["here", "elsewhere"]
    """Whether that is in this area (here) or not (elsewhere)."""
    districts: list[DistrictId] = Field(default_factory=list)
    """The ids of the districts, only where a source names them. A story of the whole area has none.
    """
    dates: Text
    """When it happened, in words for readers, such as 2020 to 2021."""
    summary: Text
    """The story in a sentence or two."""
    who: Texts
    """Who took part: one group an item. No private person's name."""
    what_was_done: Texts
    """What they did: one step an item."""
    term: TermId
    """The id of the way of working together that it shows."""
    term_reason: Text
    """Why it is that way. Say if that is our own reading."""
    priorities: list[PriorityId]
    """The ids of the priorities that it is about. Write [] for none."""
    pledges: Annotated[list[PledgeId], Field(min_length=1)]
    """The ids of the pledges that it shows, one or more."""
    changed: Texts
    """What changed after it, and only what a source says: one change an item."""
    not_changed_or_not_known: Texts
    """What did not change, or is not known: one an item."""
    status: Literal["draft", "agreed"]
    """Leave it at draft until the people in the story have agreed the words."""
    sources: Sources


class Organisation(Record):
    """A body with a part in the charter."""

    id: Id
    """A short name in small letters, with hyphens. Signatures name it: never change it."""
    name: Text
    """Its official name."""
    part: Text
    """What part it has in the charter."""
    address: WebAddress | None = None
    """Its website. Leave it out if it has none."""


class Signature(Record):
    """Whether an organisation has signed. A role signs, never a private person's name."""

    organisation: OrganisationId
    """The id of the organisation."""
    group: Literal["core", "next", "possible"]
    """How close it is to signing: core, next to be asked, or possible."""
    note: Text
    """Why it is on the list, in a sentence or two."""
    status: Literal["not signed yet", "signed"]
    """Say signed only if there is proof in public. A promise to sign is not a signature."""
    role: Text | None = None
    """The role of the person who signed, such as leader of the council. Never a private person's
    name. Only if it is signed.
    """
    date: datetime.date | None = None
    """The day on which it was signed, without quotes: 2027-01-31. Only if it is signed."""
    sources: Sources

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


def each_organisation_once(signatures: list[Signature]) -> list[Signature]:
    """A check that no organisation stands in two places."""
    given = Counter(signature.organisation for signature in signatures)
    if twice := next((organisation for organisation, times in given.items() if times > 1), None):
        raise ValueError(f'the organisation "{twice}" stands here twice. Leave one of them')
    return signatures


class Source(Record):
    """Where a fact comes from, and when we last looked."""

    id: Id
    """A short name in small letters, with hyphens. Other records name it: never change it."""
    title: Text
    """What the page or document is called."""
    publisher: Text
    """Who published it."""
    address: WebAddress | None = None
    """Where it is on the web. Leave it out if it is not there."""
    published: Text
    """The date that the source itself gives, such as 24 October 2023. If it gives none, write: no
    date.
    """
    checked: Month
    """The month in which you last looked at it, in quotes: "2026-11"."""
    note: Text | None = None
    """What else to know about it. Leave it out if there is nothing."""


class GlossaryEntry(Record):
    """A short form or a hard word, written out and explained."""

    id: Id
    """A short name in small letters. It is the address of this place on the page: never change it.
    """
    short: Text
    """The short form or the hard word."""
    full: Text
    """What it is written out, or the word itself."""
    meaning: Text
    """What it means, in everyday words."""
    note: Text | None = None
    """What else to know. Leave it out if there is nothing."""
    sources: Sources


class Event(Record):
    """Something that happened, in the story of the charter."""

    when: Text
    """When it happened, in words for readers, such as 2 May 2023."""
    text: Text
    """What happened, in a sentence or two."""
    sources: Sources


class OpenQuestion(Record):
    """Something that nobody has settled, or that we don't know."""

    id: Id
    """A short name in small letters, with hyphens. It is the address of this place on the page:
    never change it.
    """
    question: Text
    """What is not settled, as a question."""
    detail: Text
    """What is known about it, and what is not."""
    sources: Sources
