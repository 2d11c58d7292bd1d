"""How every command ends: on any console, with a full disk, with a wrong clock: one line, and
nothing lost.
"""

import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from charter.__main__ import main
from charter.problems import LONGEST, LONGEST_NAME, Problem
from tests import project
from tests.made_up_answers import copies, write
from tests.sample import sample
from tests.test_our_files import look


@pytest.fixture(scope="module")
def area(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An area whose name has letters that consoles on Windows lack."""
    folder = tmp_path_factory.mktemp("new") / "area"
    name = "Tŷ Gwyn Mŵr نور باغ"
    made = project.run(project.ROOT, "charter", "start", str(folder), "--name", name)
    assert made.status == 0, made.said
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_console_that_knows_few_letters_shows_the_others_by_their_numbers(
    encoding: str, area: Path
) -> None:
    shown = project.run(area, "charter", "gaps", PYTHONIOENCODING=encoding)
    assert shown.status == 0, shown.said
    assert "\\u0177" in shown.said and "\\u0646" in shown.said


@pytest.mark.parametrize("epoch", ["words", "9" * 30, "-1", "0", "4102444800", "1e9", "nan"])
def test_a_day_that_can_not_be_is_told(
    epoch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["gaps", "--project", str(tmp_path)]) == 1
    assert f'SOURCE_DATE_EPOCH, line 1: "{epoch}" is no number of' in capsys.readouterr().err


COMMANDS: dict[str, Callable[[Path], list[str]]] = {
    "sync": lambda area: ["sync", "--project", str(area)],
    "new": lambda area: ["new", "source", "new-one", "--project", str(area)],
    "wordings": lambda area: ["wordings", "--project", str(area)],
    "answers": lambda area: [
        *("answers", "--project", str(area), "add"),
        *map(str, write(area / "in", copies(area, 9))),
    ],
    "export": lambda area: [
        *("export", str(area / "out"), "--site", "https://a.example/", "--project", str(area))
    ],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_told_and_every_file_is_the_old_one(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample(tmp_path)
    given = COMMANDS[name](tmp_path)
    before = look(tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        status = main(given)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    said = capsys.readouterr().err
    assert status == 1 and "File too large" in said, said
    after = look(tmp_path)
    assert {path: after.get(path) for path in before} == before
    assert [path for path in after if path.endswith(".new")] == []
    assert main(given) == 0


def test_a_folder_that_no_file_may_be_written_to_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = ["export", "/proc/charter", "--site", "https://a.example/"]
    assert main([*given, "--project", str(project.ROOT / "tests" / "sample")]) == 1
    assert "/proc/charter" in capsys.readouterr().err


def test_names_from_anywhere_give_a_console_no_orders_and_are_cut() -> None:
    name, message = "a\x1b[2J\u202e\n.yml" + "x" * 999, "said\r\x9b\nmore\n    next" + "y" * 9999
    told = str(Problem(name, 1, "f\x07", message))
    assert not {*told} & {*"\x1b\x07\r\x9b\u202e"}
    assert told.startswith("a\\u001b[2J\\u202e\\u000a.yml")
    assert told.endswith("…") and len(told) < LONGEST + LONGEST_NAME + 99
    assert "said\\u000d\\u009b\\u000amore\n    next" in told


@pytest.mark.slow
@pytest.mark.parametrize("command", [["charter", "check"], ["publish.checksum"]])
def test_a_python_that_leaves_texts_out_is_refused(command: list[str]) -> None:
    refused = project.run(project.ROOT, *command, PYTHONOPTIMIZE="2")
    assert refused.status == 1 and "Take that setting away" in refused.said
