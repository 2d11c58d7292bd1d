"""What an answer means to the model: a value, or what is wrong with it, said in the words that `check` uses."""

import datetime
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from charter.data.field_errors import explain
from charter.data.yaml_reader import Path
from charter.editors.json_schema import Schema
from charter.model.fields import Record


def read(typed: str, field: Schema) -> Any:
    """A one-line answer as the kind of value that the field holds, or just as it was typed where it is none."""
    if field.get("format") == "date":
        with suppress(ValueError):
            return datetime.date.fromisoformat(typed)
    if field.get("type") == "integer" and typed.isdecimal():
        return int(typed)
    return typed


def wrong(model: type[Record], place: Path, value: Any, ids: dict[str, list[str]]) -> str:
    """What the model says against a value at a place within a record, whatever the rest may be. Empty if nothing."""
    try:
        model.model_validate(_around(place, value), context={"ids": ids})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if details["loc"][: len(place)] == place:
                return explain(details, None)
    return ""


def _around(place: Path, value: Any) -> Any:
    """A record that holds nothing but one value. A place in a list is always its first."""
    for step in reversed(place):
        value = {step: value} if isinstance(step, str) else [value]
    return value
