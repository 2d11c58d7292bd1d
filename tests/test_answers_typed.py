"""Counts from paper sheets, typed in: they count as people did, and what can't be is refused."""

import re
from pathlib import Path

import pytest

from charter.__main__ import main
from charter.answers import count
from charter.answers.progress import progress
from charter.answers.typed import COLUMNS
from charter.data.load import load
from tests.made_up_answers import counts, day_in, epoch, people
from tests.sample import sample

ROWS = (
    "A school,2027-01-31,garden-day,children,12,kindness-1,7,3,1,1",
    "A school,31/01/2027,Garden day,Children,12,Courage 1,2,,,",
)


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the made-up area in it, in the first quarter of 2027."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2027, 2))
    sample(tmp_path)
    return tmp_path


def typed(area: Path, *rows: str) -> int:
    """Type rows in, and count them; the exit status."""
    file = area / "paper.csv"
    file.write_text("\n".join([",".join(COLUMNS), *rows, ""]), encoding="utf-8-sig")
    return main(["answers", "--project", str(area), "type", str(file)])


def test_each_group_of_sheets_counts_as_its_people_of_one_sender(area: Path) -> None:
    assert typed(area, *ROWS) == 0
    (found,) = counts(area).counts
    assert (found.occasion, found.group, found.quarter) == ("garden-day", "children", "2027-Q1")
    assert [sent.copies for sent in found.senders] == [12]
    assert {tally.pledge: (tally.yes, tally.partly, tally.no) for tally in found.answers} == {
        "courage-1": (2, 0, 0),
        "kindness-1": (7, 3, 1),
    }
    assert "school" not in (area / "data" / count.FILE).read_text(encoding="utf-8").lower()


def test_what_was_typed_in_counts_once_and_a_change_of_it_is_refused(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(area, *ROWS) == typed(area, *ROWS) == 0
    assert "counted before: 12." in capsys.readouterr().out
    before = (area / "data" / count.FILE).read_bytes()
    for old, new in ((",7,3,", ",6,4,"), (",12,", ",13,")):
        assert typed(area, *(row.replace(old, new) for row in ROWS)) == 1
        assert "counted before, with other numbers" in capsys.readouterr().err
        assert (area / "data" / count.FILE).read_bytes() == before


def test_they_arrive_on_the_progress_page_with_enough_senders_and_no_sooner(area: Path) -> None:
    def shown() -> int | None:
        """How many answers of families the page shows of the pledge, in the next quarter."""
        found = progress(load(area / "data"), day_in("2027-Q2")).of_pledges["kindness-1"]
        sides = found[0].sides["families"] if found else None
        return sides.base if sides else None

    all_said_yes = ROWS[0].replace("7,3,1,1", "12,0,0,0")
    rows = [all_said_yes.replace("A school", f"School {number}") for number in range(11)]
    for row in rows[:10]:
        assert typed(area, row) == 0
        assert shown() is None  # ten senders may have made all of it up
    assert typed(area, rows[10]) == 0
    assert people(counts(area)) == shown() == 11 * 12


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("7,3,1,1", "7,3,1,2", "there are 13 answers of 12 people"),
        ("kindness-1", "kindnes-1", 'no question called .* Is "Kindness 1" meant?'),
        ("kindness-1", "C9", "no question called 'C9'"),
        ("garden-day", "pond-day", "no sheet called 'pond-day'"),
        ("children", "dogs", "no group called 'dogs'"),
        ("A school", "", "from: is empty"),
        (",12,", ",twelve,", "people: 'twelve' is no number"),
        ("7,3", "-7,3", "yes: '-7' is no number"),
        ("2027-01-31", "2027-12-31", "date: 2027-12-31 is still to come"),
        ("2027-01-31", "January", "date: 'January' is no day"),
        ("garden-day", "school-meeting", None),
    ],
)
def test_what_cannot_be_is_refused_with_its_line_and_nothing_is_counted(
    old: str, new: str, said: str | None, area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (area / "data" / count.FILE).read_bytes()
    row = ROWS[0].replace(old, new, 1)
    if said is None:  # a question that is on no such sheet
        row, said = row.replace("kindness-1", "courage-1"), 'does not ask "Courage 1"'
    assert typed(area, ROWS[1], row) == 1
    assert re.search(rf"paper.csv, line 3: .*{said}", capsys.readouterr().err)
    assert (area / "data" / count.FILE).read_bytes() == before


def test_two_rows_that_contradict_each_other_are_refused(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(area, ROWS[0], ROWS[0], ROWS[1].replace(",12,", ",11,")) == 1
    told = capsys.readouterr().err
    assert "line 3: this question of the same sheets is above already" in told
    assert "line 4: line 2 says 12 people for the same sheets" in told


def test_without_its_columns_a_file_is_refused(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (area / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["answers", "--project", str(area), "type", str(area / "other.csv")]) == 1
    assert "has to name these columns: from, date, sheet" in capsys.readouterr().err
