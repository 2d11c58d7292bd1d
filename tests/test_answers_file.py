"""The file of counts: broken ones are told, and at any moment it is the old one or the new one,
whole.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from charter import our_files, our_folders
from charter.answers import count, kept_private
from charter.data.load import load
from charter.problems import Problem, ProblemsFound
from charter.site.check import check
from tests.made_up_answers import add, copies, counts, epoch, people, write
from tests.project import ROOT
from tests.sample import edit, sample


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the made-up area in it, in the first quarter of 2027."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2027, 2))
    sample(tmp_path)
    return tmp_path


BROKEN = [
    ("copies: 1", "copies: 2", "there are 2 names under taken:, but 3 copies were counted"),
    ("sender: ", "sender: not-", "does not have the right form"),
    ('"yes": 1', '"yes": 3', "a pledge has more answers than there are copies"),
    ("pledge: courage-1", "pledge: kindness-1", "line 14. Put the file back as it was"),
    ("b" * 32, "a" * 32, "line 4. Put the file back as it was"),
    ("b" * 32, "a person", "does not have the right form"),
    ("counts:", "<<<<<<< ours\ncounts:", "line"),
    ("group: children", "group: dogs", 'there is no group called "dogs"'),
]


@pytest.mark.parametrize("old, new, said", BROKEN)
def test_broken_counts_are_told_and_not_overwritten(
    old: str, new: str, said: str, area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = {"format": "did-we", "version": 1, "occasion": "garden-day", "group": "children"}
    given = [{"kindness-1": "yes", "courage-1": "no"}, {"kindness-1": "no"}, {"kindness-1": "no"}]
    files = write(
        area / "in",
        [
            {**copy, "copy": name * 32, "answers": answer}
            for name, answer in zip("abc", given, strict=True)
        ],
    )
    assert add(area, *files[:2]) == 0
    edit(area / "data", count.FILE.as_posix(), old, new)
    before = (area / "data" / count.FILE).read_bytes()
    capsys.readouterr()
    assert add(area, files[2]) == 1
    told = capsys.readouterr().err
    assert "data/answers/counts.yml, line " in told and said in told
    assert (area / "data" / count.FILE).read_bytes() == before


def test_missing_counts_are_told_and_not_begun_anew(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = write(area / "in", copies(area, 1))
    (area / "data" / count.FILE).unlink()
    assert add(area, *files) == 1
    assert "counts.yml, line 1: the file is missing" in capsys.readouterr().err
    assert not (area / "data" / count.FILE).exists()


def test_a_quarter_that_has_ended_gets_no_more_copies(
    area: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = write(area / "in", copies(area, 2))
    assert add(area, files[0]) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2026, 12))
    assert add(area, files[1]) == 1
    assert (
        "there are answers from 2027-Q1 already, but today is in 2026-Q4" in capsys.readouterr().err
    )
    assert people(counts(area)) == 1


@pytest.mark.slow
def test_a_failure_at_any_step_of_writing_leaves_the_old_file_or_the_new_one(
    area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = area / "data" / count.FILE
    first, *others = write(area / "in", copies(area, 5))
    assert add(area, first) == 0
    for step, other in zip(
        ("open", "write", "flush", "fsync", "replace"), others * 2, strict=False
    ):
        before = file.read_bytes()
        with monkeypatch.context() as patch:
            stop_at(step, patch)
            assert add(area, other) == 128 + signal.SIGINT
        assert file.read_bytes() == before, step
        assert people(counts(area)) == len(counts(area).taken)
    for other in others:
        assert add(area, other) == 0
    assert people(counts(area)) == 5
    assert {each.name for each in file.parent.iterdir()} == {file.name, "senders.key"}


def stop_at(step: str, patch: pytest.MonkeyPatch) -> None:
    """Stop as Ctrl and C would, in the middle of one step of writing; what was written so far stays
    on the disk.
    """

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

    opened = os.fdopen
    patch.setattr(os, "fdopen", lambda *args, **given: HalfWay(opened(*args, **given)))
    if step == "open":
        patch.setattr(os, "fdopen", stop)
    if step == "fsync":
        patch.setattr(os, "fsync", stop)
    if step == "replace":
        patch.setattr(Path, "replace", stop)


def start(area: Path, *files: Path) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "charter",
        "answers",
        "--project",
        str(area),
        "add",
        *map(str, files),
    ]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.weekly
@pytest.mark.slow
def test_a_run_killed_at_any_moment_leaves_the_old_file_or_the_new_one(area: Path) -> None:
    file = area / "data" / count.FILE
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
        while (
            time.monotonic() < until
            and running.poll() is None
            and (moment is not None or not [*file.parent.glob(".*.new")])
        ):
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


@pytest.mark.slow
def test_two_runs_at_once_lose_no_copy(area: Path) -> None:
    parts = [
        write(area / f"part-{number}", copies(area, 40, seed=number)) for number in range(10, 16)
    ]
    running = [start(area, *part) for part in parts]
    for run in running:
        finish(run)
    assert people(counts(area)) == len(counts(area).taken) == 240


def test_what_is_written_reads_back_just_the_same(area: Path) -> None:
    assert add(area, *write(area / "in", copies(area, 25))) == 0
    found = counts(area)
    written = (area / "data" / count.FILE).read_text(encoding="utf-8")
    assert count.text(found) == written
    our_files.replace(area / "data" / count.FILE, count.text(found))
    assert counts(area) == found


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_counts_in_a_private_place_are_written_there_for_the_same_people(
    area: Path, mode: int
) -> None:
    file, private = area / "data" / count.FILE, area / "private" / "kept.yml"
    private.parent.mkdir()
    file.rename(private)
    file.symlink_to(private)
    private.chmod(mode)
    assert add(area, *write(area / "in", copies(area, 3))) == 0
    assert file.is_symlink() and people(counts(area)) == 3
    assert private.stat().st_mode & 0o777 == mode
    assert {each.name for each in private.parent.iterdir()} == {"kept.yml", "senders.key"}
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_is_told_and_the_old_counts_stay(
    call: str, area: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    one, two = write(area / "in", copies(area, 2))
    assert add(area, one) == 0
    before = sorted((file, file.read_bytes()) for file in (area / "data" / "answers").iterdir())
    with monkeypatch.context() as patch:
        patch.setattr(*((count, "text") if call == "write" else (os, "fsync")), full)
        assert add(area, two) == 1
    told = capsys.readouterr().err
    assert "nothing was counted, because this can't be read or written (No space left" in told
    assert "Make room on the disk" in told
    after = sorted((file, file.read_bytes()) for file in (area / "data" / "answers").iterdir())
    assert after == before


def git(area: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=area, check=True, capture_output=True)


def test_counts_in_git_are_refused_unless_the_data_say_that_they_may_be(area: Path) -> None:
    def told() -> list[str]:
        return [each.message for each in kept_private.problems(load(area / "data"), area)]

    file = area / "data" / count.FILE
    git(area, "init", "-q")
    git(area, "add", ".")
    assert told() == []  # there is nothing in it yet
    assert add(area, *write(area / "in", copies(area, 1))) == 0
    (found,) = told()
    assert "counts_may_be_in_git: true" in found
    with (area / "data" / "did-we.yml").open("a", encoding="utf-8") as words:
        words.write("counts_may_be_in_git: true\n")
    assert told() == []
    edit(area / "data", "did-we.yml", "counts_may_be_in_git: true", "counts_may_be_in_git: false")

    git(area, "rm", "-q", "-f", "--cached", str(file))
    assert told() == []
    file.rename(area / "kept.yml")
    file.symlink_to(area / "kept.yml")
    git(area, "add", "data")
    assert told() == []  # only the link is in git
    git(area, "add", "kept.yml")
    assert told() == [found]
    shutil.rmtree(area / ".git")
    assert told() == []


def test_the_check_of_a_project_refuses_counts_in_git(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = Problem("data/answers/counts.yml", 1, "", kept_private.MESSAGE)
    monkeypatch.setattr(kept_private, "problems", lambda charter, project: [refused])
    with pytest.raises(ProblemsFound, match="git keeps this file"):
        check(ROOT)


def test_where_no_lock_is_to_be_had_copies_are_counted_all_the_same(
    area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(our_folders, "fcntl", None)
    assert add(area, *write(area / "in", copies(area, 3))) == 0
    assert people(counts(area)) == 3
