"""`check --watch` checks again after each change, and never stops by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from charter.data.load import load
from charter.editors import sync as kit
from charter.site.check import check
from charter.site.docs_stubs import sync
from tests import project
from tests.sample import edit, sample
from tests.terminal import Terminal


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up area, with its pages."""
    monkeypatch.setenv("PYTHONPATH", str(project.ROOT))
    sync(load(sample(tmp_path)), tmp_path / "docs")
    return tmp_path


@pytest.fixture
def watching(area: Path) -> Iterator[Terminal]:
    """The watch, where all is well so far. It ends without a word of Python's, and with a good
    status.
    """
    terminal = Terminal(area, "charter", "check", "--watch")
    terminal.wait_for("All is well. values: 2")
    yield terminal
    terminal.press("c")
    terminal.wait_for("Stopped.")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.shown


def test_a_mistake_is_told_as_soon_as_it_is_saved_and_so_is_its_end(
    area: Path, watching: Terminal
) -> None:
    edit(area / "data", "values.yml", "name: Courage", "name: on")
    watching.wait_for("data/values.yml, line 6, name: YAML does not read on as text")
    (area / "data/site.yml").write_bytes(b"\xff")
    watching.wait_for("data/site.yml, line 1: the file is not saved as UTF-8")
    edit(area / "data", "values.yml", "name: on", "name: Courage")
    (area / "data/site.yml").unlink()
    watching.wait_for("data/site.yml, line 1: the file is missing")


def test_pages_are_watched_too(area: Path, watching: Terminal) -> None:
    (area / "docs/charter/courage-1.md").unlink()
    watching.wait_for("docs/charter/courage-1.md, line 1: this page is missing")
    sync(load(area / "data"), area / "docs")
    watching.wait_for("All is well.")


def test_a_new_id_is_offered_to_editors_once_all_is_well(area: Path, watching: Terminal) -> None:
    watching.wait_for("wrote data/FIELDS.md")
    edit(
        area / "data",
        "priorities.yml",
        "- id: ",
        "- id: rest\n  name: Rest\n  text: X\n  source_words: X\n  sources: [meeting]\n- id: ",
    )
    watching.wait_for("wrote data/schema/names.json")
    assert kit.stale(check(area), area / "data") == {}
