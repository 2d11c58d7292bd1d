"""JSON Schemas of the files in `data/`, made from the model: programs for editing complete, explain
and underline by them. They hold no ids of records, so that only a change of the model changes them.
"""

import json
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter

from charter.data.data_files import DATA_FILES
from charter.model import Charter
from charter.model.references import REFERS_TO
from charter.our_files import UNMARKED, marked

Schema = dict[str, Any]

# A source may stand in full where it is used, in the place of its id.
IN_FULL = {"$ref": "sources.json#/$defs/Source"}

# What the reader fills in where people leave it out, by the kind of record.
FILLED_IN = {"Pledge": {"value"}}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Below data/, where .vscode/settings.json looks for them.
FOLDER = "schema"
WRITTEN = f"python -m charter sync writes this file. Don't change it by hand {UNMARKED}"
# What people type. The other files are written by programs.
TYPED = [name for name, file in DATA_FILES.items() if not file.written_by]


def texts() -> dict[str, str]:
    """The text of each schema by its file below `data/`, such as `schema/pledges.json`."""
    return {
        f"{FOLDER}/{file_of(name)}": marked(
            json.dumps({"$comment": WRITTEN, **of_file(name)}, ensure_ascii=False, indent=1) + "\n"
        )
        for name in TYPED
    }


def file_of(name: str) -> str:
    """The schema's file for a field of the charter, such as `case-studies.json`."""
    return f"{name.replace('_', '-')}.json"


def used_for() -> dict[str, str]:
    """Each schema, and the files that it is about, as `yaml.schemas` in .vscode/settings.json has
    them.
    """
    return {
        Path("data", FOLDER, file_of(name)).as_posix(): Path(
            "data", DATA_FILES[name].path
        ).as_posix()
        for name in TYPED
    }


def of_file(name: str) -> Schema:
    """The schema of one file of a field of the charter: of a single record, where each record has a
    file.
    """
    info = Charter.model_fields[name]
    one = DATA_FILES[name].folder == "one record a file"
    kind = get_args(info.annotation)[0] if one else info.rebuild_annotation()
    return {
        "$schema": DIALECT,
        **_for_people(TypeAdapter(kind).json_schema()),
        "title": DATA_FILES[name].path,
        "description": info.description,
    }


def _for_people(node: Any) -> Any:
    """Leave out what says nothing to people. Which ids a reference may name, `check` knows."""
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
    kept.pop(REFERS_TO, None)
    if filled_in := FILLED_IN.get(str(kept.get("title"))):
        kept["required"] = [name for name in kept["required"] if name not in filled_in]
    items = kept.get("items")
    if isinstance(items, dict) and items.get(REFERS_TO) == "source":
        kept["items"] = {"oneOf": [items, IN_FULL]}
    for name, field in kept.get("properties", {}).items():
        field["title"] = name.replace("_", " ")
    return {key: _for_people(value) for key, value in kept.items()}
