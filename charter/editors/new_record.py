"""`python -m charter new KIND ID`: a file for a new record, made from the model: each field with
its help above it, and what is known already filled in. With `--from FILE`, from_form.py makes it.
"""

import json
import re
import textwrap
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from charter.data import published_wordings
from charter.data.data_files import DATA_FILES, records
from charter.data.load import load
from charter.editors import from_form, start
from charter.editors.field_reference import kind_of, resolved
from charter.editors.from_form import CHANGES
from charter.editors.json_schema import Schema, of_file
from charter.model import kinds
from charter.model.fields import Id, in_short
from charter.model.references import REFERS_TO
from charter.our_files import OTHERS, nothing, why_not, write
from charter.problems import Problem, ProblemsFound

HELP = "write a file for a new record, with the help of each field in it"
# What an editor calls a kind → the field of the charter that has a folder for it.
KINDS = {
    "pledge": "pledges",
    "case-study": "case_studies",
    "activity": "engagement",
    "said-did": "said_did",
    "tried": "tried",
    "consultation": "consultations",
    "source": "sources",
    "recording": "recordings",
    "film": "films",
}
# What a site may have and may do without, by its file: each with words to begin from.
STARTER = Path(__file__).parent / "starter"
PARTS = sorted(file.stem for file in STARTER.glob("*.yml"))
WHAT = "say what to begin ({}) and its name. Or give the saved text of a form: --from FILE"
THERE = "there is such a file already. Choose another name"
WITHOUT = "What it names in {} is left out, until that is there."
PART = (
    "{file} is a beginning, with words to replace. `python -m charter check` says what is to mend."
)
NEXT = """{file} is a beginning. Fill in each field, and take out the lines that start with # as \
you go: they are only help.
`python -m charter check` names each field that is still to fill."""


def arguments(parser: ArgumentParser) -> None:
    """What kind of record, and its name."""
    parser.add_argument("kind", nargs="?", choices=[*KINDS, *CHANGES, *PARTS], help="what to begin")
    parser.add_argument(
        "id",
        nargs="?",
        help="its name in small letters, with hyphens; for a pledge, the value it belongs to",
    )
    parser.add_argument(
        "--from",
        dest="form",
        type=Path,
        metavar="FILE",
        help="the saved text of an issue on GitHub, written in one of the forms there",
    )


def run(args: Namespace) -> str:
    """Write the file; raises ProblemsFound where it is there already or can't have that name."""
    if args.form:
        return from_form.run(args)
    if args.kind in PARTS:
        return begin(args.project / "data", args.kind)
    if args.kind not in KINDS or not args.id:
        raise ProblemsFound([Problem("new", 1, "", WHAT.format(", ".join(KINDS)))])
    data, name = args.project / "data", KINDS[args.kind]
    filled = {"id": args.id, "status": "draft"}
    if args.kind == "pledge":
        filled |= _next_pledge(data, args.id)
    file = data / DATA_FILES[name].path.replace("*", filled["id"])
    try:
        TypeAdapter(Id).validate_python(filled["id"])
    except ValidationError as error:
        said = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise ProblemsFound([Problem(in_short(args.id), 1, "", said)]) from None
    _write(file, skeleton(name, filled), data)
    return NEXT.format(file=file)


def _write(file: Path, text: str, data: Path) -> None:
    if refused := why_not(file, data, nothing):
        refused = replace(refused, message=THERE if refused.message == OTHERS else refused.message)
        raise ProblemsFound([refused])
    write({file: text}, data, nothing)


def begin(data: Path, part: str) -> str:
    """Write the file of a part of the site, with the area's name in it."""
    file = data / f"{part}.yml"
    text = (STARTER / file.name).read_text(encoding="utf-8")
    charter = load(data)
    _write(file, start.filled_in(text, charter.site.area), data)
    kind_of_file: Any = type(charter).model_fields[part.replace("-", "_")].annotation
    schema = json.dumps(TypeAdapter(kind_of_file).json_schema())
    named = {str(loc[0]) for kind, loc in kinds() if json.dumps({REFERS_TO: kind})[1:-1] in schema}
    missing = [DATA_FILES[name].path for name in sorted(named) if not getattr(charter, name)]
    lacking = [WITHOUT.format(f"data/{path.removesuffix('*.yml')}") for path in missing]
    return "\n".join([PART.format(file=file), *lacking])


def skeleton(name: str, filled: Mapping[str, str]) -> str:
    """The text of a record of a field of the charter that has nothing but what is `filled`."""
    schema = of_file(name)
    lines = [*_lines(resolved(schema.get("items", schema), schema), schema, filled)]
    if "items" in schema:
        lines = ["-", *(f"  {line}" for line in lines)]
    return "\n".join(lines) + "\n"


def _lines(record: Schema, whole: Schema, filled: Mapping[str, str]) -> Iterator[str]:
    for name, field in record["properties"].items():
        field = {**resolved(field, whole), **field}
        inner = resolved(field.get("items", field), whole)
        yield from textwrap.wrap(
            field["description"] + kind_of(field),
            width=96,
            initial_indent="# ",
            subsequent_indent="# ",
            break_on_hyphens=False,
        )
        is_list, is_record = field.get("type") == "array", "properties" in inner
        if name in filled and (name != "status" or filled[name] in field.get("enum", [])):
            yield f"{name}: {filled[name]}"
            continue
        if name not in record.get("required", []):
            yield f"# {name}:"
            continue
        yield f"{name}:"
        if is_list:
            yield "  -"
        if is_record:
            indent = "    " if is_list else "  "
            yield from (indent + line for line in _lines(inner, whole, {}))


def _next_pledge(data: Path, value: str) -> dict[str, str]:
    """The next number of a value: none that a pledge has, or had when words were published."""
    value = re.sub(r"-\d+$", "", value)
    known = {*published_wordings.read(data), *(file.stem for file in records(data, "pledges"))}
    numbers = [int(each.rpartition("-")[2]) for each in known if each.rpartition("-")[0] == value]
    return {"id": f"{value}-{max(numbers, default=0) + 1}", "value": value}
