"""CSV files as spreadsheets save them: read with every fault and its line, and written anew only.

No message ever repeats what stands in a file of comments.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from charter import project_files
from charter.problems import Problem, ProblemsFound

SEPARATORS = ",;\t"
SAVE_AGAIN = 'In Excel choose Save As, and then "CSV UTF-8"'
EMPTY = "the file is empty. Write a line with the word comment on top, and each comment below it"
NUL = f"holds a character that stands for nothing (NUL). {SAVE_AGAIN}"
QUOTES = (
    "the double quotes of a cell that starts here do not fit. Each has one at its start and one at"
    " its end, and two inside for one"
)
Rows = list[tuple[int, list[str]]]


def read(path: Path) -> tuple[list[str], Rows]:
    """The header of a CSV file with commas, semicolons or tabs, and the rows below it that hold
    anything, each with its line (from 1) and as many cells as the header.

    Raises:
        ProblemsFound: it can't be read, or its rows do not fit its header.
    """
    text = project_files.read(path.absolute(), path.absolute().parent, room=20)
    if isinstance(text, Problem):
        hint = f". {SAVE_AGAIN}" if text.message == project_files.NOT_UTF_8 else ""
        raise ProblemsFound([Problem(str(path), text.line, "", f"{text.message}{hint}")])
    rows, found = _rows(text)
    found += [(number, NUL) for number, line in enumerate(text.split("\n"), 1) if "\0" in line]
    for line, cells in rows:
        if (wide := len(rows[0][1])) != len(cells):
            said = f"there are {len(cells)} cells here, and {wide} in line 1. Put a comment that"
            found.append((line, f"{said} holds a comma in double quotes"))
    if found:
        raise ProblemsFound([Problem(str(path), line, "", said) for line, said in found])
    return rows[0][1], rows[1:]


def write(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Write a new file that Excel and LibreOffice open with a double click: UTF-8 with its mark.

    Raises:
        ProblemsFound: there is such a file, which may be somebody's work, or no such folder.
    """
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as opened:
            csv.writer(opened).writerows(rows)
    except OSError:
        said = "can't be written: it is there already, or its folder is not. Choose another name"
        raise ProblemsFound([Problem(str(path), 1, "", f"{said} with --out")]) from None


def _rows(text: str) -> tuple[Rows, list[tuple[int, str]]]:
    """Every row that holds something, with its line, and what stopped the reading."""
    separator = max(SEPARATORS, key=text.lstrip().partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, line = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return rows, [(line, QUOTES)]
    return rows, [] if rows else [(1, EMPTY)]
