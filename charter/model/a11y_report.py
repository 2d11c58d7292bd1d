"""What the last committed run of the checks looked at, and found. A program writes it: see
a11y/report.py.
"""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Commit, Day, PageOfSite, Record, StateId, Text, Version


class Engine(Record):
    """A program that judges pages, and the number of its rules."""

    name: Text
    version: Version
    rules: Annotated[int, Field(gt=0)]


class Exempted(Record):
    """A finding that was let pass: which rule, at what, why, and until when. An empty target means
    anywhere on the page.
    """

    rule: Text
    target: str
    reason: Text
    until: Day


class Evidence(Record):
    """One whole run. Each of `pages` was looked at in each of `states`; `looks` counts them all.
    `findings` were left at its end.
    """

    date: Day
    commit: Commit
    pages: Annotated[list[PageOfSite], Field(min_length=1)]
    states: Annotated[list[StateId], Field(min_length=1)]
    engines: Annotated[list[Engine], Field(min_length=1)]
    looks: Annotated[int, Field(gt=0)]
    findings: Annotated[int, Field(ge=0)]
    exemptions: list[Exempted]
