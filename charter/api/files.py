"""Files of open data: one row of `FILES` each. Their fields and schemas come from the model."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args, get_type_hints

from pydantic import Field, create_model

from charter.answers import tracker
from charter.api.figures import figures
from charter.api.public import ADDRESS, Context
from charter.model import Activity, CaseStudy, Charter, Organisation, Pledge, Priority
from charter.model.area import Cover
from charter.model.fields import Id, Month, Texts
from charter.model.records import Record
from charter.model.signatures import Signature

Address = Annotated[str, Field(json_schema_extra=ADDRESS)]


class Head(Record):
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
    licence: Texts
    """What you may do with these data, and what you have to say when you show them."""


class Listed(Record):
    """One file of the list."""

    name: str
    what: str
    address: Address
    media_type: str
    described_by: Address | None
    page: Address
    licence: Texts


class Index(Head):
    """The list of all files."""

    files: list[Listed]


class Counted(Record):
    """How many activities there were with a group, in a way of working, on a priority or in a
    district.
    """

    id: Id
    name: str
    counted: int
    """Activities since counting began."""
    earlier: int
    """Activities before that. They don't count."""
    enough: int | None = None
    """How many there should be; null where nobody has said."""


# Where a field's value and type come from: an attribute of the charter, or a function with a return
# type.
Origin = str | Callable[[Context], object]


@dataclass(frozen=True)
class File:
    """A file: the page where people read the same, and its fields below the head. `record` names a
    record of the charter whose fields all stand there. A charter without what it `needs` has no
    such file.
    """

    page: str
    record: str = ""
    fields: dict[str, Origin] = field(default_factory=dict)
    needs: str = ""

    def is_there(self, charter: Charter) -> bool:
        """Whether the charter has what it needs."""
        return bool(getattr(charter, self.needs or self.record))

    def kind(self) -> type[Head]:
        """The class of the whole file, which its schema is made from."""
        kind = Charter.model_fields[self.record].annotation if self.record else None
        record: list[Any] = [get_args(kind)[0] if get_args(kind) else kind] if kind else []
        fields: dict[str, Any] = {
            name: (_type(origin), ...) for name, origin in self.fields.items()
        }
        return create_model("File", __base__=(*record, Head), **fields)

    def content(self, context: Context) -> dict[str, Any]:
        """The values of its fields."""
        charter = context.charter
        return dict(getattr(charter, self.record) if self.record else ()) | {
            name: getattr(charter, origin) if isinstance(origin, str) else origin(context)
            for name, origin in self.fields.items()
        }


def _type(origin: Origin) -> Any:
    if not isinstance(origin, str):
        return get_type_hints(origin)["return"]
    if origin in Charter.model_fields:
        return Charter.model_fields[origin].annotation
    return get_type_hints(getattr(Charter, origin).func)["return"]


def _activities(context: Context) -> list[Activity]:
    tracked = tracker.tracked(context.charter)
    return [*tracked.activities, *tracked.earlier]


def _counted(rows: str) -> Origin:
    def counted(context: Context) -> list[Counted]:
        return [
            Counted(id=r.id, name=r.name, counted=r.count, earlier=r.earlier)
            for r in getattr(tracker.tracked(context.charter), rows)
        ]

    return counted


def _counted_since(context: Context) -> Month:
    return context.charter.tracker.since


def _organisations(records: Callable[[Charter], Iterable[Cover | Signature]]) -> Origin:
    def organisations(context: Context) -> list[Organisation]:
        named = {record.organisation for record in records(context.charter)}
        return [each for each in context.charter.organisations if each.id in named]

    return organisations


def _priorities(context: Context) -> list[Priority]:
    return [*context.charter.priorities]  # none, where nobody has chosen any


def _pledges(context: Context) -> list[Pledge]:
    return [*context.charter.pledges_in_order, *context.charter.pledges.retired]


def _stories(context: Context) -> list[CaseStudy]:
    return [*context.charter.stories_in_order, *context.charter.case_studies.retired]


FILES = {
    "charter": File("charter/", "charter", {"values": "values", "pledges": _pledges}),
    "case-studies": File("case-studies/", fields={"case_studies": _stories}, needs="case_studies"),
    "outcomes": File(
        "outcomes/", fields={"outcomes": "outcomes", "priorities": _priorities}, needs="outcomes"
    ),
    "working-together": File("working-together/", "spectrum"),
    "glossary": File("glossary/", fields={"words": "glossary"}, needs="glossary"),
    "engagement": File(
        "progress/tracker/",
        fields={
            "counted_since": _counted_since,
            "activities": _activities,
            **{rows: _counted(rows) for rows in ("groups", "terms", "priorities", "districts")},
        },
        needs="tracker",
    ),
    "said-did": File("progress/said-did/", fields={"said_did": "said_did"}, needs="said_did"),
    "plan": File("progress/plan/", "plan"),
    "area": File(
        "area/", "area", {"organisations": _organisations(lambda charter: charter.area.covers)}
    ),
    "signatures": File(
        "signatures/",
        fields={
            "organisations": _organisations(lambda charter: charter.signatures),
            "signatures": "signatures",
        },
        needs="signatures",
    ),
    "sources": File("about/sources/", fields={"sources": "sources"}, needs="sources"),
    "progress": File("progress/", fields={"figures": figures}, needs="did_we"),
}
