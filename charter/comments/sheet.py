"""The coding sheet: made of a file of comments, and read again when somebody has filled it in."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charter.comments import csv_file
from charter.comments.clean import GAP, Cleaner, plain
from charter.model import Charter
from charter.problems import Problem, ProblemsFound

TONES = ("positive", "mixed", "negative")
MARK = "x"
# A longer header may be the first comment of a file that has no header.
SHORT_HEADER = 4
HEADLESS = "this may be a comment and not a header. If it is a header, add: --column 1. If not, put"
# A whole cell that is no sentence: an address, a link, a number, a date, a postcode, the name of an
# account, or up to four words that begin with a capital, as names do.
PERSONAL = re.compile(
    r"\S*[@/]\S*|@\s*\S+|www\.\S+|[\d\s.,:/()+-]+|[a-zA-Z]{1,2}\d\w?(\s*\d[a-zA-Z]{2})?|"
    r"\d+\w{0,2}\s(of\s)?\w+,?(\s\d+)?|([Ff]lat\s*)?\d+\w?,?(\s\w+){1,3}(,.*)?|"
    r"[A-Z][\w'-]*\.?(,?\s+[A-Z][\w'-]*\.?){0,3}"
)


@dataclass(frozen=True)
class Code:
    """What one person says of one comment: its tone, and the values that it is about."""

    tone: str
    values: frozenset[str]


Codes = dict[tuple[str, str], Code]


def prepare(charter: Charter, file: Path, column: str | None, out: Path) -> tuple[int, list[int]]:
    """Write a coding sheet: the comments, cleaned and in an order by chance, with a column for each
    value and one for the tone. Returns how many they are, and which columns were left out.

    Raises:
        ProblemsFound: the file can't be read, its comments can't be told, or `out` is there.
    """
    names, rows = csv_file.read(file)
    chosen = _chosen([plain(name).strip().lower() for name in names], column, file)
    cells = [text for _, row in rows if (text := plain(row[chosen]).strip())]
    if 2 * len([cell for cell in cells if PERSONAL.fullmatch(cell)]) > len(cells):
        said = "seems to hold names, numbers or addresses, not comments. Choose another: --column 2"
        raise ProblemsFound([Problem(str(file), 1, f"column {chosen + 1}", said)])
    clean, header = Cleaner(charter), _header(charter)
    comments = [clean(cell) or GAP for cell in cells]
    random.SystemRandom().shuffle(comments)  # no seed: nobody can find the order again
    blanks = [""] * (len(header) - 2)
    csv_file.write(out, [header, *([n, text, *blanks] for n, text in enumerate(comments, 1))])
    return len(comments), [number for number in range(1, len(names) + 1) if number != chosen + 1]


def filled_in(charter: Charter, file: Path) -> Codes:
    """What one person filled in, by number and comment.

    Raises:
        ProblemsFound: it is no coding sheet, or anything in it is no code.
    """
    names, rows = csv_file.read(file)
    header, ids = _header(charter), [value.id for value in charter.values]
    if [name.strip().lower() for name in names] != [name.lower() for name in header]:
        said = f"this is no coding sheet of today's values. Its columns are: {', '.join(header)}"
        raise ProblemsFound([Problem(str(file), 1, "", said)])
    problems, codes = [], Codes()
    for line, (number, comment, *cells) in rows:
        marks = [cell.strip().lower() for cell in cells]
        for place, said in _wrong(marks, header):
            problems.append(Problem(str(file), line, f"column {place}", said))
        if (number, comment) in codes:
            problems.append(Problem(str(file), line, "", "stands here twice. Keep one of the two"))
        about = frozenset(value for value, mark in zip(ids, marks[:-1], strict=True) if mark)
        codes[number, comment] = Code(marks[-1], about)
    if problems:
        raise ProblemsFound(problems)
    return codes


def _header(charter: Charter) -> list[str]:
    return ["number", "comment", *(value.name for value in charter.values), "tone"]


def _wrong(marks: list[str], header: list[str]) -> Iterator[tuple[int, str]]:
    """Cells of a row that hold no code: the number of the column, and what to write there."""
    for place, mark in enumerate(marks[:-1], 2):
        if mark not in ("", MARK):
            yield place + 1, f"write {MARK} if it is about {header[place]}, or leave the cell empty"
    if marks[-1] not in TONES:
        yield len(header), f"write the tone, one of: {', '.join(TONES)}"


def _chosen(names: list[str], column: str | None, file: Path) -> int:
    """The place of the column with the comments, if that is clear."""
    said = f"it is not clear which column holds the comments. Say its number, 1 to {len(names)}, in"
    said += " such words: --column 1"
    wanted = [column.strip().lower()] if column else ["comment", "comments"]
    found = [place for place, name in enumerate(names) if name in wanted]
    if column and not found and column.isdecimal() and 0 < int(column) <= len(names):
        found = [int(column) - 1]
    if not column and not found and len(names) == 1:
        found = [0] if len(names[0].split()) <= SHORT_HEADER else []
        said = f"{HEADLESS} a line above it that says: comment"
    if len(found) != 1:
        raise ProblemsFound([Problem(str(file), 1, "", said)])
    return found[0]
