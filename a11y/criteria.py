"""The success criteria of WCAG 2.2: which check judges each, and how many faults prove it."""

import re
from collections import Counter
from functools import cache

from a11y.checks import checks
from a11y.engines import PACKAGES
from a11y.faults import faults

# IBM's engine brings the guidelines' own list: numbers, links that are made of the names, and
# levels.
# It misprints two levels: https://www.w3.org/TR/WCAG22/#consistent-help and #redundant-entry say A.
ENGINE = PACKAGES / "accessibility-checker-engine" / "ace-node.js"
MISPRINTED = {"3.2.6": "A", "3.3.7": "A"}
# No longer in version 2.2.
GONE = "4.1.1"
HEADINGS = """| Criterion | Level | Checked by | Planted faults |
|---|---|---|---|"""


@cache
def official() -> dict[str, tuple[str, str]]:
    """Number to link and level of every criterion of the guidelines, version 2.2."""
    row = r'"num":"([\d.]+)","url":"https://www\.w3\.org/TR/WCAG22/#([a-z-]+)"[^{}]*?"level":"(A+)"'
    found = {
        number: (link, MISPRINTED.get(number, level))
        for number, link, level in re.findall(row, ENGINE.read_text(encoding="utf-8"))
    }
    return {number: row for number, row in found.items() if number != GONE}


def table() -> str:
    """What judges each criterion, as a table in Markdown."""
    planted = Counter(number for fault in faults() for number in fault.criteria)
    rows = [
        f"| {number} {link.replace('-', ' ')} | {level} | {', '.join(by) or 'no check'} |"
        f" {planted[number] or ''} |"
        for number, (link, level) in sorted(official().items(), key=lambda row: _order(row[0]))
        for by in [[check.name for check in checks() if number in check.criteria]]
    ]
    return "\n".join([HEADINGS, *rows])


def _order(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]
