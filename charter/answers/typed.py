"""Counts from paper checklists, typed into a CSV file: a row for each question and group. A set of
sheets becomes as many copies as people, so that what protects saved copies protects these too.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from charter.answers.marks import Marks
from charter.answers.received import Files, Received
from charter.answers.saved_copy import Copy, questions
from charter.clock import day_in, today
from charter.model import Charter
from charter.model.answers import ANSWERS
from charter.problems import Problem, ProblemsFound
from charter.project_files import read

# Who handed the sheets in, their day, the occasion, the group, how many people, and the question.
SET = ("from", "date", "sheet", "group", "people")
COLUMNS = (*SET, "question", *(answer.replace("_", " ") for answer in ANSWERS))
HEADER = f"the first line has to name these columns: {', '.join(COLUMNS)}"
# More people than meet in one room, and sheets than anybody types in.
MOST = 999
Names = Mapping[str, Mapping[str, str]]
DAYS = ("%Y-%m-%d", "%d/%m/%Y")  # what spreadsheets make of a day in Britain


class Wrong(Exception):
    """What is wrong with a row."""


@dataclass
class Sheets:
    """The sheets of one group, handed in together. `answers` has how often each answer was given,
    in their order, by pledge."""

    people: int
    line: int
    answers: dict[str, list[int]] = field(default_factory=dict)

    def copies(self, key: tuple[str, ...], marks: Marks) -> Iterator[Copy]:
        """A copy for each person. (Who gave which answers together, no sheet count says.)"""
        said = {
            pledge: [
                name for name, times in zip(ANSWERS, counts, strict=True) for _ in range(times)
            ]
            for pledge, counts in self.answers.items()
        }
        for person in range(self.people):
            given = {pledge: all_[person] for pledge, all_ in said.items() if person < len(all_)}
            yield Copy(marks.of_sheet(*key, str(person)), key[2], key[3], given)


def look_through(given: Sequence[Path], charter: Charter, marks: Marks) -> Files:
    """Read files of typed counts, as a set of copies for each set of sheets and group.

    Raises:
        ProblemsFound: a row can't be. Then nothing is taken.
    """
    files, problems = Files(), []
    names, asked = _names(charter), questions(charter)
    for file in given:
        found: dict[tuple[str, ...], Sheets] = {}
        for line, row in _rows(file):
            try:
                _add(found, line, row, names, asked)
            except Wrong as wrong:
                problems.append(Problem(str(file), line, "", str(wrong)))
        for key, sheets in found.items():
            files.typed.append([Received(each, file, key[0]) for each in sheets.copies(key, marks)])
    if problems:
        raise ProblemsFound(problems)
    return files


def _names(charter: Charter) -> Names:
    """What sheets of paper call each sheet, group and question, by its id."""
    return {
        "sheet": {each.id: each.name for each in charter.occasions.ever},
        "group": {each.id: each.name for each in charter.groups},
        "question": {each.id: charter.pledge_name(each) for each in charter.pledges.ever},
    }


def _add(
    found: dict[tuple[str, ...], Sheets],
    line: int,
    row: Mapping[str, str],
    names: Names,
    asked: Mapping[str, Sequence[str]],
) -> None:
    """Add a row to its set of sheets."""
    sheet, group, pledge = (_known(kind, row[kind], names[kind]) for kind in names)
    if pledge not in asked[sheet]:
        called = names["question"][pledge]
        raise Wrong(f'the sheet "{sheet}" does not ask "{called}". Look at both again')
    if not row["from"]:
        raise Wrong("from: is empty. Write who handed these sheets in, always in the same way")
    people = _number("people", row["people"])
    counts = [_number(name, row[name] or "0") for name in COLUMNS[-len(ANSWERS) :]]
    if not people or sum(counts) > people:
        raise Wrong(
            f"there are {sum(counts)} answers of {people} people. Nobody gives two answers to a"
            " question. Count the sheets again"
        )
    sheets = found.setdefault(
        (_same(row["from"]), _day(row["date"]), sheet, group), Sheets(people, line)
    )
    if sheets.people != people:
        raise Wrong(f"line {sheets.line} says {sheets.people} people for the same sheets")
    if pledge in sheets.answers:
        raise Wrong("this question of the same sheets is above already. Add the numbers up")
    sheets.answers[pledge] = counts


def _rows(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that holds anything, with its line and its cells by the names of the columns."""
    text = read(file.absolute(), file.absolute().parent)
    if isinstance(text, Problem):
        raise ProblemsFound([Problem(str(file), text.line, "", text.message)])
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    names = [_same(name) for name in next(reader, [])]
    if sorted(names) != sorted(COLUMNS):
        raise ProblemsFound([Problem(str(file), 1, "", HEADER)])
    for cells in reader:
        if any(cell.strip() for cell in cells):
            filled = [cell.strip() for cell in cells] + [""] * len(names)
            yield reader.line_num, dict(zip(names, filled, strict=False))


def _known(kind: str, given: str, known: Mapping[str, str]) -> str:
    """The id of what was typed: an id, or what the paper calls it."""
    by_name = {_same(name): id_ for id_, name in known.items()} | {_same(id_): id_ for id_ in known}
    if _same(given) in by_name:
        return by_name[_same(given)]
    near = get_close_matches(_same(given)[:80], by_name, n=1)
    hint = f' Is "{known[by_name[near[0]]]}" meant?' if near else ""
    raise Wrong(f"there is no {kind} called {given[:40]!a}.{hint} Look at the sheet again")


def _same(text: str) -> str:
    """The same for capitals, hyphens and blanks."""
    return " ".join(re.sub(r"[-_\s]+", " ", text).split()).casefold()


def _number(name: str, given: str) -> int:
    if not re.fullmatch(r"\d{1,4}", given, re.ASCII) or int(given) > MOST:
        raise Wrong(f"{name}: {given[:40]!a} is no number from 0 to {MOST}")
    return int(given)


def _day(given: str) -> str:
    day = day_in(given, DAYS)
    if day is None:
        raise Wrong(f"date: {given[:40]!a} is no day. Write it like 2027-01-31 or 31/01/2027")
    if day > today():
        raise Wrong(f"date: {given} is still to come")
    return day.isoformat()
