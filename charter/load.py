"""`data/` in, a checked charter out, or every problem at once."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from charter import data_files, moved, strict_yaml, wordings
from charter.area import shapes
from charter.data_files import (
    FILES,
    FOLDERS,
    MAY_BE_EMPTY,
    MAY_BE_MISSING,
    MAY_HOLD_NOTES_ONLY,
    ONE_RECORD_A_FILE,
    ROOM_FOR_PROGRAMS,
    SHAPES,
    WRITTEN_BY,
)
from charter.explain import explain
from charter.model import Charter
from charter.places import Places, field_name
from charter.problems import Problem, ProblemsFound
from charter.strict_yaml import Path

# Nobody reads more at once, and telling more takes long.
MOST_TOLD = 2_000
# What a reference calls each kind of record, and where such records stand.
KINDS: dict[str, Path] = {
    "value": ("values",),
    "pledge": ("pledges",),
    "outcome": ("outcomes",),
    "priority": ("priorities",),
    "term": ("spectrum", "terms"),
    "case study": ("case_studies",),
    "organisation": ("organisations",),
    "source": ("sources",),
    "district": ("area", "districts"),
    "group": ("groups",),
    "occasion": ("did_we", "occasions"),
    "state": ("wcag", "looked_at"),
}


def load(data: FilePath, pages: Collection[str] | None = None) -> Charter:
    """Read and check the folder `data`. Where the addresses of all `pages` are given, links have to lead to one of them.

    Raises:
        ProblemsFound: anything is wrong. All problems of all files stand in it.
    """
    return _Loading(data, pages).charter()


def placed(data: FilePath) -> tuple[Charter, Places]:
    """The same as `load`, and where in the files each part of it stands."""
    loading = _Loading(data, None)
    return loading.charter(), loading.places


class _Loading:
    """One run over the data: what was read, where each part of it stood, and what was wrong."""

    def __init__(self, data: FilePath, pages: Collection[str] | None) -> None:
        self.data = data
        self.pages = pages
        self.places = Places(data.name)
        self.problems: list[Problem] = []
        self.raw: dict[str, Any] = {}
        self.unread: set[str] = set()

    def charter(self) -> Charter:
        if not self.data.is_dir():
            raise ProblemsFound([Problem(str(self.data), 1, "", "there is no such folder. The charter's data belong there")])
        for name in Charter.model_fields:
            if name in FOLDERS:
                self._read_folder(name)
            elif name != SHAPES:
                self._read_single(name)
        self._read_shapes()
        self._refuse_strangers()
        self._refuse_repeated()
        checked = self._check()
        if checked and checked.shapes:
            self._shapes_problem(shapes.differences(checked.area, checked.shapes))
        if checked:
            self._promises(checked)
        if checked is None or self.problems:
            raise ProblemsFound([self._with_way_out(problem) for problem in self.problems])
        return checked

    def _with_way_out(self, problem: Problem) -> Problem:
        """A file that a program writes need not be mended by hand."""
        command = WRITTEN_BY.get(problem.file.removeprefix(f"{self.data.name}/"))
        return replace(problem, message=f"{problem.message}. Or take the file away: {command} writes it again") if command else problem

    def _read_single(self, name: str) -> None:
        file = self.data / data_files.where(name)
        if name in MAY_BE_MISSING and not file.exists():
            return
        document = self._read(file, name)
        if document is not None:
            self.places.put((name,), self._name(file), document)
            self.raw[name] = document.value

    def _read_shapes(self) -> None:
        area = self.raw.get("area")
        if not (isinstance(area, dict) and area.get("map")):
            return
        try:
            self.raw[SHAPES] = shapes.read(data_files.contents(self.data / shapes.FILE))
        except OSError:
            self._shapes_problem(["the file is missing or can't be read. Put it back, or take map: out of area.yml"])
        except shapes.Damaged as damaged:
            self._shapes_problem([damaged.said], damaged.line)

    def _shapes_problem(self, said: list[str], line: int = 1) -> None:
        self.problems += [Problem(self._name(self.data / shapes.FILE), line, "", each) for each in said]

    def _promises(self, checked: Charter) -> None:
        """What people were promised: addresses that last, and words that don't change in silence."""
        try:
            found = [*wordings.mistakes(checked, wordings.read(self.data)), *moved.mistakes(checked.moved, moved.promised(self.data))]
        except ProblemsFound as damaged:
            self.problems += damaged.problems
        else:
            self.problems += [self.places.problem(place, said) for place, said in found]

    def _read_folder(self, name: str) -> None:
        records: list[Any] = []
        files = data_files.found(self.data, name)
        if not files and name not in MAY_BE_EMPTY:
            folder = self.data / data_files.hyphens(name)
            self.problems.append(Problem(self._name(folder), 1, "", "the folder holds no .yml file. Put one there for each record"))
            self.unread.add(name)
        for file in files:
            document = self._read(file, name)
            if document is None:
                continue
            place, found = (name, len(records)), document.value
            if name in ONE_RECORD_A_FILE:
                self.places.put(place, self._name(file), document)
                self._check_file_name(file, found, place)
                records.append(found)
            elif isinstance(found, list):
                self.places.put_list(place, self._name(file), document, len(found))
                records.extend(found)
            else:
                self.problems.append(Problem(self._name(file), 1, "", "write a list here: each record starts with a hyphen"))
        if files or name in MAY_BE_EMPTY:
            self.raw[name] = records

    def _read(self, file: FilePath, name: str) -> strict_yaml.Document | None:
        room = ROOM_FOR_PROGRAMS if name in FILES else 1
        try:
            raw = data_files.contents(file, room)
        except OSError:
            self.problems.append(Problem(self._name(file), 1, "", "the file is missing or can't be read. Put it back"))
            self.unread.add(name)
            return None
        document = strict_yaml.read(raw, room)
        if name in MAY_HOLD_NOTES_ONLY and document.faults == [(1, (), strict_yaml.EMPTY)] and strict_yaml.holds_notes_only(raw):
            return None
        for line, path, said in document.faults:
            self.problems.append(Problem(self._name(file), line, field_name(path), said))
        if document.value is None:
            self.unread.add(name)
            return None
        return document

    def _check_file_name(self, file: FilePath, record: Any, place: Path) -> None:
        given = record.get("id") if isinstance(record, dict) else None
        if isinstance(given, str) and given != file.stem:
            said = f'the id is "{given}" but the file is called {file.name}. Make them the same'
            self.problems.append(self.places.problem((*place, "id"), said))

    def _refuse_strangers(self) -> None:
        """A file that nobody reads is text lost without a word."""
        self.problems += [
            Problem(self._name(file), 1, "", f"no page reads this file. {remedy}") for file, remedy in data_files.strangers(self.data)
        ]

    def _refuse_repeated(self) -> None:
        """No id twice within a kind of record, and no address twice among the sources."""
        inside_others: list[Path] = [place for place in KINDS.values() if len(place) > 1]
        for place in [*((name,) for name in self.raw), *inside_others]:
            records = self._records(place)
            for key in ("id", "address") if place == ("sources",) else ("id",):
                first: dict[str, Path] = {}
                for index, record in enumerate(records if isinstance(records, list) else []):
                    given = record.get(key) if isinstance(record, dict) else None
                    if not isinstance(given, str):
                        continue
                    here = (*place, index, key)
                    if given in first:
                        file, line, _ = self.places.find(first[given])
                        said = f'"{given}" is used already in {file}, line {line}. Every {key} may stand only once'
                        self.problems.append(self.places.problem(here, said))
                    first.setdefault(given, here)

    def _check(self) -> Charter | None:
        try:
            return Charter.model_validate(self.raw, context={"ids": self._ids()})
        except ValidationError as error:
            found = error.errors(include_url=False)
            if len(found) > MOST_TOLD:
                said = f"{len(found) - MOST_TOLD} more things are to mend than are told here. Mend these first"
                self.problems.append(Problem(self.data.name, 1, "", said))
            for details in found[:MOST_TOLD]:
                place = details["loc"]
                if place[0] in self.unread and len(place) == 1:
                    continue  # the file's own fault has been told already
                _, _, typed = self.places.find(place)
                self.problems.append(self.places.problem(place, explain(details, typed)))
            return None

    def _ids(self) -> dict[str, list[str]]:
        """The ids of each kind; a kind with an unread list is left out, so that one fault is not told many times."""
        found = {} if self.pages is None else {"page": list(self.pages)}
        for kind, place in KINDS.items():
            name = str(place[0])
            if name in ONE_RECORD_A_FILE:
                found[kind] = [file.stem for file in data_files.found(self.data, name)]
                continue
            records = self._records(place)
            if isinstance(records, list) and name not in self.unread:
                found[kind] = [record["id"] for record in records if isinstance(record, dict) and isinstance(record.get("id"), str)]
        return found

    def _records(self, place: Path) -> Any:
        """What stands at a place, such as the list of terms in the spectrum; it may be anything an editor typed."""
        records = self.raw.get(str(place[0]))
        for step in place[1:]:
            records = records.get(step) if isinstance(records, dict) else None
        return records

    def _name(self, file: FilePath) -> str:
        return f"{self.data.name}/{file.relative_to(self.data).as_posix()}"
