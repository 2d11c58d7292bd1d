"""Counting saved copies: each once, damaged ones named, and nothing of a person kept."""

import os
import random
import re
import shutil
from pathlib import Path

import pytest

from charter.answers import count as answers
from charter.data.load import load
from charter.problems import ProblemsFound
from tests.damaged_copies import DAMAGES, SECRET
from tests.made_up_answers import add, copies, counts, epoch, people, write
from tests.sample import sample

NOW = "2027-Q1"


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the made-up area in it, in the first quarter of 2027."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2027, 2))
    sample(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_of_a_thousand_files_with_fifty_damaged_each_good_one_counts_once_and_each_bad_one_is_named(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(DAMAGES) == 50
    all_copies = copies(area, 1000)
    files = write(area / "in", all_copies)
    damaged = dict(zip(random.Random(2).sample(range(1000), 50), DAMAGES.values(), strict=True))
    for place, (damage, _) in damaged.items():
        files[place].write_bytes(damage(all_copies[place]))

    assert add(area, area / "in") == 1
    told = capsys.readouterr()
    assert "Counted now, for 2027-Q1: 950 (" in told.out and "Refused: 50." in told.out
    lines = told.err.splitlines()
    assert lines[0] == "50 things to mend:" and len(lines) == 51
    for place, (_, said) in damaged.items():
        (line,) = [line for line in lines if str(files[place]) in line]
        assert said in line and re.search(r"\. \w|: take the file away|; ask", line), line
    assert "Traceback" not in told.err and "Zachariades" not in told.err
    found = counts(area)
    assert people(found) == len(found.taken) == 950
    good = [copy for place, copy in enumerate(all_copies) if place not in damaged]
    for answer, field in (
        ("yes", "yes"),
        ("partly", "partly"),
        ("no", "no"),
        ("does-not-apply", "does_not_apply"),
    ):
        wanted = sum(list(copy["answers"].values()).count(answer) for copy in good)
        assert (
            sum(getattr(tally, field) for count in found.counts for tally in count.answers)
            == wanted
            > 50
        )

    before = (area / "data" / answers.FILE).read_bytes()
    assert add(area, area / "in") == 1
    assert "Counted now, for 2027-Q1: 0." in capsys.readouterr().out
    assert (area / "data" / answers.FILE).read_bytes() == before


def test_good_copies_alone_end_well_and_tell_how_many(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(area, *write(area / "in", copies(area, 30))) == 0
    told = capsys.readouterr().out
    assert "Counted now, for 2027-Q1: 30 (" in told and "Copies counted in all: 30." in told
    assert "read charter/answers/README.md" in told


def test_a_copy_counts_once_even_where_it_comes_twice_in_one_run(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = write(area / "in", copies(area, 1))
    twin = shutil.copy(file, file.with_name("again.JSON"))
    assert add(area, file, file, area / "in", Path(twin)) == 0
    assert "counted before: 4." in capsys.readouterr().out
    assert people(counts(area)) == 1


def test_answers_are_counted_by_quarter_occasion_group_and_pledge(
    area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = {"format": "did-we", "version": 1, "occasion": "garden-day", "group": "children"}
    files = write(area / "in", [
        {**copy, "copy": "a" * 32, "answers": {"kindness-1": "yes", "courage-1": "no"}},
        {**copy, "copy": "b" * 32, "answers": {"kindness-1": "does-not-apply"}},
        {**copy, "copy": "c" * 32, "group": "teachers", "answers": {"kindness-1": "partly"}},
    ])  # fmt: skip
    assert add(area, *files[:2]) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2027, 4, 1))
    assert add(area, files[2]) == 0
    first, second = counts(area).counts
    assert (first.quarter, first.occasion, first.group, first.copies) == (
        NOW,
        "garden-day",
        "children",
        2,
    )
    assert [tally.model_dump() for tally in first.answers] == [
        {"pledge": "courage-1", "yes": 0, "partly": 0, "no": 1, "does_not_apply": 0},
        {"pledge": "kindness-1", "yes": 1, "partly": 0, "no": 0, "does_not_apply": 1},
    ]
    assert (second.quarter, second.group, second.answers[0].partly) == ("2027-Q2", "teachers", 1)


@pytest.mark.slow
def test_the_file_does_not_depend_on_the_order_in_which_copies_come(area: Path) -> None:
    files = write(area / "in", copies(area, 40))
    assert add(area, *files) == 0
    once = (area / "data" / answers.FILE).read_text(encoding="utf-8")
    (area / "data" / answers.FILE).write_text("taken: []\ncounts: []\n", encoding="utf-8")
    for file in reversed(files):
        assert add(area, file) == 0
    assert (area / "data" / answers.FILE).read_text(encoding="utf-8") == once
    assert once.startswith("# Written by: python -m charter answers add.")


def test_one_copy_more_changes_only_its_own_lines(area: Path) -> None:
    files = write(area / "in", copies(area, 60))
    assert add(area, *files[1:]) == 0
    before = (area / "data" / answers.FILE).read_text(encoding="utf-8").splitlines()
    assert add(area, files[0]) == 0
    after = (area / "data" / answers.FILE).read_text(encoding="utf-8").splitlines()
    assert 0 < len(set(after) - set(before)) <= 2 + len(load(area / "data").pledges)


def test_nothing_that_a_person_wrote_is_kept_even_from_a_refused_copy(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, three = copies(area, 3)
    write(area / "in", [one, {**two, "note": SECRET}, {**three, "answers": {"kindness-1": SECRET}}])
    assert add(area, area / "in") == 1
    assert "Refused: 2." in capsys.readouterr().out
    for file in area.glob("data/**/*"):
        if file.is_file():
            assert b"Zoraya" not in file.read_bytes()
    assert {file.name for file in (area / "data" / "answers").iterdir()} == {
        "counts.yml",
        "senders.key",
    }
    names = {key for count in counts(area).counts for key in type(count).model_fields}
    assert names == {"quarter", "occasion", "group", "senders", "answers"}


def test_what_is_no_copy_is_told_by_name(area: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (area / "empty").mkdir()
    os.mkfifo(area / "pipe.json")
    assert add(area, area / "gone.json", area / "empty", area / "pipe.json") == 1
    told = capsys.readouterr().err
    assert "gone.json, line 1: there is no such file" in told
    assert "empty, line 1: there is no saved copy in this folder" in told
    assert "pipe.json, line 1: this is not a file" in told


def test_no_folder_of_data_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="there is no such folder"):
        answers.add(tmp_path / "data", [], NOW)


def test_answers_to_a_pledge_that_is_gone_do_not_stop_the_count(area: Path) -> None:
    files = write(area / "in", copies(area, 4))
    assert add(area, *files[:3]) == 0
    file = area / "data" / answers.FILE
    file.write_text(
        file.read_text(encoding="utf-8")
        .replace("kindness-1", "kindness-9")
        .replace("garden-day", "pond-day"),
        encoding="utf-8",
    )
    assert add(area, files[3]) == 0
    assert people(counts(area)) == 4
    assert "kindness-9" in file.read_text(encoding="utf-8")
