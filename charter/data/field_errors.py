"""What pydantic finds wrong, said in plain English with a remedy."""

import re
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from charter.data.locations import SourceMap
from charter.data.odd_characters import in_word
from charter.model import Charter
from charter.model.fields import in_short
from charter.model.records import REPEATED, Loc

# By pydantic's type of error.
MESSAGES = {
    "missing": "is missing. Add it",
    "string_type": "write one text here, not a list",
    "date": "write a date like this, without quotes: 2026-11-23",
    "list_type": "write a list here: each item on its own line, after a hyphen and a space",
    "int_type": "write a whole number, without quotes",
    "greater_than_equal": "write a number that is {ge} or more",
    "greater_than": "write a number that is more than {gt}",
    "too_short": "the list is empty. Write at least one item",
    "model_type": "write fields here, each on its own line: name: text",
}


def explain(details: ErrorDetails, source_map: SourceMap, model: type[BaseModel] = Charter) -> str:
    """A pydantic error as a sentence on one line, with what was typed there and what to write
    instead.
    """
    return _explained(details, source_map, model).replace("\n", " ")


def _explained(details: ErrorDetails, source_map: SourceMap, model: type[BaseModel]) -> str:
    kind, given = details["type"], details["input"]
    _, _, typed = source_map.find(details["loc"])
    if strange := _strange_character(details, typed):
        return strange
    if kind == REPEATED:
        return _repeated(details, source_map)
    if kind == "value_error":
        return str(details["ctx"]["error"])
    if kind == "extra_forbidden":
        return _unknown_field(details["loc"], model)
    if given is None and kind != "missing":
        return "is empty. Write something after the colon, or take the line out"
    if kind == "string_type" and isinstance(given, list) and isinstance(details["loc"][-1], int):
        return "begins with two hyphens. Write one text here, behind one hyphen: - text"
    if kind == "string_type" and not isinstance(given, (list, dict)):
        shown = in_short(str(typed))
        return f'YAML does not read {shown} as text. Put it in quotes: "{shown}"'
    if kind == "literal_error":
        choices = str(details["ctx"]["expected"]).replace("'", '"')
        return "write one of: " + re.sub("True|False", lambda word: word[0].lower(), choices)
    if template := MESSAGES.get("date" if kind.startswith("date") else kind):
        return template.format(**details.get("ctx", {}))
    shown = in_short(typed or str(given))
    return (
        f"is not what it should be (it says {shown}). Write it as it stands elsewhere in the file"
    )


def _strange_character(details: ErrorDetails, typed: str | None) -> str:
    """What to say where a name, an id, a choice, a number or a day looks right and is not."""
    word = str(details["loc"][-1]) if details["type"] == "extra_forbidden" else typed or ""
    right = not details["type"].startswith(("missing", "model", "string", "too_", REPEATED))
    return in_word(word) if right and not re.search(r"\S[ \n]\S", word) else ""


def _repeated(details: ErrorDetails, source_map: SourceMap) -> str:
    facts, loc = details["ctx"], details["loc"]
    file, line, _ = source_map.find((*loc[: -len(facts["first"])], *facts["first"]))
    return f'"{facts["text"]}" is used already in {file}, line {line}. {facts["remedy"]}'


def _unknown_field(loc: Loc, model: type[BaseModel]) -> str:
    known = _fields_at(loc[:-1], model)
    near = get_close_matches(str(loc[-1]), known, n=1)
    remedy = f'Did you mean "{near[0]}"?' if near else "The fields are: " + ", ".join(known)
    return f"there is no such field here. {remedy}"


def _fields_at(loc: Loc, model: type[BaseModel]) -> list[str]:
    """The names of the fields that the model knows at a loc."""
    for step in loc:
        if isinstance(step, str):
            model = next(
                part for part in _parts(model.model_fields[step].annotation) if _is_model(part)
            )
    return [field.alias or name for name, field in model.model_fields.items()]


def _parts(kind: Any) -> list[Any]:
    return [kind] + [inner for part in get_args(kind) for inner in _parts(part)]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
