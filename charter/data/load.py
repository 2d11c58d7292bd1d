"""Load `data/`: a checked charter, or every problem at once."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from charter.data import (
    after_closing,
    asked_questions,
    data_files,
    follows,
    in_use,
    media_records,
    missing_parts,
    notes_lines,
    published_addresses,
    published_wordings,
    record_pages,
    translations,
    vague_words,
)
from charter.data.data_files import DATA_FILES
from charter.data.field_errors import explain
from charter.data.locations import SourceMap
from charter.data.reader import SHAPES, RawData, read_data
from charter.map import shapes
from charter.model import Charter, kinds, outcome_links, talk_cards
from charter.model.values import with_a_part_for_all
from charter.problems import Problem, ProblemsFound
from charter.project_files import problem

# Nobody reads more at once, and explaining more takes long.
MOST_PROBLEMS = 2_000
# What a reference calls each kind of record, and where such records stand.
KINDS = dict(kinds())
# What one record can't tell by itself.
BETWEEN_RECORDS = (
    after_closing,
    asked_questions,
    media_records,
    notes_lines,
    outcome_links,
    talk_cards,
    vague_words,
)


def load(data: Path, pages: Collection[str] | None = None) -> Charter:
    """Read and check the folder `data`. Where the addresses of all `pages` that are written by
    hand are given, links have to lead to one of them, or to the page of a record.

    Raises:
        ProblemsFound: anything is wrong. All problems of all files stand in it.
    """
    return load_with_map(data, pages)[0]


def load_with_map(data: Path, pages: Collection[str] | None = None) -> tuple[Charter, SourceMap]:
    """The same as `load`, and where in the files each part of the charter stands."""
    if not data.is_dir():
        message = "there is no such folder. The charter's data belong there"
        raise ProblemsFound([Problem(str(data), 1, "", message)])
    raw = read_data(data)
    with_a_part_for_all(raw.values)
    charter = _validate(raw, pages)
    if charter and not raw.unread:  # beside what could not be read, nothing is known to be wrong
        raw.problems += _against_shapes(charter, data)
        raw.problems += _against_published(charter, raw)
        raw.problems += [
            raw.source_map.problem(*found)
            for check in BETWEEN_RECORDS
            for found in check.mistakes(charter)
        ]
    if charter and not raw.problems:
        addresses = published_addresses.promised(data)
        charter, found = in_use.only(charter, addresses)
        charter, more = follows.follow(charter, addresses)
        raw.problems += [raw.source_map.problem(*each) for each in (*found, *more)]
        charter, wrong_words = translations.with_words(charter, data)
        raw.problems += wrong_words
    if charter is None or raw.problems:
        raise ProblemsFound([_add_regenerate_hint(found, data) for found in raw.problems])
    return published_wordings.of_now(charter), raw.source_map


def _validate(raw: RawData, pages: Collection[str] | None) -> Charter | None:
    ids, missing = _ids(raw, pages)
    folders = [record_pages.list_page(kind) for kind in record_pages.FOLDERS if kind in missing]
    context = {"ids": ids, "missing": missing, "folders": folders}
    without = missing_parts.Without(raw.values)
    while True:
        try:
            return Charter.model_validate(without.values, context=context)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        if not without.leave_out([(each["type"], each["loc"]) for each in errors]):
            break
    if len(errors) > MOST_PROBLEMS:
        message = (
            f"{len(errors) - MOST_PROBLEMS} more things are to mend than are told here. Mend these"
            " first"
        )
        raw.problems.append(Problem(raw.data.name, 1, "", message))
    for details in errors[:MOST_PROBLEMS]:
        loc = details["loc"] = without.original(details["loc"])
        if loc[0] in raw.unread and len(loc) == 1:
            continue  # the file's own fault has been told already
        raw.problems.append(raw.source_map.problem(loc, explain(details, raw.source_map)))
    return None


def _ids(raw: RawData, pages: Collection[str] | None) -> tuple[dict[str, list[str]], set[str]]:
    """The ids of each kind of record, and the kinds whose file is missing. A kind with an unread
    list is left out, so that one fault is not told many times."""
    ids: dict[str, list[str]] = {}
    missing = set()
    for kind, loc in KINDS.items():
        name = str(loc[0])
        if name not in raw.values and name not in raw.unread and _may_be_missing(name):
            ids[kind] = []
            if name != "values":  # a pledge that names one would be lost
                missing.add(kind)
            continue
        if DATA_FILES[name].folder == "one record a file":
            stems = [file.stem for file in data_files.records(raw.data, name)]
            inside = [each["id"] for each in raw.values.get(name, []) if _has_id(each)]
            ids[kind] = [*dict.fromkeys([*stems, *inside])]
            continue
        records: Any = raw.values
        for step in loc:  # editors may have typed anything there
            records = records.get(step) if isinstance(records, dict) else None
        if isinstance(records, list) and name not in raw.unread:
            ids[kind] = [record["id"] for record in records if _has_id(record)]
    if record_pages.FOLDERS.keys() <= ids.keys():
        ids["record"] = [each for kind in record_pages.FOLDERS for each in ids[kind]]
    if pages is not None and "record" in ids:
        ids["page"] = [*pages, *record_pages.addresses(ids), *record_pages.EVERY_PART]
        if "in_short" in raw.values:
            ids["page"] += translations.pages(raw.data, ids.get("translation", []))
    return ids, missing


def _has_id(record: Any) -> bool:
    return isinstance(record, dict) and isinstance(record.get("id"), str)


def _may_be_missing(name: str) -> bool:
    return DATA_FILES[name].may_be_missing or DATA_FILES[name].may_be_empty


def _against_shapes(charter: Charter, data: Path) -> list[Problem]:
    """What the map has otherwise than the list of districts."""
    file = data / DATA_FILES[SHAPES].path
    differing = shapes.differences(charter.area, charter.shapes) if charter.shapes else []
    return [problem(file, data, message) for message in differing]


def _against_published(charter: Charter, raw: RawData) -> list[Problem]:
    """What people were promised: addresses that last, and words that don't change in silence."""
    try:
        wordings = published_wordings.read(raw.data)
        addresses = published_addresses.promised(raw.data)
    except ProblemsFound as damaged:
        return damaged.problems
    found = [
        *published_wordings.mistakes(charter, wordings),
        *published_addresses.mistakes(charter.moved, addresses),
    ]
    return [raw.source_map.problem(loc, message) for loc, message in found]


def _add_regenerate_hint(found: Problem, data: Path) -> Problem:
    """A file that a program writes need not be mended by hand."""
    path = found.file.removeprefix(f"{data.name}/")
    for file in DATA_FILES.values():
        if file.path == path and file.written_by and file.may_be_missing:
            remedy = f"Or take the file away: {file.written_by} writes it again"
            return replace(found, message=f"{found.message}. {remedy}")
    return found
