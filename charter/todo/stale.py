"""Sources that nobody has read for more than a year."""

import datetime

from charter.model import Charter, Source


def old_sources(charter: Charter, today: datetime.date) -> list[tuple[int, Source]]:
    """Every source that was last read more than a year ago, and its place among all. A month counts
    to its end."""
    limit = f"{today.year - 1}{today:-%m}"
    return [(at, source) for at, source in enumerate(charter.sources) if source.checked < limit]
