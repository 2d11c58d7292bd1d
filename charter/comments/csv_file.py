"""A file of comments as a spreadsheet saves it: its header and its rows, or what is wrong with it.

No message here ever repeats what stands in the file.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from charter.problems import Problem, ProblemsFound

SEPARATORS = ",;\t"
# In characters. A cell beyond it is most often one whose quotation mark was never closed; and long
# ones take the library long.
LONGEST = 10_000
SAVE_AGAIN = 'In Excel choose Save As, and then "CSV UTF-8"'


@dataclass(frozen=True)
class Row:
    """One row: the line on which it starts, from 1, and its cells."""

    line: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """A file's header and the rows below it, each with as many cells as the header. Rows of blanks
    are left out.
    """

    file: str
    header: list[str]
    rows: list[Row]


def read(path: Path) -> Table:
    """Read a CSV file with commas, semicolons or tabs between its cells.

    Raises:
        ProblemsFound: it can't be read, or its rows do not fit its header.
    """
    file = str(path)
    text = _text(path, file)
    rows, problems = _rows(text, file)
    if not rows and not problems:
        raise ProblemsFound(
            [
                Problem(
                    file,
                    1,
                    "",
                    "the file is empty. Write a line with the word comment on top, and each comment"
                    " below it",
                )
            ]
        )
    wide = len(rows[0].cells) if rows else 0
    for row in rows:
        if len(row.cells) != wide:
            said = (
                f"there are {len(row.cells)} cells here, and {wide} in line 1. Put a comment that"
                " holds a comma in double quotes"
            )
            problems.append(Problem(file, row.line, "", said))
        for number, cell in enumerate(row.cells, 1):
            if len(cell) > LONGEST:
                said = (
                    f"is longer than {LONGEST:,} characters. Is a double quote missing? If not,"
                    " make it shorter"
                )
                problems.append(Problem(file, row.line, f"column {number}", said))
    if problems:
        raise ProblemsFound(problems)
    return Table(file, rows[0].cells, rows[1:])


def _text(path: Path, file: str) -> str:
    try:
        data = path.read_bytes()
    except OSError:
        raise ProblemsFound(
            [
                Problem(
                    file,
                    1,
                    "",
                    "there is no such file, or it can't be read. Look at its name and folder",
                )
            ]
        ) from None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ProblemsFound([Problem(file, 1, "", f"the file is saved as UTF-16. {SAVE_AGAIN}")])
    if data.startswith(b"PK"):
        raise ProblemsFound(
            [Problem(file, 1, "", f"this is a workbook and not a CSV file. {SAVE_AGAIN}")]
        )
    damaged = [number for number, line in enumerate(data.split(b"\n"), 1) if b"\0" in line]
    if damaged:
        raise ProblemsFound(
            [
                Problem(
                    file, line, "", f"holds a character that stands for nothing (NUL). {SAVE_AGAIN}"
                )
                for line in damaged
            ]
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ProblemsFound(
            [Problem(file, line, "", f"the file is not saved as UTF-8. {SAVE_AGAIN}")]
        ) from None


def _rows(text: str, file: str) -> tuple[list[Row], list[Problem]]:
    """Every row that holds something, and what stopped the reading, if anything did."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows, line = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(line, cells))
            line = reader.line_num + 1
    except csv.Error:
        said = (
            "the double quotes of a cell that starts here do not fit. Each has one at its start and"
            " one at its end, and two inside for one"
        )
        return rows, [Problem(file, line, "", said)]
    return rows, []


def _separator(text: str) -> str:
    """What stands most often between the cells of the first line; a comma where nothing does."""
    first = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=first.count)
