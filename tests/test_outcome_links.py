"""Links between pledges and outcomes: each names the line of the notes that supports it, and that
line speaks of the outcome.
"""

from pathlib import Path

import pytest

from charter.data.load import load
from charter.model.outcome_links import helping
from tests.project import charter
from tests.sample import edit, refused, sample


def test_pledges_stand_with_each_outcome_by_the_line_that_says_why(tmp_path: Path) -> None:
    area = load(sample(tmp_path))
    helped = [
        {line: [pledge.id for pledge in pledges] for line, pledges in helping(area, each).items()}
        for each in area.outcomes
    ]
    assert helped == [{"": ["kindness-1"]}, {"": ["courage-1"]}, {}]


def test_each_link_of_this_area_says_why() -> None:
    links = [link for pledge in charter().pledges for link in pledge.outcomes]
    assert links and all(link.because for link in links)


def test_each_barrier_and_help_of_the_notes_stands_with_its_outcome_once() -> None:
    notes = charter().workshop_notes
    assert notes
    for outcome in charter().outcomes:
        lines = [line.id for line in notes.lines if line.outcome == outcome.id]
        assert sorted(lines[1:]) == sorted(str(point.line) for point in outcome.points)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("pledges/courage-1.yml", "outcome: health", "outcome: health\n    because: n1"),
        ("priorities.yml", "  sources:", "  lines:\n    - n1\n  sources:"),
    ],
)
def test_a_line_that_says_nothing_of_the_outcome_is_told(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    data = sample(tmp_path)
    (data / "workshop-notes.yml").write_text(NOTES, encoding="utf-8")
    edit(data, "outcomes.yml", "text: Too few clubs.", "text: Too few clubs.\n      line: n2")
    assert load(data)
    edit(data, file, old, new)
    assert '"n1" is no line of' in refused(load, data)


NOTES = """title: Notes
description: Notes.
introduction:
  - Notes.
shown: Shown.
hidden: Hidden.
source: garden-page
lines:
  - id: n1
    words: Welcome
    not_answered: true
  - id: n2
    words: Too few clubs
    not_answered: true
"""
