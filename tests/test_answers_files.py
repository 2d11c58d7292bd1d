"""What becomes of each file that comes in: its ending, other answers under one name, its sender."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from charter.answers.marks import KEY
from tests.made_up_answers import add, copies, counts, epoch, people, write
from tests.sample import sample


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the made-up area in it, in the first quarter of 2027."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2027, 2))
    sample(tmp_path)
    return tmp_path


def put(file: Path, content: bytes | dict[str, Any]) -> Path:
    """A file with this content, and the folders around it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return file


ENDINGS = ["a.json", "b (1).json", "C.JSON", "d.json.txt", "no-ending", "e.txt", "f.json~", ".g"]


def test_a_copy_is_taken_by_what_it_holds_whatever_its_name(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, copy in zip(ENDINGS, copies(area, len(ENDINGS)), strict=True):
        put(area / "in" / copy["copy"] / name, copy)
    assert add(area, area / "in") == 0
    assert f"2027-Q1: {len(ENDINGS)} (" in capsys.readouterr().out
    assert people(counts(area)) == len(ENDINGS)


def test_each_file_of_a_folder_is_in_just_one_number(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, old, windows, cut = copies(area, 4)
    put(area / "old" / "old.json", old)
    assert add(area, area / "old") == 0
    put(area / "in" / "a" / "good.txt", good)
    put(area / "in" / "b" / "old", old)
    put(area / "in" / "c" / "windows.txt", json.dumps(windows).encode("utf-16"))
    put(area / "in" / "c" / "did-we-garden-day-12345678.txt", b"Did we keep our promises?")
    put(area / "in" / "c" / "cut", json.dumps(cut).encode()[:-9])
    put(area / "in" / "d" / "letter.txt", b"Dear team")
    put(area / "in" / "d" / ".DS_Store", b"\0\0\1")
    (area / "in" / "elsewhere").symlink_to(area / "old")
    (area / "in" / "nowhere").symlink_to(area / "gone")
    capsys.readouterr()
    assert add(area, area / "in") == 1
    told = capsys.readouterr()
    assert "2027-Q1: 1 (" in told.out and "counted before: 1." in told.out
    assert "Refused: 4." in told.out
    assert "don't look like a copy: 3 (" in told.out
    assert all(f"in/{name}" in told.out for name in ("d/letter.txt", "d/.DS_Store", "elsewhere"))
    names = ("c/windows.txt", "c/did-we-garden-day-12345678.txt", "c/cut", "nowhere")
    assert all(f"in/{name}, line 1: " in told.err for name in names)
    assert "is the text for people" in told.err


def test_other_answers_under_one_name_are_told_and_none_is_counted(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = copies(area, 2)
    changed = {**one, "answers": dict.fromkeys(one["answers"], "does-not-apply")}
    files = write(area / "in", [one, two])
    again = put(files[0].with_name("again.json"), changed)
    assert add(area, area / "in") == 1
    told = capsys.readouterr()
    assert "2027-Q1: 1 (" in told.out and "Refused: 2." in told.out
    for file, other in ((files[0], again), (again, files[0])):
        assert f"{file}, line 1: {other} has the same name inside, and says something" in told.err

    again.unlink()
    assert add(area, area / "in") == 0
    put(files[0], changed)
    capsys.readouterr()
    assert add(area, area / "in") == 1
    told = capsys.readouterr()
    assert "counted before: 1." in told.out and "Refused: 1." in told.out
    assert "this copy was counted before. Now it says something else" in told.err
    assert people(counts(area)) == 2


def test_a_folder_is_one_sender_however_its_name_is_written_and_is_kept_nowhere(area: Path) -> None:
    names = [
        "Zoraya@council.example",
        "zoraya@COUNCIL.example ",
        "\uff3aoraya@council.example",
        "b",
    ]
    for name, copy in zip(names, copies(area, 4), strict=True):
        put(area / "in" / name / f"{name}.json", copy)
        assert add(area, area / "in" / name) == 0
    sent = {each.sender for count in counts(area).counts for each in count.senders}
    assert len(sent) == 2
    key = area / "data" / "answers" / KEY
    assert key.stat().st_mode & 0o777 == 0o600
    for file in (area / "data").rglob("*.*"):
        assert b"zoraya" not in file.read_bytes().lower()
    # The same names give other marks with another key.
    (other := area / "other").mkdir()
    sample(other)
    assert add(other, area / "in") == 0
    assert not sent & {each.sender for count in counts(other).counts for each in count.senders}


@pytest.mark.parametrize("damage", [None, b"abc", b"\xff" * 64])
def test_without_its_key_nothing_is_counted_and_an_empty_file_begins_anew(
    area: Path, damage: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = write(area / "in", copies(area, 2))
    assert add(area, first) == 0
    key = area / "data" / "answers" / KEY
    key.unlink() if damage is None else key.write_bytes(damage)
    assert add(area, second) == 1
    assert (
        f"{KEY}, line 1: the key is {'damaged' if damage else 'missing'}" in capsys.readouterr().err
    )
    assert people(counts(area)) == 1
    key.write_bytes(b"")
    assert add(area, second) == 0
    assert people(counts(area)) == 2


def test_many_of_one_sender_look_alikes_and_jumps_are_told(
    area: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*files: Path) -> list[str]:
        assert add(area, *files) == 0
        return [line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]

    few = [{**copy, "group": "children"} for copy in copies(area, 4)]
    assert run(*write(area / "few", few)) == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2027, 4))
    made_up = copies(area, 1, seed=2)[0] | {"group": "children", "occasion": "garden-day"}
    asked = ["kindness-1", "courage-1"]
    for number in range(300):
        copy = made_up | {"copy": f"{number:032x}", "answers": dict.fromkeys(asked, "yes")}
        put(area / "one hand" / f"{number}.json", copy)
    many, alike, jump = run(area / "one hand")
    assert many.startswith(
        '  300 copies lie in the folder "one hand", so they count as those of one'
    )
    assert alike.startswith("  300 copies give just the same answers (garden-day, children)")
    assert jump.startswith("  ") and ": 300 copies in 2027-Q2, and never more than 4" in jump
    shutil.rmtree(area / "one hand")
    assert run(*write(area / "some", copies(area, 4, seed=3))) == [jump.replace("300", "301")]
