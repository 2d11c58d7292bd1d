"""The day on which the site is built: the day of the commit, where that is given, so that the same commit gives the same bytes."""

import datetime
import os


def today() -> datetime.date:
    """The day that SOURCE_DATE_EPOCH names (in UTC), or else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    return datetime.datetime.now(tz=datetime.UTC).date()


def quarter(day: datetime.date) -> str:
    """The quarter of a year that a day is in, such as 2026-Q4."""
    return f"{day.year}-Q{(day.month + 2) // 3}"
