"""`check --watch` checks again after each change, and never stops by itself."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from signal import SIGINT, default_int_handler, signal
from threading import Thread

import pytest

from charter.data.load import load
from charter.site.docs_stubs import write
from tests import project
from tests.sample import edit, sample

pytestmark = pytest.mark.slow

# Seconds after which a watch that says nothing is taken for stuck.
STUCK = 60


class Watch:
    """The command, and the lines that it says."""

    def __init__(self, area: Path) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "charter", "check", "--watch"],
            cwd=area,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # A run in the background may have been told to take no notice of Ctrl and C, and would
            # hand that on.
            preexec_fn=lambda: signal(SIGINT, default_int_handler),
        )
        self._lines: Queue[str] = Queue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._child.stdout
        for line in self._child.stdout:
            self._lines.put(line)

    def wait_for(self, said: str) -> None:
        while said not in (line := self._lines.get(timeout=STUCK)):
            assert "Traceback" not in line

    def stop(self) -> int:
        self._child.send_signal(SIGINT)
        self.wait_for("Stopped.")
        self._listener.join(STUCK)
        assert self._child.stdout
        self._child.stdout.close()
        return self._child.wait(STUCK)


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up area, with its pages."""
    monkeypatch.setenv("PYTHONPATH", str(project.ROOT))
    write(load(sample(tmp_path)), tmp_path / "docs")
    return tmp_path


@pytest.fixture
def watching(area: Path) -> Iterator[Watch]:
    """The watch, where all is well so far. It ends without a word of Python's, and with a good
    status.
    """
    watch = Watch(area)
    watch.wait_for("All is well. values: 2")
    yield watch
    assert watch.stop() == 0


def test_a_mistake_is_told_as_soon_as_it_is_saved_and_so_is_its_end(
    area: Path, watching: Watch
) -> None:
    edit(area / "data", "values.yml", "name: Courage", "name: on")
    watching.wait_for("data/values.yml, line 6, name: YAML does not read on as text")
    (area / "data/site.yml").write_bytes(b"\xff")
    watching.wait_for("data/site.yml, line 1: the file is not saved as UTF-8")
    edit(area / "data", "values.yml", "name: on", "name: Courage")
    (area / "data/site.yml").unlink()
    watching.wait_for("data/site.yml, line 1: the file is missing")


def test_pages_are_watched_too(area: Path, watching: Watch) -> None:
    page = area / "docs/words.md"
    page.write_text("{{ glosary() }}\n", encoding="utf-8")
    watching.wait_for("docs/words.md, line 1: there is no piece called")
    page.unlink()
    watching.wait_for("All is well.")
