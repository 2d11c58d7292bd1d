"""Findings of the checks, less what the table of exemptions allows."""

import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TABLE = Path(__file__).parent / "exemptions.yml"


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
    that matters.
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
            and self.page in ("", finding.page)
            and self.state in ("", finding.state)
        )
        return self.rule == finding.rule and where and self.said in finding.said


@cache
def exemptions() -> list[Exemption]:
    """The table. A row whose date has passed is an error, not an exemption."""
    rows: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8")) or []
    found = [Exemption(**row) for row in rows]
    late = [row for row in found if row.until < datetime.date.today()]
    assert not late, f"these exemptions have run out: {late}"
    return found


def unexplained(findings: list[Finding]) -> list[Finding]:
    """The findings that count, and that no exemption covers."""
    return [
        finding
        for finding in findings
        if not finding.advice and not any(row.covers(finding) for row in exemptions())
    ]


def used(findings: list[Finding]) -> list[int]:
    """Which rows of the table these findings needed."""
    return [
        place
        for place, row in enumerate(exemptions())
        if any(row.covers(finding) for finding in findings)
    ]
