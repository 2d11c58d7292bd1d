"""CSV files as spreadsheets save them: read with every fault and its line, and written anew only.

No message ever repeats what stands in a file of comments.
"""

import csv
import io
import re
from collections import Counter
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
# What Excel takes for the sign between cells, and shows in no cell.
NOTE_FOR_EXCEL = re.compile(r'\s*"?sep=([^"\n])"?[;,\t]*\n', re.IGNORECASE)
# What SurveyMonkey and Qualtrics have below the names of columns, beside what people may choose.
SECOND_HEADER = re.compile(r'(open-ended )?response|\{"importid":.*')
# A cell that names a column, or asks its question.
HEADING = re.compile(
    r"((your|any|other|more|free|long|short|full|first|last|open|ended|optional|number|of|please|"
    r"write|type|here|comments?|responses?|answers?|text|feedback|remarks?|notes?|replies|names?|"
    r"age|date|string|integer|email|id|school)[\s:*()-]*)+"
)
TOTAL = re.compile(
    r"((grand|sub)[ -]?)?(totals?|sum|count|number of|n(?= *=))"
    r"( (number|of|comments|responses|answers|replies|rows|people))*"
    r"( *[:=]? *\d+([.,]\d+)*%?)?"
)
FIGURES = re.compile(r"[\d.,% ]*")
ABOVE = (
    "what stands here is above the names of the columns, which are in line {}. Take out all that is"
    " above that line"
)
NO_COMMENT = "Take it out. If it is a comment, end it with a full stop"
SECOND = f"this is a second row with names of columns. {NO_COMMENT}"
SUMMED = f"this is a total. {NO_COMMENT}"
BELOW = "what stands here is below the table. Take it out, with all that follows"
MORE_CELLS = "Put a comment that holds a comma in double quotes"
FEWER_CELLS = "Put a comment that goes on in the next line in double quotes"
NO_ROW_FITS = (
    "no row has as many cells as this line, which has {}. Make this line the names of the columns"
)
MANY = 5
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
    if found := found or _around_the_table(rows) or _widths(rows):
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
    note = NOTE_FOR_EXCEL.match(text)
    lines = text[note.end() :] if note else text
    above = text[: note.end()].count("\n") if note else 0
    if note:
        return _split(lines, note[1], above)
    tried = [_split(lines, separator, above) for separator in SEPARATORS]
    return max(tried, key=lambda found: (_rows_alike(found[0]), len(found[0] and found[0][0][1])))


def _rows_alike(rows: Rows) -> int:
    """How many rows have as many cells as most have, if these are several."""
    (wide, count) = _usual_width(rows)
    return count if wide > 1 and 2 * count > len(rows) else 0


def _usual_width(rows: Rows) -> tuple[int, int]:
    widths = Counter(len(cells) for _, cells in rows)
    return widths.most_common(1)[0] if widths else (0, 0)


def _split(text: str, separator: str, above: int) -> tuple[Rows, list[tuple[int, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, line = [], above + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = above + reader.line_num + 1
    except csv.Error:
        return rows, [(line, QUOTES)]
    return rows, [] if rows else [(1, EMPTY)]


def _filled(cells: list[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _is_note(cells: list[str]) -> bool:
    return _filled(cells) == 1 and bool(cells[0].strip())


def _around_the_table(rows: Rows) -> list[tuple[int, str]]:
    """What programs put above and below a table, or between its header and its rows."""
    wide, _ = _usual_width(rows)
    header = next((n for n, (_, cells) in enumerate(rows) if _filled(cells) == wide > 1), 0)
    only = rows[0][1][0].strip().casefold() in ("comment", "comments")
    if header and not only and all(_filled(cells) == 1 for _, cells in rows[:header]):
        return [(rows[0][0], ABOVE.format(rows[header][0]))]
    if again := _headers_again(rows):
        return [(line, SECOND) for line in again]
    below = len(rows)
    while below > 1 and wide > 1 and _is_note(rows[below - 1][1]):
        below -= 1
    notes = rows[below:]
    short = [line for line, cells in notes if len(cells) < wide]
    apart = [
        line
        for (line, _), (before, cells) in zip(notes, rows[below - 1 :], strict=False)
        if line > before + 1 + sum(cell.count("\n") for cell in cells)
    ]
    if below > 1 and (found := short or apart):
        return [(min(found), BELOW)]
    return [(line, SUMMED) for line, cells in rows[1:] if _is_total(_words(cells))]


def _words(cells: list[str]) -> list[str]:
    return [" ".join(cell.casefold().split()) for cell in cells if cell.strip()]


def _headers_again(rows: Rows) -> list[int]:
    """The line of each row below the header that names columns again."""
    names = _words(rows[0][1])
    again = [line for line, cells in rows[1:] if _words(cells) == names]
    for at, (line, cells) in enumerate(rows[1:3], 1):
        words = _words(cells)
        if any(map(SECOND_HEADER.fullmatch, words)):
            again += [above for above, _ in rows[1:at]] * words[0].startswith("{") + [line]
        elif at == 1 and all(HEADING.fullmatch(cell) or _asks(words, cell) for cell in words):
            again.append(line)
    return sorted(set(again))


def _asks(words: list[str], cell: str) -> bool:
    """Whether a cell is a question, and not alone: a comment may be one."""
    return len(words) > 1 and cell.endswith("?")


def _is_total(words: list[str]) -> bool:
    """Whether a row holds a total, and nothing but figures beside it."""
    totals = [cell for cell in words if TOTAL.fullmatch(cell)]
    return bool(totals) and all(cell in totals or FIGURES.fullmatch(cell) for cell in words)


def _widths(rows: Rows) -> list[tuple[int, str]]:
    """Rows with other cells than the header has; one message, where that is each of them."""
    line, header = rows[0]
    found = []
    for number, cells in rows[1:]:
        if len(cells) != len(header):
            one = len(cells) == 1
            said = f"there {'is 1 cell' if one else f'are {len(cells)} cells'} here, and"
            remedy = MORE_CELLS if len(cells) > len(header) else FEWER_CELLS
            found.append((number, f"{said} {len(header)} in line {line}. {remedy}"))
    if len(found) == len(rows) - 1 > MANY:
        return [(line, NO_ROW_FITS.format(len(header)))]
    return found
