"""Facts that nobody has checked for more than a year."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from charter.model import Charter


@dataclass(frozen=True)
class Fact:
    """Something that was checked in a month (`2026-11`). `place` is where that month stands in the
    joined data.
    """

    place: tuple[str | int, ...]
    name: str
    checked: str
    page: str

    @property
    def file(self) -> str:
        """The file below `data/`, or the folder of files."""
        return f"{self.place[0]}/" if isinstance(self.place[1], int) else f"{self.place[0]}.yml"


def old_facts(charter: Charter, today: datetime.date) -> list[Fact]:
    """Every fact that was checked more than a year ago. A month counts to its end."""
    limit = f"{today.year - 1}{today:-%m}"
    return [fact for fact in _facts(charter) if fact.checked < limit]


def _facts(charter: Charter) -> Iterator[Fact]:
    yield Fact(("site", "checked"), "The date at the foot of each page", charter.site.checked, "")
    for index, source in enumerate(charter.sources):
        yield Fact(
            ("sources", index, "checked"),
            f"Source: {source.title}",
            source.checked,
            f"about/sources/#source-{source.id}",
        )
