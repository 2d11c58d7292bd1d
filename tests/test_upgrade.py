"""`make upgrade` and `make newest`: pins go up together, comments stay, and nothing is lost. No
test here goes online.
"""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.project import ROOT
from tools.versions import pins, upgrade
from tools.versions.newest import HELD, write_loosened
from tools.versions.pins import Change

OLD = """# What it needs. Exact pins, each with its reason.
-r ../requirements.txt
-c ../constraints.txt

Some_Tool==1.9       # reads; 1.9 is the first that does
other==2.0           # writes
short==1.0 # no room
bare==3.1
split==2.1 ; python_version < "3"    # for old Python
split==3.0 ; python_version >= "3"   # for newer Python
"""
NEWEST = {"some-tool": "1.10.2", "other": "2.0", "short": "1.0.12345", "bare": "4", "split": "3.2"}
NEW = """# What it needs. Exact pins, each with its reason.
-r ../requirements.txt
-c ../constraints.txt

Some_Tool==1.10.2    # reads; 1.9 is the first that does
other==2.0           # writes
short==1.0.12345 # no room
bare==4
split==2.1 ; python_version < "3"    # for old Python
split==3.2 ; python_version >= "3"   # for newer Python
"""


def texts(project: Path) -> dict[Path, str]:
    return {
        file: (project / file).read_text(encoding="utf-8")
        for file in [*pins.files(project), Path(pins.CONSTRAINTS)]
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what this project pins."""
    for file in texts(ROOT):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def test_pins_go_up_and_everything_else_stays() -> None:
    text, changes = pins.raised("a.txt", OLD, NEWEST)
    assert text == NEW
    assert [str(change) for change in changes] == [
        "a.txt: Some_Tool 1.9 → 1.10.2",
        "a.txt: short 1.0 → 1.0.12345",
        "a.txt: bare 3.1 → 4",
        "a.txt: split 3.0 → 3.2",
    ]
    assert pins.raised("a.txt", NEW, NEWEST) == (NEW, [])


def test_what_is_new_joins_the_constraints_and_what_is_not_needed_is_told_and_kept() -> None:
    text, changes = pins.constrained(
        "# Made so.\nb==1\nD==1\n", {"b": "2", "c": "3", "named": "4"}, {"named"}
    )
    assert text == "# Made so.\nb==2\nc==3\nD==1\n"
    assert changes == [
        Change("constraints.txt", "b", "1", "2"),
        Change("constraints.txt", "D", "1", ""),
        Change("constraints.txt", "c", "", "3"),
    ]
    assert (
        str(changes[1])
        == "constraints.txt: D==1 is not needed here. Take it out, unless another system needs it"
    )


def test_without_pins_every_name_is_asked_for_once_and_no_constraint() -> None:
    assert pins.loosened(OLD).splitlines()[1:] == [
        "-r ../requirements.txt",
        "",
        "Some_Tool",
        "other",
        "short",
        "bare",
        "split",
    ]


def test_every_pin_of_this_project_is_understood() -> None:
    found = texts(ROOT)
    assert len(found) > 5
    for file, text in found.items():
        lines = [
            line for line in text.splitlines() if line and not line.startswith(("#", "-r ", "-c "))
        ]
        assert lines and [line for line in lines if not pins.PIN.fullmatch(line)] == [], file


def test_all_pins_of_this_project_go_up_together_and_no_comment_is_lost(project: Path) -> None:
    before = texts(project)
    names = set().union(*(pins.pinned(text) for text in before.values()))
    assert len(names) > 50
    upgrade.write(project, dict.fromkeys(names, "99.1"))
    after = texts(project)
    for file, text in before.items():
        comments = [line.partition("#")[2] for line in text.splitlines() if "#" in line]
        assert [
            line.partition("#")[2] for line in after[file].splitlines() if "#" in line
        ] == comments
        assert pins.pinned(after[file]) == pins.pinned(text)
        left = [
            line
            for line in after[file].splitlines()
            if pins.PIN.fullmatch(line) and "==99.1" not in line
        ]
        assert [line for line in left if "python_version" not in line] == []
    assert upgrade.write(project, dict.fromkeys(names, "99.1")) == []


def test_what_is_newest_is_asked_for_without_any_pin(project: Path, tmp_path: Path) -> None:
    to = tmp_path / "loose"
    write_loosened(project, to)
    assert pins.files(to) == pins.files(ROOT)
    assert not [
        file
        for file in pins.files(to)
        if "==" in "".join((to / file).read_text(encoding="utf-8").split("#")[0::2])
    ]


def test_what_is_held_back_says_why() -> None:
    lines = [
        line for line in HELD.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    assert lines and all(
        "<" in line.partition("#")[0] and line.partition("#")[2].strip() for line in lines
    )


def test_a_newer_python_than_the_oldest_is_refused_and_nothing_changes(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "pyproject.toml", project)
    before = texts(project)
    monkeypatch.setattr(upgrade, "ROOT", project)
    monkeypatch.setattr(upgrade, "sys", SimpleNamespace(version_info=(3, 99, 0)))
    assert upgrade.main() == 1
    assert "Run: make clean && make PYTHON=python3.11 upgrade" in capsys.readouterr().out
    assert texts(project) == before
