"""Findings of the checks, less what a table of exemptions allows."""

import datetime
from collections.abc import Iterable
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
    that matters; `page` may be a pattern, such as `did-we/*`.
    """

    rule: str
    target: str
    reason: str
    until: datetime.date
    said: str = ""
    page: str = ""
    state: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether this exemption lets the finding pass."""
        where = (
            self.target in finding.target
            and fnmatch(finding.page, self.page or "*")
            and self.state in ("", finding.state)
        )
        return self.rule == finding.rule and where and self.said in finding.said


def read_exemptions(file: Path) -> list[Exemption]:
    """The table in a YAML file. A row whose date has passed is an error, not an exemption."""
    rows: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    found = [Exemption(**row) for row in rows]
    late = [row for row in found if row.until < datetime.date.today()]
    assert not late, f"these exemptions have run out: {late}"
    return found


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
