"""`python -m a11y` on a site that is not ours: MkDocs with Material's theme as it comes."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project import ROOT

pytestmark = [
    pytest.mark.build,
    pytest.mark.browser,
    pytest.mark.xdist_group("another site"),
    pytest.mark.weekly,
]

PAGES = {
    "index.md": "# Welcome\n\nFirst, with a [link to another](about.md).\n\n## More\n\nWords.\n",
    "about.md": "# About\n\nWhat this is about.\n\n## History\n\nIt began in spring.\n",
    "guide.md": "# Guide\n\n| What | When |\n|---|---|\n| Sow | Spring |\n",
}


@dataclass(frozen=True)
class Ended:
    status: int
    found: str
    said: str


def a11y(*arguments: str) -> Ended:
    """The command, as somebody would run it who has nothing but a folder."""
    command = [sys.executable, "-m", "a11y", *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, built by MkDocs with Material's theme and no settings."""
    home = tmp_path_factory.mktemp("another")
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text("site_name: Garden\ntheme:\n  name: material\n", "utf-8")
    for name, text in PAGES.items():
        (home / "docs" / name).write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=home, check=True)
    return home / "site"


@pytest.fixture(scope="module")
def checked(folder: Path) -> Ended:
    report = f"--report={folder.parent / 'report.json'}"
    return a11y(str(folder), "--states", "light-320,zoom-400", report)


def test_it_runs_to_its_end_on_all_pages_and_has_findings(checked: Ended) -> None:
    assert checked.status == 1, checked.said
    assert "4 pages in 2 states, 8 looks" in checked.found  # the fourth is for wrong addresses
    assert "Traceback" not in checked.said


def test_it_finds_a_menu_that_no_key_opens(checked: Ended) -> None:
    (found,) = [
        block
        for block in checked.found.split("\n\n")
        if 'for="__drawer"' in block
        and "md-header__button" in block
        and block.startswith("controls")
    ]
    assert "can be pressed, but not by keyboard" in found
    assert "home (light-320)" in found


def test_it_finds_tab_stops_off_the_screen(checked: Ended) -> None:
    found = [
        block for block in checked.found.split("\n\n") if "is off the screen, when Tab" in block
    ]
    assert any("md-nav__link" in block for block in found)


def test_it_writes_what_it_looked_at(checked: Ended, folder: Path) -> None:
    report = json.loads((folder.parent / "report.json").read_text(encoding="utf-8"))
    assert sorted(report["pages"]) == ["/", "/404.html", "/about/", "/guide/"]
    assert report["states"] == ["light-320", "zoom-400"]
    assert report["findings"] > 0


def test_a_folder_without_pages_and_a_state_that_does_not_exist_fail(
    tmp_path: Path, folder: Path
) -> None:
    nothing, strange = a11y(str(tmp_path)), a11y(str(folder), "--states", "sideways")
    assert (nothing.status, strange.status) == (2, 2)
    assert "There is no page to check in" in nothing.said
    assert "no state called sideways" in strange.said
