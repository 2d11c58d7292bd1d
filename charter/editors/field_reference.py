"""`data/FIELDS.md`: every field that an editor may type, with its help, for those who edit without
a program that shows it.
"""

from collections.abc import Iterator
from typing import Any

from charter.data.data_files import DATA_FILES
from charter.editors.json_schema import TYPED, Schema, of_file
from charter.model import Charter
from charter.our_files import UNMARKED, marked

FILE = "FIELDS.md"
TOP = """\
# What you can write in each file

`python -m charter sync` makes this page from the model in `charter/model/`. To change a help \
text, change it there.
Fields in *italics* may be left out.
<!-- Don't change this page by hand {mark} -->
"""


def text() -> str:
    """The whole page, as Markdown."""
    top = TOP.format(mark=UNMARKED)
    return marked("\n".join([top, *("\n".join(_of_file(name)) for name in TYPED)]))


def _of_file(name: str) -> Iterator[str]:
    schema = of_file(name)
    file = DATA_FILES[name]
    yield f"## {file.path}{f', {file.folder}' if file.folder else ''}"
    yield ""
    yield f"Where it shows up: {Charter.model_fields[name].description}"
    if schema.get("type") == "array":
        yield "A list: each record starts with a hyphen."
    yield ""
    yield "| Field | What to write |"
    yield "|---|---|"
    yield from _rows(schema.get("items", schema), schema, "")
    yield ""


def _rows(record: Schema, whole: Schema, above: str) -> Iterator[str]:
    record = resolved(record, whole)
    for name, field in record["properties"].items():
        field = {**resolved(field, whole), **field}
        place = f"`{above}{name}`"
        yield (
            f"| {place if name in record.get('required', []) else f'*{place}*'} |"
            f" {field['description']}{kind_of(field)} |"
        )
        inner = resolved(field.get("items", field), whole)
        if "properties" in inner:
            yield from _rows(inner, whole, f"{above}{name}.")


def kind_of(field: Schema) -> str:
    """What a help text need not say, because the model does: a list, or certain words only."""
    said = " A list." if field.get("type") == "array" else ""
    if "oneOf" in field.get("items", {}):
        said += " A new one may stand here in full: `- id: …`, and its other fields below it."
    words: list[Any] = field.get("enum", [])
    return said + (f" One of: {', '.join(f'`{word}`' for word in words)}." if words else "")


def resolved(node: Schema, whole: Schema) -> Schema:
    """What stands behind a `$ref` within the file."""
    reference: str = node.get("$ref", "")
    return whole["$defs"][reference.rpartition("/")[2]] if reference else node
