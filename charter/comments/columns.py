"""Which column holds the comments. Any other must be dropped by whoever runs the command, so that
none is read by mistake.
"""

import re
from collections import Counter

from charter.comments.csv_file import Table
from charter.comments.personal_data import kind_of
from charter.problems import Problem, ProblemsFound

COMMENT = {"comment", "comments"}
# What a short header may say, and what its column then holds.
HEADERS = {
    "email addresses": "email e-mail mail",
    "links": "link url website web",
    "names of accounts": "handle username account twitter facebook instagram profile",
    "dates, such as dates of birth": "dob birth birthday born date timestamp time age",
    "phone numbers": "phone telephone mobile tel",
    "postcodes": "postcode zip",
    "addresses": "address street town city",
    "names": "name names surname forename initials author user respondent",
    "numbers": "id nhs upn number reference ref ip",
}
# A longer header is a question, which may well say "name" or "time".
SHORT_HEADER = 4


def comments(table: Table, column: str | None, dropped: list[str]) -> list[str]:
    """The comments of a table, without those that are blank.

    Args:
        table: the file.
        column: the name or number (from 1) of the comments' column; where it is left out, the only
            column, or the one called comment.
        dropped: names or numbers of columns that are not to be read.

    Raises:
        ProblemsFound: it is not clear which column is meant, one looks personal, or one is neither
            read nor dropped.
    """
    problems: list[Problem] = []
    gone = {place for given in dropped for place in _find(table, given, "--drop", problems)}
    left = [place for place in range(len(table.header)) if place not in gone]
    chosen = _chosen(table, column, left, problems)
    for place in left:
        kind = _kind(table, place)
        if kind and not (chosen is None and column):
            said = (
                f"seems to hold {kind}. {_drop(place)}"
                if place != chosen
                else f"seems to hold {kind}, not comments. Choose another with --column"
            )
            problems.append(Problem(table.file, 1, _name(place), said))
        elif place != chosen and chosen is not None:
            problems.append(
                Problem(
                    table.file, 1, _name(place), f"is not needed to count comments. {_drop(place)}"
                )
            )
    if problems or chosen is None:
        raise ProblemsFound(problems)
    return [row.cells[chosen] for row in table.rows if row.cells[chosen].strip()]


def _chosen(
    table: Table, column: str | None, left: list[int], problems: list[Problem]
) -> int | None:
    """The place of the comments' column, if that is clear."""
    if column is not None:
        found = _find(table, column, "--column", problems)
        if found and found[0] not in left:
            problems.append(
                Problem(
                    table.file,
                    1,
                    _name(found[0]),
                    "is to be read and dropped. Take out --column or --drop",
                )
            )
        return found[0] if found and found[0] in left else None
    called = [place for place in left if table.header[place].strip().lower() in COMMENT]
    chosen = called or left
    if len(chosen) != 1:
        said = (
            "it is not clear which column holds the comments. Say its number, such as: --column 1"
        )
        problems.append(Problem(table.file, 1, "", said))
        return None
    if not called and len(table.header[chosen[0]].split()) > SHORT_HEADER:
        said = (
            "this may be a comment and not a header. If it is a header, add: --column 1. If not,"
            " put a line above it that says: comment"
        )
        problems.append(
            Problem(table.file, 1, "", said.replace("column 1", f"column {chosen[0] + 1}"))
        )
        return None
    return chosen[0]


def _find(table: Table, given: str, option: str, problems: list[Problem]) -> list[int]:
    """The place of a column by its name or number; a name that two columns have is as bad as none."""
    small = given.strip().lower()
    found = [place for place, header in enumerate(table.header) if header.strip().lower() == small]
    if not found and given.isdecimal() and 0 < int(given) <= len(table.header):
        found = [int(given) - 1]
    if len(found) == 1:
        return found
    said = "no column" if not found else "more than one column"
    problems.append(
        Problem(
            table.file,
            1,
            option,
            f"{said} has the name that you gave. Give a number instead, from 1 to"
            f" {len(table.header)}",
        )
    )
    return []


def _kind(table: Table, place: int) -> str | None:
    """What a column seems to hold, by its header or by most of its cells; None where it may be
    comments.
    """
    said = re.findall(r"[a-z-]+", table.header[place].lower())
    if len(said) <= SHORT_HEADER and COMMENT.isdisjoint(said):
        by_header = next(
            (kind for kind, names in HEADERS.items() if not set(said).isdisjoint(names.split())),
            None,
        )
        if by_header:
            return by_header
    cells = [row.cells[place] for row in table.rows if row.cells[place].strip()]
    kinds = Counter(kind for cell in cells if (kind := kind_of(cell)))
    return kinds.most_common(1)[0][0] if kinds.total() * 2 > len(cells) else None


def _drop(place: int) -> str:
    return f"To leave it unread, add: --drop {place + 1}"


def _name(place: int) -> str:
    return f"column {place + 1}"
