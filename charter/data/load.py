"""`data/` in, a checked charter out, or every problem at once."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from charter.data import files, published_addresses, published_wordings, record_pages
from charter.data.field_errors import explain
from charter.data.files import ONE_RECORD_A_FILE, WRITTEN_BY
from charter.data.locations import SourceMap
from charter.data.reader import Reading
from charter.data.yaml_reader import Loc
from charter.map import shapes
from charter.model import Charter
from charter.problems import Problem, ProblemsFound

# Nobody reads more at once, and telling more takes long.
MOST_TOLD = 2_000
# What a reference calls each kind of record, and where such records stand.
KINDS: dict[str, Loc] = {
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


def load(data: Path, pages: Collection[str] | None = None) -> Charter:
    """Read and check the folder `data`. Where the addresses of all `pages` that are written by
    hand are given, links have to lead to one of them, or to the page of a record.

    Raises:
        ProblemsFound: anything is wrong. All problems of all files stand in it.
    """
    return _Checking(_read(data), pages).charter()


def placed(data: Path) -> tuple[Charter, SourceMap]:
    """The same as `load`, and where in the files each part of it stands."""
    read = _read(data)
    return _Checking(read, None).charter(), read.places


def _read(data: Path) -> Reading:
    if not data.is_dir():
        raise ProblemsFound(
            [Problem(str(data), 1, "", "there is no such folder. The charter's data belong there")]
        )
    return Reading(data)


class _Checking:
    """One look at all that was read: what it means, and what is wrong with it."""

    def __init__(self, read: Reading, pages: Collection[str] | None) -> None:
        self.read = read
        self.pages = pages

    def charter(self) -> Charter:
        self._refuse_repeated()
        checked = self._check()
        if checked and checked.shapes:
            self.read.shapes_problem(shapes.differences(checked.area, checked.shapes))
        if checked:
            self._promises(checked)
        if checked is None or self.read.problems:
            raise ProblemsFound([self._with_way_out(problem) for problem in self.read.problems])
        return checked

    def _with_way_out(self, problem: Problem) -> Problem:
        """A file that a program writes need not be mended by hand."""
        command = WRITTEN_BY.get(problem.file.removeprefix(f"{self.read.data.name}/"))
        return (
            replace(
                problem,
                message=f"{problem.message}. Or take the file away: {command} writes it again",
            )
            if command
            else problem
        )

    def _promises(self, checked: Charter) -> None:
        """What people were promised: addresses that last, and words that don't change in silence."""
        try:
            found = [
                *published_wordings.mistakes(checked, published_wordings.read(self.read.data)),
                *published_addresses.mistakes(
                    checked.moved, published_addresses.promised(self.read.data)
                ),
            ]
        except ProblemsFound as damaged:
            self.read.problems += damaged.problems
        else:
            self.read.problems += [self.read.places.problem(place, said) for place, said in found]

    def _refuse_repeated(self) -> None:
        """No id twice within a kind of record, and no address twice among the sources."""
        inside_others: list[Loc] = [place for place in KINDS.values() if len(place) > 1]
        for place in [*((name,) for name in self.read.raw), *inside_others]:
            records = self._records(place)
            for key in ("id", "address") if place == ("sources",) else ("id",):
                first: dict[str, Loc] = {}
                for index, record in enumerate(records if isinstance(records, list) else []):
                    given = record.get(key) if isinstance(record, dict) else None
                    if not isinstance(given, str):
                        continue
                    here = (*place, index, key)
                    if given in first:
                        file, line, _ = self.read.places.find(first[given])
                        said = (
                            f'"{given}" is used already in {file}, line {line}. Every {key} may'
                            " stand only once"
                        )
                        self.read.problems.append(self.read.places.problem(here, said))
                    first.setdefault(given, here)

    def _check(self) -> Charter | None:
        try:
            return Charter.model_validate(self.read.raw, context={"ids": self._ids()})
        except ValidationError as error:
            found = error.errors(include_url=False)
            if len(found) > MOST_TOLD:
                said = (
                    f"{len(found) - MOST_TOLD} more things are to mend than are told here. Mend"
                    " these first"
                )
                self.read.problems.append(Problem(self.read.data.name, 1, "", said))
            for details in found[:MOST_TOLD]:
                place = details["loc"]
                if place[0] in self.read.unread and len(place) == 1:
                    continue  # the file's own fault has been told already
                _, _, typed = self.read.places.find(place)
                self.read.problems.append(self.read.places.problem(place, explain(details, typed)))
            return None

    def _ids(self) -> dict[str, list[str]]:
        """The ids of each kind; a kind with an unread list is left out, so that one fault is not
        told many times.
        """
        found: dict[str, list[str]] = {}
        for kind, place in KINDS.items():
            name = str(place[0])
            if name in ONE_RECORD_A_FILE:
                found[kind] = [file.stem for file in files.found(self.read.data, name)]
                continue
            records = self._records(place)
            if isinstance(records, list) and name not in self.read.unread:
                found[kind] = [
                    record["id"]
                    for record in records
                    if isinstance(record, dict) and isinstance(record.get("id"), str)
                ]
        if self.pages is not None and record_pages.FOLDERS.keys() <= found.keys():
            found["page"] = [*self.pages, *record_pages.addresses(found)]
        return found

    def _records(self, place: Loc) -> Any:
        """What stands at a place, such as the list of terms in the spectrum; it may be anything an
        editor typed.
        """
        records = self.read.raw.get(str(place[0]))
        for step in place[1:]:
            records = records.get(step) if isinstance(records, dict) else None
        return records
