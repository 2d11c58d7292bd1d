"""What the last whole run of the checks looked at, and found. A program writes it: see
a11y/report.py."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from charter.model.fields import Text, Version, shaped
from charter.model.records import Record, Some
from charter.model.references import StateId


def _in_the_calendar(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError(
            f'"{day}" is no day of the calendar. Write one that is, such as "2026-11-23"'
        ) from None
    return day


Commit = Annotated[
    str, shaped(r"[0-9a-f]{7,40}", '"1c0ffee" (the first figures of the commit, in quotes)')
]
Day = Annotated[
    str,
    shaped(r"20\d\d-\d\d-\d\d", '"2026-11-23" (year, month and day, in quotes)'),
    AfterValidator(_in_the_calendar),
]
PageOfSite = Annotated[
    str,
    shaped(r"/([a-z0-9-]+/)*(404\.html)?", '"/charter/kindness-1/" (with a slash at both ends)'),
]


class Engine(Record):
    """A program that judges pages, and the number of its rules."""

    name: Text
    version: Version
    rules: Annotated[int, Field(gt=0)]


class Exempted(Record):
    """A finding that was let pass: which rule, at what, why, and until when. An empty target means
    anywhere on the page."""

    rule: Text
    target: str
    reason: Text
    until: Day


class A11yReport(Record):
    """One whole run. Each of `pages` was looked at in some or all of `states`; `looks` counts them
    all. `findings` were left at its end."""

    date: Day
    commit: Commit
    pages: Some[PageOfSite]
    states: Some[StateId]
    engines: Some[Engine]
    looks: Annotated[int, Field(gt=0)]
    findings: Annotated[int, Field(ge=0)]
    exemptions: list[Exempted]
