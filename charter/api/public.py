"""Public form of records: their fields as JSON without private ones, and the schema of that.

A field of the model is private by `PRIVATE`, and has another public name by `serialization_alias`.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from charter import model

ADDRESS = {"type": "string", "format": "uri"}
TEXTS = {"type": "array", "items": {"type": "string"}}


@dataclass(frozen=True)
class Context:
    """What open data are made from: the charter, the site's whole address, and the day, which
    decides which quarters are over.
    """

    charter: model.Charter
    site: str
    today: datetime.date


@dataclass(frozen=True)
class Added:
    """A public field that the model does not have: its schema, and its value for a record."""

    schema: dict[str, Any]
    value: Callable[[Any, Context], object]


def _link(path: str) -> Added:
    """An address on this site. `path` takes attributes of the record, such as `{0.id}`."""
    return Added(ADDRESS, lambda record, context: context.site + path.format(record))


def _pledges(belongs: Callable[[Any, model.Pledge], bool]) -> Added:
    """The ids of the pledges that belong to a record."""
    return Added(
        TEXTS,
        lambda record, context: [
            pledge.id for pledge in context.charter.pledges_in_order if belongs(record, pledge)
        ],
    )


def _way(words: Callable[[model.Term, model.together.Together], str]) -> Added:
    """What is known of a record's way of working together. Version 1 promised these fields."""
    return Added(
        {"type": "string"},
        lambda record, context: (
            words(context.charter.spectrum.label(record.together), record.together)
            if context.charter.spectrum
            else ""
        ),
    )


def _reasons(_: model.Term, given: model.together.Together) -> str:
    answers = map(given.said, get_args(model.together.Question))
    return " ".join([it.because for it in answers if it.because] + [given.called or ""]).strip()


WAY = {"term": _way(lambda term, _: term.id), "term_reason": _way(_reasons)}
ADDED: dict[type[BaseModel], dict[str, Added]] = {
    model.Value: {
        "address": _link("charter/#{0.id}"),
        "pledges": _pledges(lambda value, pledge: pledge.value == value.id),
    },
    model.Pledge: {
        "address": _link("charter/{0.id}/"),
        "outcomes": Added(TEXTS, lambda pledge, _: [link.outcome for link in pledge.outcomes]),
    },
    model.CaseStudy: {"address": _link("case-studies/{0.id}/")} | WAY,
    # A name of version 1, which stays.
    model.Source: {"checked": Added({"type": "string"}, lambda source, _: source.checked)},
    model.Outcome: {
        "address": _link("outcomes/#{0.id}"),
        "pledges": _pledges(
            lambda outcome, pledge: any(link.outcome == outcome.id for link in pledge.outcomes)
        ),
        "barriers": Added(TEXTS, lambda outcome, _: [point.text for point in outcome.barriers]),
        "help": Added(TEXTS, lambda outcome, _: [point.text for point in outcome.help]),
    },
    model.Term: {"address": _link("working-together/#{0.id}")},
    model.GlossaryEntry: {"address": _link("glossary/#{0.id}")},
    model.Activity: {"address": _link("progress/activities/#{0.id}")} | WAY,
    model.SaidDid: {
        "address": _link("{0.page}#{0.id}"),
        "shown_at": _link("{0.shown.page}"),
    },
    model.plan.Action: {"address": _link("progress/plan/#{0.id}")},
}


def public(value: object, context: Context) -> Any:
    """JSON of a record, or of what stands in one of its fields."""
    if isinstance(value, BaseModel):
        fields = {
            info.serialization_alias or name: public(getattr(value, name), context)
            for name, info in type(value).model_fields.items()
            if not info.exclude
        }
        added = ADDED.get(type(value), {})
        return fields | {name: field.value(value, context) for name, field in added.items()}
    if isinstance(value, list):
        return [public(each, context) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


class PublicSchema(GenerateJsonSchema):
    """JSON Schema of what `public` writes: every field is always there, and more may follow."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """One record, with what `ADDED` has for it."""
        made = super().model_schema(schema)
        added = ADDED.get(schema["cls"], {})
        made["properties"] |= {name: field.schema for name, field in added.items()}
        made["required"] = list(made["properties"])
        made.pop("additionalProperties", None)
        return made
