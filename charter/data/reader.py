"""Read every data file into plain values, with the source line of each, and collect what could not
be read. Validation is load.py's."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from charter.data import data_files, until_signed, yaml_reader
from charter.data.data_files import DATA_FILES
from charter.data.locations import SourceMap, field_name
from charter.map import shapes
from charter.model.fields import in_short
from charter.model.records import Loc
from charter.problems import Problem
from charter.project_files import problem, read

SHAPES = "shapes"
NO_FILE = "the folder holds no .yml file. Put one there for each record"
NO_LIST = "write a list here: each record starts with a hyphen"
# What else can be done where the shapes of the map can't be read.
OR_NO_MAP = ", or take map: out of area.yml"


@dataclass
class RawData:
    """All files of `data`, read once. `values` has a key for each field of the charter that could
    be read; `unread` names those that could not."""

    data: Path
    source_map: SourceMap
    values: dict[str, Any] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    then: dict[str, str] = field(default_factory=dict)
    """What is said today in the place of which sentence."""


def read_data(data: Path) -> RawData:
    """Read every file of `data`."""
    raw = RawData(data, SourceMap(data.name))
    for name, file in DATA_FILES.items():
        if file.folder:
            _read_folder(raw, name)
        elif name != SHAPES:
            _read_single(raw, name)
    raw.then = until_signed.instead(raw.values)
    for name in [name for name in raw.values if name not in until_signed.AS_TYPED]:
        raw.values[name] = _as_of_now(raw, (name,), raw.values[name])
    _pledges_of_values(raw)
    _read_shapes(raw)
    raw.problems += data_files.unread(data)
    return raw


def _read_single(raw: RawData, name: str) -> None:
    file = raw.data / DATA_FILES[name].path
    if DATA_FILES[name].may_be_missing and not (file.exists() or file.is_symlink()):
        return
    if document := _document(raw, file, name):
        raw.source_map.put((name,), f"{raw.data.name}/{DATA_FILES[name].path}", document)
        raw.values[name] = document.value


def _read_folder(raw: RawData, name: str) -> None:
    folder = raw.data / name.replace("_", "-")
    found = data_files.records(raw.data, name)
    if not found:
        in_values = name == "pledges" and any("pledges" in each for each in _values(raw))
        if not DATA_FILES[name].may_be_empty and not in_values:
            raw.problems.append(problem(folder, raw.data, NO_FILE))
            raw.unread.add(name)
        return
    records: list[Any] = []
    for file in found:
        document = _document(raw, file, name)
        if document is None:
            continue
        path = f"{raw.data.name}/{file.relative_to(raw.data).as_posix()}"
        if DATA_FILES[name].folder == "one record a file":
            raw.source_map.put((name, len(records)), path, document)
            _check_file_name(raw, file, document.value, (name, len(records)))
            records.append(document.value)
        elif isinstance(document.value, list):
            for index in range(len(document.value)):
                raw.source_map.put((name, len(records) + index), path, document, (index,))
            records += document.value
        else:
            raw.problems.append(problem(file, raw.data, NO_LIST))
    raw.values[name] = records


def _values(raw: RawData) -> list[dict[str, Any]]:
    values = raw.values.get("values")
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []


def _pledges_of_values(raw: RawData) -> None:
    """Put pledges that stand in values.yml, below their values, beside the others."""
    for at, value in enumerate(_values(raw)):
        pledges = value.get("pledges")
        if not isinstance(pledges, list) or not isinstance(value.get("id"), str):
            continue
        known = raw.values.setdefault("pledges", [])
        for place, pledge in enumerate(pledges):
            given = {"id": f"{value['id']}-{place + 1}", "value": value["id"]}
            given |= {"sources": value["sources"]} if "sources" in value else {}
            raw.source_map.put_again(("pledges", len(known)), ("values", at, "pledges", place))
            known.append(given | pledge if isinstance(pledge, dict) else pledge)


def _as_of_now(raw: RawData, loc: Loc, value: Any) -> Any:
    """A value in which sources that stand in full are ids: each joins the other sources. And
    nothing in it says that nobody has signed, once somebody has.
    """
    if isinstance(value, str):
        return until_signed.as_of_now(value, raw.then)
    if isinstance(value, dict):
        return {step: _as_of_now(raw, (*loc, step), inner) for step, inner in value.items()}
    if not isinstance(value, list):
        return value
    known = raw.values.get("sources")
    if loc[-1] != "sources" or not isinstance(known, list):
        return [_as_of_now(raw, (*loc, step), inner) for step, inner in enumerate(value)]
    ids = []
    for index, source in enumerate(value):
        if isinstance(source, dict):
            raw.source_map.put_again(("sources", len(known)), (*loc, index))
            known.append(source)
        ids.append(source.get("id", "") if isinstance(source, dict) else source)
    return ids


def _read_shapes(raw: RawData) -> None:
    area, file = raw.values.get("area"), raw.data / DATA_FILES[SHAPES].path
    if not (isinstance(area, dict) and area.get("map")):
        return
    text = read(file, raw.data, DATA_FILES[SHAPES].room)
    if isinstance(text, Problem):
        raw.problems.append(replace(text, message=text.message + OR_NO_MAP))
        return
    try:
        raw.values[SHAPES] = shapes.read(text)
    except shapes.Damaged as damaged:
        raw.problems.append(problem(file, raw.data, damaged.message, damaged.line))


def _document(raw: RawData, file: Path, name: str) -> yaml_reader.Document | None:
    room = DATA_FILES[name].room
    text = read(file, raw.data, room)
    if isinstance(text, Problem):
        raw.problems.append(text)
        raw.unread.add(name)
        return None
    if DATA_FILES[name].may_hold_notes_only and yaml_reader.holds_notes_only(text):
        return None
    document = yaml_reader.read(text, room)
    for line, loc, message in document.faults:
        path = f"{raw.data.name}/{file.relative_to(raw.data).as_posix()}"
        raw.problems.append(Problem(path, line, field_name(loc), message))
    if document.value is None:
        raw.unread.add(name)
        return None
    return document


def _check_file_name(raw: RawData, file: Path, record: Any, loc: tuple[str, int]) -> None:
    given = record.get("id") if isinstance(record, dict) else None
    if isinstance(given, str) and given != file.stem:
        message = (
            f'the id is "{in_short(given)}" but the file is called {file.name}. Make them the same'
        )
        raw.problems.append(raw.source_map.problem((*loc, "id"), message))
