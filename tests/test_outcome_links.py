"""Links between pledges and outcomes: each names the line of the notes that supports it, and that
line speaks of the outcome.
"""

from pathlib import Path

import pytest

from a11y.site import site
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


def test_each_barrier_and_help_of_the_notes_stands_with_one_outcome() -> None:
    notes, outcomes = charter().workshop_notes, charter().outcomes
    if notes is None:
        pytest.skip("this area has no notes of a workshop")
    first, last = (notes.lines[line].number for line in ("n110", "n182"))
    named = [line for line in notes.lines[first:last] if "outcomes/" not in line.pages]
    stand = [str(point.line) for outcome in outcomes for point in outcome.points]
    assert sorted(stand) == sorted(line.id for line in named)
    assert {each.line for each in outcomes} == {
        line.id for line in notes.lines[first - 1 : last] if "outcomes/" in line.pages
    }


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
    edit(data, "outcomes.yml", "text: Too few clubs.", "text: Too few clubs.\n      line: n2")
    assert load(data)
    edit(data, file, old, new)
    assert '"n1" is no line of' in refused(load, data)


@pytest.mark.usefixtures("site")
def test_each_heading_of_the_priorities_is_read_out_with_the_name_of_its_own() -> None:
    main = site().page("priorities/").main
    for priority in charter().priorities:
        for heading in main.xpath(".//h3[starts-with(@id, $id)]", id=f"{priority.id}-"):
            assert heading.get("aria-labelledby") == f"{heading.get('id')} {priority.id}"
    assert len(main.xpath(".//h3[@id]")) == len(main.xpath(".//h3[@aria-labelledby]")) > 3
