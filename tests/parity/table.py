"""The table of differences that have a reason, and what two builds make of it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.parity.compare import Difference, Seen

TABLE = Path(__file__).parent / "differences.yml"


@dataclass(frozen=True)
class Row:
    """A difference that we know: with which tool it occurs, exactly how, why it may be, and how
    anybody can see it.
    """

    builder: str
    difference: Difference
    reason: str
    evidence: str


def rows() -> list[Row]:
    """Each row of the committed table."""
    return [
        Row(
            row["builder"],
            Difference(row["page"], row["part"], tuple(row["ours"]), tuple(row["theirs"])),
            row["reason"],
            row["evidence"],
        )
        for row in yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    ]


def unexplained(builder: str, found: list[Difference], known: list[Row]) -> list[Difference]:
    """What was found with a tool and stands in no row."""
    return [
        difference
        for difference in found
        if difference not in [row.difference for row in known if row.builder == builder]
    ]


def gone(builder: str, found: list[Difference], known: list[Row]) -> list[Row]:
    """The rows for a tool that were not found: they no longer occur, or not as they say."""
    return [row for row in known if row.builder == builder and row.difference not in found]


def printed(
    ours: str, sites: dict[str, Seen], found: dict[str, list[Difference]], known: list[Row]
) -> str:
    """How many pages are the same in each part, tool by tool, and below it every difference: with
    its reason, or without one.
    """
    lines = [f"{'The same as in ' + ours:32}" + "".join(f"{name:>22}" for name in found)]
    for part in {part: None for page in sites[ours].values() for part in page}:
        having = [page for page in sites[ours] if part in sites[ours][page]]
        counts = [len(having) - sum(one.part == part for one in each) for each in found.values()]
        lines.append(f"{part:32}" + "".join(f"{f'{n} of {len(having)}':>22}" for n in counts))
    for name, all_found in found.items():
        bare = unexplained(name, all_found, known)
        lines.append(f"{name}: {len(all_found)} differences, {len(bare)} of them unexplained.")
        lines += [
            f"  {row.difference}\n    Reason: {row.reason}\n    Evidence: {row.evidence}"
            for row in known
            if row.builder == name
        ]
        lines += [f"  UNEXPLAINED {difference}" for difference in bare]
        lines += [
            f"  NO LONGER SO {row.difference}. Take its row out of {TABLE.name}"
            for row in gone(name, all_found, known)
        ]
    return "\n".join(lines)
