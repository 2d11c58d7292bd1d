"""Findings of the checks, less what a table of exemptions allows."""

import datetime
from collections.abc import Container, Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Finding:
    """Something that a check found: which rule, where on the page, and what it says.

    `advice` is a machine's question to a human. It is counted, and does not fail.
    """

    page: str
    state: str
    rule: str
    target: str
    said: str
    advice: bool = False

    def __str__(self) -> str:
        return f"{self.page} ({self.state}): {self.rule}: {self.said}\n    at {self.target}"


@dataclass(frozen=True)
class Exemption:
    """A rule that does not count at one target. `said`, `page` and `state` narrow it further, where
    that matters; `page` may be a pattern, such as `did-we/*`. `until` is its last day.
    """

    rule: str
    target: str
    reason: str
    until: datetime.date
    said: str = ""
    page: str = ""
    state: str = ""

    @property
    def has_run_out(self) -> bool:
        """Whether its last day has passed. Then it lets nothing pass any more."""
        return self.until < datetime.date.today()

    def covers(self, finding: Finding) -> bool:
        """Whether this exemption lets the finding pass."""
        if self.has_run_out:
            return False
        where = (
            self.target in finding.target
            and fnmatch(finding.page, self.page or "*")
            and self.state in ("", finding.state)
        )
        return self.rule == finding.rule and where and self.said in finding.said


def read_exemptions(file: Path) -> list[Exemption]:
    """The table in a YAML file."""
    rows: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    return [Exemption(**row) for row in rows]


def run_out(table: Iterable[Exemption]) -> list[str]:
    """What to say of each row whose last day has passed."""
    return [
        f"the exemption from {row.rule} at {row.target or 'any place'} ran out on {row.until}."
        " Mend what it let pass, or look again and write a new day"
        for row in table
        if row.has_run_out
    ]


def unexplained(findings: Iterable[Finding], table: Iterable[Exemption]) -> list[Finding]:
    """The findings that count, and that no exemption covers."""
    return [
        finding
        for finding in findings
        if not finding.advice and not any(row.covers(finding) for row in table)
    ]


def used(findings: Iterable[Finding], table: Iterable[Exemption]) -> list[int]:
    """Which rows of the table these findings needed, by their place."""
    found = list(findings)
    return [place for place, row in enumerate(table) if any(map(row.covers, found))]


def idle(table: Iterable[Exemption], needed: Container[int]) -> list[Exemption]:
    """The rows that no finding needed, of those needed by their place. (Some are for a check of
    every week, and those that have run out are told of by themselves.)
    """
    return [
        row
        for place, row in enumerate(table)
        if place not in needed and not row.has_run_out and not row.rule.startswith("alfa ")
    ]
