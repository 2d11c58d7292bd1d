"""Ids by which a record names another record, and addresses of pages of the site."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated

from pydantic import Field, ValidationInfo

from charter.model.fields import Rule, Text, in_short, shaped
from charter.model.records import Record, not_here

# In a field's JSON Schema: the kind of record that it names.
REFERS_TO = "refersTo"
# As many ids as a message names.
FEW = 10


def _some_of(ids: list[str]) -> str:
    if not ids:
        return "There are none: take this out"
    more = f" or one of {len(ids) - FEW} more" if len(ids) > FEW else ""
    return f"Write one of: {', '.join(in_short(wanted) for wanted in ids[:FEW])}{more}"


def known(kind: str) -> Rule:
    """A check that a record of this kind exists; the loader passes the ids seen as context."""

    def check(given: str, info: ValidationInfo) -> str:
        context = info.context or {}
        ids: Mapping[str, list[str]] = context.get("ids", {})
        if kind in context.get("missing", ()):
            raise not_here()
        wanted = given.partition("#")[0]  # a place on a page stands behind its address
        folders = context.get("folders", ()) if kind == "page" else ()
        if kind not in ids or wanted in ids[kind] or wanted.startswith(tuple(folders)):
            return given
        near = get_close_matches(wanted, ids[kind], n=1)
        remedy = f'Did you mean "{near[0]}"?' if near else _some_of(ids[kind])
        raise ValueError(f'there is no {kind} called "{in_short(wanted)}". {remedy}')

    return Rule(check, {REFERS_TO: kind})


ValueId = Annotated[str, known("value")]
PledgeId = Annotated[str, known("pledge")]
OutcomeId = Annotated[str, known("outcome")]
PriorityId = Annotated[str, known("priority")]
CaseStudyId = Annotated[str, known("case study")]
OrganisationId = Annotated[str, known("organisation")]
GroupId = Annotated[str, known("group")]
StateId = Annotated[str, known("state")]
DistrictId = Annotated[str, known("district")]
# A record that has a page of its own, of whatever kind.
RecordId = Annotated[str, known("record")]
SourceId = Annotated[str, known("source")]
NotesLineId = Annotated[str, known("notes line")]
MaybeSources = Annotated[
    list[SourceId],
    Field(
        default_factory=list,
        description="The ids of the sources that show this. Leave it out if nothing needs one.",
    ),
]
Sources = Annotated[
    list[SourceId],
    Field(
        min_length=1,
        description=(
            "The ids of the sources that show this, one or more. They stand in data/sources/."
        ),
    ),
]
PageAddress = Annotated[
    str,
    shaped(r"([a-z0-9-]+/)*", "charter/kindness-1/ (a page of this site, with a slash at the end)"),
    known("page"),
]
PlaceAddress = Annotated[
    str,
    shaped(
        r"([a-z0-9-]+/)*(#[a-z0-9-]+)?",
        "not-kept/#where (a page of this site, or a place on it)",
    ),
    known("page"),
]


class Link(Record):
    """Words that lead to another page of this site."""

    words: Text = Field(description="The words of the link. They say where it leads.")
    page: PlaceAddress
    """The page, or the place on one, that it leads to: charter/. For the home page, write ""."""
