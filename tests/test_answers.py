"""Counting saved copies: each once, damaged ones named, nothing of a person kept, and the file always whole."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from charter.__main__ import main
from charter.evidence import answers
from charter.load import load
from charter.model import Answers
from charter.problems import ProblemsFound
from tests.made_up_answers import epoch, saved, write
from tests.project import ROOT
from tests.sample import edit, sample

NOW = "2027-Q1"
SECRET = "My daughter Zoraya was left out"


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the made-up area in it, in the first quarter of 2027."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2027, 2))
    sample(tmp_path)
    return tmp_path


def copies(area: Path, count: int, seed: int = 1) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    charter = load(area / "data")
    return [saved(chance, charter) for _ in range(count)]


def add(area: Path, *files: Path) -> int:
    return main(["answers", "--project", str(area), "add", *map(str, files)])


def counts(area: Path) -> Answers:
    return load(area / "data").answers


def people(found: Answers) -> int:
    return sum(count.copies for count in found.counts)


Damage = Callable[[dict[str, Any]], bytes]


def changed(**fields: Any) -> Damage:
    return lambda copy: json.dumps({**copy, **fields}).encode()


def without(field: str) -> Damage:
    return lambda copy: json.dumps({key: value for key, value in copy.items() if key != field}).encode()


def raw(content: bytes) -> Damage:
    return lambda copy: content


def instead(old: str, new: str) -> Damage:
    return lambda copy: json.dumps(copy).replace(old, new, 1).encode()


# What goes wrong with a file, and what must be said of it.
DAMAGES: dict[str, tuple[Damage, str]] = {
    "nothing in it": (raw(b""), "the file is empty"),
    "blanks": (raw(b"  \n "), "no JSON"),
    "cut off": (lambda copy: json.dumps(copy).encode()[:-20], "not whole"),
    "text": (raw(b"Dear team,\nwe answered yes."), "no JSON"),
    "a picture": (raw(b"\x89PNG\r\n\x1a\n\x00\x00"), "not saved as UTF-8"),
    "another encoding": (lambda copy: json.dumps(copy).encode("utf-16"), "not saved as UTF-8"),
    "zeros": (raw(b"\x00" * 300), "no JSON"),
    "too big": (lambda copy: json.dumps(copy).encode() + b" " * 70_000, "too big"),
    "brackets without end": (raw(b"[" * 60_000), "more brackets"),
    "fields without end": (raw(b'{"a":' * 12_000), "more brackets"),
    "figures without end": (instead('"version": 1', '"version": 1' + "0" * 5_000), "more brackets or figures"),
    "NaN": (instead('"version": 1', '"version": NaN'), "NaN"),
    "Infinity": (instead('"version": 1', '"version": -Infinity'), "-Infinity"),
    "a list": (lambda copy: json.dumps([copy]).encode(), "no saved copy of answers"),
    "a word": (raw(b'"yes"'), "no saved copy of answers"),
    "null": (raw(b"null"), "no saved copy of answers"),
    "no format": (without("format"), 'no "format"'),
    "no version": (without("version"), 'no "version"'),
    "no name": (without("copy"), 'no "copy"'),
    "no occasion": (without("occasion"), 'no "occasion"'),
    "no group": (without("group"), 'no "group"'),
    "no answers": (without("answers"), 'no "answers"'),
    "another format": (changed(format="survey"), "no saved copy of answers"),
    "a newer version": (changed(version=2), "We know version 1"),
    "version as text": (changed(version="1"), "We know version 1"),
    "version as true": (changed(version=True), "We know version 1"),
    "version with a point": (changed(version=1.0), "We know version 1"),
    "a short name": (changed(copy="abc"), "the name of the copy is damaged"),
    "a name in capitals": (lambda copy: json.dumps({**copy, "copy": "A" * 32}).encode(), "the name of the copy is damaged"),
    "a name of a person": (changed(copy="Zoraya Zachariades of Ash Road 1"), "the name of the copy is damaged"),
    "a number for a name": (changed(copy=12345678901234567890123456789012), "the name of the copy is damaged"),
    "an unknown occasion": (changed(occasion="gardenday"), 'Is "garden-day" meant?'),
    "an occasion as a list": (changed(occasion=["garden-day"]), "there is no occasion"),
    "an unknown group": (changed(group="child"), 'Is "children" meant?'),
    "a group as a number": (changed(group=3), "there is no group"),
    "an unknown pledge": (changed(answers={"kindness-9": "yes"}), "there is no pledge"),
    "a pledge that was not asked": (changed(answers={"kindness-2": "yes"}), "not among the questions"),
    "an unknown answer": (changed(answers={"kindness-1": "maybe"}), "there is no answer"),
    "an answer in other words": (changed(answers={"kindness-1": SECRET}), "there is no answer"),
    "an answer with an underline": (changed(answers={"kindness-1": "does_not_apply"}), "there is no answer"),
    "an answer as a number": (changed(answers={"kindness-1": 1}), "there is no answer"),
    "an answer as a list": (changed(answers={"kindness-1": ["yes"]}), "there is no answer"),
    "an empty answer": (changed(answers={"kindness-1": None}), "there is no answer"),
    "answers as a list": (changed(answers=["yes"]), "the answers are damaged"),
    "not one answer": (changed(answers={}), "no answer in it"),
    "a comment": (changed(comment=SECRET), "the copy holds 'comment'"),
    "a date": (changed(date="2027-02-03"), "the copy holds 'date'"),
    "a field twice": (instead('"version": 1', '"version": 1, "version": 1'), "twice"),
    "an answer twice": (instead('"answers": {', '"answers": {"kindness-1": "yes", "kindness-1": "no", '), "twice"),
    "half a sign": (instead('"occasion": "', '"occasion": "\\ud800'), "there is no occasion"),
}  # fmt: skip


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
    for answer, field in (("yes", "yes"), ("partly", "partly"), ("no", "no"), ("does-not-apply", "does_not_apply")):
        wanted = sum(list(copy["answers"].values()).count(answer) for copy in good)
        assert sum(getattr(tally, field) for count in found.counts for tally in count.answers) == wanted > 50

    before = (area / "data" / answers.FILE).read_bytes()
    assert add(area, area / "in") == 1
    assert "Counted now, for 2027-Q1: 0." in capsys.readouterr().out
    assert (area / "data" / answers.FILE).read_bytes() == before


def test_good_copies_alone_end_well_and_tell_how_many(area: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(area, *write(area / "in", copies(area, 30))) == 0
    told = capsys.readouterr().out
    assert "Counted now, for 2027-Q1: 30 (" in told and "Copies counted in all: 30." in told
    assert 'read "Count the answers" in CONTRIBUTING.md' in told


def test_a_copy_counts_once_even_where_it_comes_twice_in_one_run(area: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file,) = write(area / "in", copies(area, 1))
    twin = shutil.copy(file, area / "in" / "again.JSON")
    assert add(area, file, file, area / "in", Path(twin)) == 0
    assert "counted before: 4." in capsys.readouterr().out
    assert people(counts(area)) == 1


def test_answers_are_counted_by_quarter_occasion_group_and_pledge(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    assert (first.quarter, first.occasion, first.group, first.copies) == (NOW, "garden-day", "children", 2)
    assert [tally.model_dump() for tally in first.answers] == [
        {"pledge": "courage-1", "yes": 0, "partly": 0, "no": 1, "does_not_apply": 0},
        {"pledge": "kindness-1", "yes": 1, "partly": 0, "no": 0, "does_not_apply": 1},
    ]
    assert (second.quarter, second.group, second.answers[0].partly) == ("2027-Q2", "teachers", 1)


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


def test_nothing_that_a_person_wrote_is_kept_even_from_a_refused_copy(area: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, three = copies(area, 3)
    write(area / "in", [one, {**two, "note": SECRET}, {**three, "answers": {"kindness-1": SECRET}}])
    assert add(area, area / "in") == 1
    assert "Refused: 2." in capsys.readouterr().out
    for file in area.glob("data/**/*"):
        if file.is_file():
            assert b"Zoraya" not in file.read_bytes()
    assert {file.name for file in (area / "data" / "answers").iterdir()} == {"counts.yml"}
    names = {key for count in counts(area).counts for key in type(count).model_fields}
    assert names == {"quarter", "occasion", "group", "copies", "answers"}


def test_what_is_no_copy_is_told_by_name(area: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (area / "empty").mkdir()
    os.mkfifo(area / "pipe.json")
    assert add(area, area / "gone.json", area / "empty", area / "pipe.json") == 1
    told = capsys.readouterr().err
    assert "gone.json, line 1: there is no such file" in told
    assert "empty, line 1: there is no saved copy in this folder" in told
    assert "pipe.json, line 1: this is not a file" in told


BROKEN = [
    ("copies: 2", "copies: 3", "there are 2 names under taken:, but 3 copies were counted"),
    ('"yes": 1', '"yes": 3', "a pledge has more answers than there are copies"),
    ("pledge: courage-1", "pledge: kindness-1", "a pledge stands here twice"),
    ("b" * 32, "a" * 32, "the name of a copy stands under taken: twice"),
    ("b" * 32, "a person", "does not have the right form"),
    ("counts:", "<<<<<<< ours\ncounts:", "line"),
    ("group: children", "group: dogs", 'there is no group called "dogs"'),
]


@pytest.mark.parametrize("old, new, said", BROKEN)
def test_broken_counts_are_told_and_not_overwritten(old: str, new: str, said: str, area: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = {"format": "did-we", "version": 1, "occasion": "garden-day", "group": "children"}
    given = [{"kindness-1": "yes", "courage-1": "no"}, {"kindness-1": "no"}, {"kindness-1": "no"}]
    files = write(area / "in", [{**copy, "copy": name * 32, "answers": answer} for name, answer in zip("abc", given, strict=True)])
    assert add(area, *files[:2]) == 0
    edit(area / "data", answers.FILE.as_posix(), old, new)
    before = (area / "data" / answers.FILE).read_bytes()
    capsys.readouterr()
    assert add(area, files[2]) == 1
    told = capsys.readouterr().err
    assert "data/answers/counts.yml, line " in told and said in told
    assert (area / "data" / answers.FILE).read_bytes() == before


def test_missing_counts_are_told_and_not_begun_anew(area: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = write(area / "in", copies(area, 1))
    (area / "data" / answers.FILE).unlink()
    assert add(area, *files) == 1
    assert "counts.yml, line 1: the file is missing" in capsys.readouterr().err
    assert not (area / "data" / answers.FILE).exists()


def test_a_quarter_that_has_ended_gets_no_more_copies(
    area: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = write(area / "in", copies(area, 2))
    assert add(area, files[0]) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2026, 12))
    assert add(area, files[1]) == 1
    assert "there are answers from 2027-Q1 already, but today is in 2026-Q4" in capsys.readouterr().err
    assert people(counts(area)) == 1


def test_a_failure_at_any_step_of_writing_leaves_the_old_file_or_the_new_one(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = area / "data" / answers.FILE
    first, *others = write(area / "in", copies(area, 5))
    assert add(area, first) == 0
    for step, other in zip(("open", "write", "flush", "fsync", "replace"), others * 2, strict=False):
        before = file.read_bytes()
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            stop_at(step, patch)
            add(area, other)
        assert file.read_bytes() == before, step
        assert people(counts(area)) == len(counts(area).taken)
    for other in others:
        assert add(area, other) == 0
    assert people(counts(area)) == 5
    assert not file.with_name("counts.yml.new").exists()


def stop_at(step: str, patch: pytest.MonkeyPatch) -> None:
    """Stop as Ctrl and C would, in the middle of one step of writing; what was written so far stays on the disk."""

    def stop(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    class HalfWay:
        """A file that takes half of what it is given, and then stops."""

        def __init__(self, inner: Any) -> None:
            self.inner = inner

        def __enter__(self) -> "HalfWay":
            return self

        def __exit__(self, *_: object) -> None:
            self.inner.close()

        def write(self, text: str) -> None:
            self.inner.write(text[: len(text) // 2] if step == "write" else text)
            if step == "write":
                stop()

        def flush(self) -> None:
            stop() if step == "flush" else self.inner.flush()

        def fileno(self) -> int:
            return int(self.inner.fileno())

    opened = Path.open

    def half_way(file: Path, mode: str = "r", **given: Any) -> Any:
        if "w" not in mode:
            return opened(file, mode, **given)
        if step == "open":
            stop()
        return HalfWay(opened(file, mode, **given))

    patch.setattr(Path, "open", half_way)
    if step == "fsync":
        patch.setattr(os, "fsync", stop)
    if step == "replace":
        patch.setattr(Path, "replace", stop)


def start(area: Path, *files: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "charter", "answers", "--project", str(area), "add", *map(str, files)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_run_killed_at_any_moment_leaves_the_old_file_or_the_new_one(area: Path) -> None:
    file = area / "data" / answers.FILE
    beside = file.with_name("counts.yml.new")
    write(area / "first", copies(area, 200, seed=3))
    write(area / "second", copies(area, 200, seed=4))
    assert add(area, area / "first") == 0
    old = file.read_bytes()
    began = time.monotonic()
    finish(start(area, area / "second"))
    whole = time.monotonic() - began
    new = file.read_bytes()
    assert new != old
    ended = []
    # Some at moments over the whole run, and some as soon as the new file begins to be there.
    for moment in [0.2, 0.4, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, *[None] * 6]:
        file.write_bytes(old)
        running = start(area, area / "second")
        until = time.monotonic() + (60 if moment is None else whole * moment)
        while time.monotonic() < until and running.poll() is None and (moment is not None or not beside.exists()):
            time.sleep(0.0005)
        running.kill()
        running.communicate()
        ended.append(running.returncode)
        assert file.read_bytes() in (old, new)
        assert load(area / "data").answers.taken
    assert ended.count(-signal.SIGKILL) >= 5
    file.write_bytes(old)
    finish(start(area, area / "second"))
    assert file.read_bytes() == new


def finish(running: subprocess.Popen[str]) -> None:
    out, err = running.communicate(timeout=120)
    assert running.returncode == 0, out + err


def test_two_runs_at_once_lose_no_copy(area: Path) -> None:
    parts = [write(area / f"part-{number}", copies(area, 40, seed=number)) for number in range(10, 16)]
    running = [start(area, *part) for part in parts]
    for run in running:
        finish(run)
    assert people(counts(area)) == len(counts(area).taken) == 240


def test_what_is_written_reads_back_just_the_same(area: Path) -> None:
    assert add(area, *write(area / "in", copies(area, 25))) == 0
    found = counts(area)
    written = (area / "data" / answers.FILE).read_text(encoding="utf-8")
    assert answers.text(found) == written
    answers.write(area / "data" / answers.FILE, found)
    assert counts(area) == found


def test_where_no_lock_is_to_be_had_copies_are_counted_all_the_same(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "fcntl", None)
    assert add(area, *write(area / "in", copies(area, 3))) == 0
    assert people(counts(area)) == 3


def test_no_folder_of_data_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="there is no such folder"):
        answers.add(tmp_path / "data", [], NOW)
