"""The day on which the site is built: the day of the commit, where that is given, so that the same
commit gives the same bytes."""

import datetime
import os
from collections.abc import Iterable
from contextlib import suppress

from charter.problems import Problem, ProblemsFound, in_one_line

SETTING = "SOURCE_DATE_EPOCH"

YEARS = range(2000, 2100)
NOT_SECONDS = (
    '"{}" is no number of seconds since 1970 in this century. Write one such as 1800000000, or take'
    " the setting away"
)
WRONG_CLOCK = "the clock of this computer says that today is {}. Set its date right"


def today() -> datetime.date:
    """The day that SOURCE_DATE_EPOCH names (in UTC), or else today.

    Raises:
        ProblemsFound: neither is a day of this century.
    """
    if epoch := os.environ.get(SETTING):
        try:
            day = datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            day = None
        said = NOT_SECONDS.format(in_one_line(epoch))
    else:
        os.environ.pop(SETTING, None)  # MkDocs would take an empty one for a number
        day = datetime.datetime.now(tz=datetime.UTC).date()
        said = WRONG_CLOCK.format(day)
    if day is None or day.year not in YEARS:
        raise ProblemsFound([Problem(SETTING if epoch else "today", 1, "", said)])
    return day


def day_in(text: str, forms: Iterable[str]) -> datetime.date | None:
    """The day that a text names in one of these ways of writing it, such as %d/%m/%Y."""
    for form in forms:
        with suppress(ValueError):
            return datetime.datetime.strptime(text, form).date()
    return None


def quarter(day: datetime.date) -> str:
    """The quarter of a year that a day is in, such as 2026-Q4. Quarters sort as texts do."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def quarters(first: str, end: str) -> list[str]:
    """Every quarter from `first` to the one before `end`, in order; none where `first` is not
    before it."""
    found = []
    while first < end:
        found.append(first)
        year, number = int(first[:4]), int(first[-1])
        first = f"{year + 1}-Q1" if number == 4 else f"{year}-Q{number + 1}"
    return found
