"""JSON Schemas of the files in `data/`, made from the model: programs for editing complete, explain
and underline by them.
"""

import json
from functools import reduce
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter

from charter.data.files import FILES, ONE_RECORD_A_FILE, SHAPES, where
from charter.data.load import KINDS
from charter.model import Charter
from charter.model.fields import REFERS_TO

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Below data/, where .vscode/settings.json looks for them.
FOLDER = "schema"
# The ids of the data stand in a file of their own, so that a new record changes one file and not
# twenty.
NAMES = "names.json"
# What people type. The other files are written by programs.
TYPED = [name for name in Charter.model_fields if name not in (*FILES, SHAPES)]


def texts(charter: Charter) -> dict[str, str]:
    """The text of each schema by its file below `data/`, such as `schema/pledges.json`."""
    made = {NAMES: names(charter)} | {file_of(name): of_file(name) for name in TYPED}
    return {
        f"{FOLDER}/{file}": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for file, schema in made.items()
    }


def file_of(name: str) -> str:
    """The schema's file for a field of the charter, such as `case-studies.json`."""
    return f"{name.replace('_', '-')}.json"


def used_for() -> dict[str, str]:
    """Each schema, and the files that it is about, as `yaml.schemas` in .vscode/settings.json has
    them.
    """
    return {
        Path("data", FOLDER, file_of(name)).as_posix(): Path("data", where(name)).as_posix()
        for name in TYPED
    }


def names(charter: Charter) -> Schema:
    """The ids that references may name, by kind of record."""
    found = {kind: [record.id for record in records(charter, kind)] for kind in KINDS}
    return {
        "$schema": DIALECT,
        "$defs": {_key(kind): {"type": "string", "enum": ids} for kind, ids in found.items()},
    }


def records(charter: Charter, kind: str) -> list[Any]:
    """All records of a kind, in the order of the data."""
    return list(reduce(getattr, map(str, KINDS[kind]), charter))


def of_file(name: str) -> Schema:
    """The schema of one file of a field of the charter: of a single record, where each record has a
    file.
    """
    info = Charter.model_fields[name]
    kind = get_args(info.annotation)[0] if name in ONE_RECORD_A_FILE else info.rebuild_annotation()
    return {
        "$schema": DIALECT,
        **_for_people(TypeAdapter(kind).json_schema()),
        "title": where(name),
        "description": info.description,
    }


def _for_people(node: Any) -> Any:
    """Leave out what says nothing to people, and point to the ids that a reference may name."""
    if isinstance(node, list):
        return [_for_people(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {
        key: value for key, value in node.items() if key != "default" or isinstance(value, dict)
    }
    if "anyOf" in kept:
        # Left out is left out: nobody has to write null.
        (only,) = [choice for choice in kept.pop("anyOf") if choice != {"type": "null"}]
        kept = {**only, **kept}
    # Pages of the site are no records: a pattern says how their addresses look, and `check` knows
    # whether they are there.
    if (kind := kept.pop(REFERS_TO, None)) in KINDS:
        del kept["type"]
        kept["$ref"] = f"{NAMES}#/$defs/{_key(kind)}"
    for name, field in kept.get("properties", {}).items():
        field["title"] = name.replace("_", " ")
    return {key: _for_people(value) for key, value in kept.items()}


def _key(kind: str) -> str:
    return kind.replace(" ", "-")
