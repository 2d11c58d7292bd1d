"""The files of open data: what stands on top of each, and what is in it. Each is one class here,
and one row of `FILES` in `fill.py`.
"""

import datetime
from typing import Literal

from charter.api.shapes.base import Address, Id, Month, Public
from charter.api.shapes.places import (
    Cover,
    District,
    Map,
    Neighbour,
    Organisation,
    Signature,
    Source,
)
from charter.api.shapes.promises import (
    CaseStudy,
    GlossaryEntry,
    Outcome,
    Pledge,
    Priority,
    Purpose,
    Reason,
    Term,
    Value,
    Who,
)
from charter.api.shapes.work import Action, Activity, Counted, Figures, SaidDid


class Head(Public):
    """What stands on top of every file."""

    title: str
    area: str
    draft: str
    """Whether what follows is agreed. Show this line wherever you show the data."""
    draft_date: datetime.date
    draft_version: str
    """The version of the charter. People cite it with its date."""
    format_version: str
    """The version of this form. Within version 1, fields may be added. None is removed or gets
    another meaning.
    """
    address: Address
    described_by: Address
    """The JSON Schema of this file."""
    page: Address
    """The page where people read the same."""
    index: Address
    """The list of all files."""
    changelog: Address
    """What has changed in the form of the data."""
    licence: list[str]
    """What you may do with these data, and what you have to say when you show them."""


class CharterFile(Head):
    """The whole charter: values and pledges, and the words around them."""

    welcome: list[str]
    background: list[str]
    purpose: Purpose
    ethos: list[str]
    definition: str
    who: Who
    why_take_part: list[Reason]
    legal_note: str
    sources: list[Id]
    values: list[Value]
    pledges: list[Pledge]


class CaseStudiesFile(Head):
    """All stories."""

    case_studies: list[CaseStudy]


class OutcomesFile(Head):
    """What is wanted for children and young people, and what to work on first."""

    outcomes: list[Outcome]
    priorities: list[Priority]


class WorkingTogetherFile(Head):
    """The ways of working together, from the least to the most shared."""

    introduction: list[str]
    status: Literal["proposed", "agreed"]
    terms: list[Term]


class GlossaryFile(Head):
    """Words explained."""

    words: list[GlossaryEntry]


class EngagementFile(Head):
    """Who was asked, heard or worked with: each activity, and how often each group, way, priority
    and district was counted.
    """

    counted_since: Month
    activities: list[Activity]
    groups: list[Counted]
    terms: list[Counted]
    priorities: list[Counted]
    districts: list[Counted]


class SaidDidFile(Head):
    """We said, we did, therefore."""

    said_did: list[SaidDid]


class PlanFile(Head):
    """Who said they would do what, by when."""

    expectations: list[Action]
    actions: list[Action]
    training: list[Action]
    finding_out: list[str]


class AreaFile(Head):
    """Where the charter applies, and who works there."""

    introduction: list[str]
    ages: list[str]
    districts: list[District]
    neighbours: list[Neighbour]
    organisations: list[Organisation]
    covers: list[Cover]
    changes: list[str] | None
    map: Map | None
    sources: list[Id]


class SignaturesFile(Head):
    """Who has signed, and who has not yet."""

    organisations: list[Organisation]
    signatures: list[Signature]


class SourcesFile(Head):
    """Where every fact comes from."""

    sources: list[Source]


class ProgressFile(Head):
    """What people answered when they were asked whether pledges were kept, as far as it may be
    shown.
    """

    figures: list[Figures]


class Listed(Public):
    """One file of the list."""

    name: str
    what: str
    address: Address
    media_type: str
    described_by: Address | None
    page: Address
    licence: list[str]


class IndexFile(Head):
    """The list of all files."""

    files: list[Listed]
