"""The day on which the site is built: the day of the commit, where that is given, so that the same
commit gives the same bytes."""

import datetime
import os


def today() -> datetime.date:
    """The day that SOURCE_DATE_EPOCH names (in UTC), or else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    return datetime.datetime.now(tz=datetime.UTC).date()


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
