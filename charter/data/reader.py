"""What stands in the files of `data/`, where each part of it stood, and what could not be read.
Nothing here asks what it means.
"""

from pathlib import Path
from typing import Any

from charter.data import files as data_files
from charter.data import yaml_reader
from charter.data.files import (
    FILES,
    FOLDERS,
    MAY_BE_EMPTY,
    MAY_BE_MISSING,
    MAY_HOLD_NOTES_ONLY,
    ONE_RECORD_A_FILE,
    ROOM_FOR_PROGRAMS,
    SHAPES,
)
from charter.data.locations import SourceMap, field_name
from charter.data.yaml_reader import Loc
from charter.map import shapes
from charter.model import Charter
from charter.problems import Problem


class Reading:
    """All files, read once. `raw` has a key for each field of the charter that could be read;
    `unread` names those that could not.
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self.places = SourceMap(data.name)
        self.problems: list[Problem] = []
        self.raw: dict[str, Any] = {}
        self.unread: set[str] = set()
        for name in Charter.model_fields:
            if name in FOLDERS:
                self._read_folder(name)
            elif name != SHAPES:
                self._read_single(name)
        self._read_shapes()
        self._refuse_strangers()

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
            self.shapes_problem(
                ["the file is missing or can't be read. Put it back, or take map: out of area.yml"]
            )
        except shapes.Damaged as damaged:
            self.shapes_problem([damaged.said], damaged.line)

    def shapes_problem(self, said: list[str], line: int = 1) -> None:
        """Tell of something that is wrong with the shapes of the map."""
        self.problems += [
            Problem(self._name(self.data / shapes.FILE), line, "", each) for each in said
        ]

    def _read_folder(self, name: str) -> None:
        records: list[Any] = []
        files = data_files.found(self.data, name)
        if not files and name not in MAY_BE_EMPTY:
            folder = self.data / data_files.hyphens(name)
            self.problems.append(
                Problem(
                    self._name(folder),
                    1,
                    "",
                    "the folder holds no .yml file. Put one there for each record",
                )
            )
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
                self.problems.append(
                    Problem(
                        self._name(file),
                        1,
                        "",
                        "write a list here: each record starts with a hyphen",
                    )
                )
        if files or name in MAY_BE_EMPTY:
            self.raw[name] = records

    def _read(self, file: Path, name: str) -> yaml_reader.Document | None:
        room = ROOM_FOR_PROGRAMS if name in FILES else 1
        try:
            raw = data_files.contents(file, room)
        except OSError:
            self.problems.append(
                Problem(
                    self._name(file), 1, "", "the file is missing or can't be read. Put it back"
                )
            )
            self.unread.add(name)
            return None
        document = yaml_reader.read(raw, room)
        if (
            name in MAY_HOLD_NOTES_ONLY
            and document.faults == [(1, (), yaml_reader.EMPTY)]
            and yaml_reader.holds_notes_only(raw)
        ):
            return None
        for line, path, said in document.faults:
            self.problems.append(Problem(self._name(file), line, field_name(path), said))
        if document.value is None:
            self.unread.add(name)
            return None
        return document

    def _check_file_name(self, file: Path, record: Any, place: Loc) -> None:
        given = record.get("id") if isinstance(record, dict) else None
        if isinstance(given, str) and given != file.stem:
            said = f'the id is "{given}" but the file is called {file.name}. Make them the same'
            self.problems.append(self.places.problem((*place, "id"), said))

    def _refuse_strangers(self) -> None:
        """A file that nobody reads is text lost without a word."""
        self.problems += [
            Problem(self._name(file), 1, "", f"no page reads this file. {remedy}")
            for file, remedy in data_files.strangers(self.data)
        ]

    def _name(self, file: Path) -> str:
        return f"{self.data.name}/{file.relative_to(self.data).as_posix()}"
