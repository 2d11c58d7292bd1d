"""A change of words lands by itself: from a fresh clone, the files that somebody edits in data/ and
docs/ are all that changes, and the project is in order.
"""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project import ROOT, run
from tests.test_until_signed import NOBODY

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("change of words")]

EDITS: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests/changes_of_words.yml").read_text(encoding="utf-8")
)


def git(folder: Path, *command: str) -> str:
    return subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git keeps of this checkout, committed."""
    folder = tmp_path_factory.mktemp("fresh")
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")
    return folder


@pytest.fixture
def clone(fresh: Path, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "--quiet", str(fresh), "clone")
    return tmp_path / "clone"


def edited(clone: Path, *edits: dict[str, Any]) -> set[str]:
    """Make these edits; gives the files that they touch."""
    touched = set()
    for edit in edits:
        file = clone / edit["file"]
        like = clone / edit.get("like", edit["file"])
        text = edit["text"] if "text" in edit else like.read_text(encoding="utf-8")
        for old, new in edit.get("replace", {}).items():
            assert old in text, f"{old!r} does not stand in {like}"
            text = text.replace(old, new)
        file.write_text(text + edit.get("append", ""), encoding="utf-8")
        touched.add(edit["file"])
    return touched


def changed(clone: Path) -> set[str]:
    return {line[3:] for line in git(clone, "status", "--short", "-uall").splitlines()}


@pytest.mark.parametrize("name", EDITS)
def test_a_change_is_in_order_and_touches_no_other_file(name: str, clone: Path) -> None:
    touched = edited(clone, *EDITS[name])
    for command in (["charter", "check"], ["charter", "sync"]):
        ended = run(clone, *command)
        assert ended.status == 0, ended.said
    assert changed(clone) == touched


def test_all_of_them_build_and_pass_the_tests_of_content(clone: Path, tmp_path: Path) -> None:
    touched = edited(clone, *(edit for edits in EDITS.values() for edit in edits))
    for command in (
        ["publish", "--without-pdf", "--to", str(tmp_path / "site")],
        [
            "pytest",
            "-n",
            "0",
            "-p",
            "no:cacheprovider",
            "-m",
            "not build and not browser",
            *CONTENT,
        ],
    ):
        ended = run(clone, *command)
        assert ended.status == 0, ended.said
    assert (tmp_path / "site/case-studies/kent-garden-charter/index.html").is_file()
    assert "meetings/" in (tmp_path / "site/search/index.html").read_text(encoding="utf-8")
    pages = (tmp_path / "site").rglob("*.html")
    assert [page for page in pages if NOBODY.search(page.read_text(encoding="utf-8"))] == []
    assert changed(clone) == touched


# Those that say what must be true of this area's data and pages.
CONTENT = [
    f"tests/test_{name}.py" for name in ("words_of_data", "docs_pages", "published_wordings")
]


TOLD = ROOT / "tests/told"
MISTAKES = yaml.safe_load((ROOT / "tests/changes_with_mistakes.yml").read_text(encoding="utf-8"))


def told(clone: Path, to: Path) -> str:
    """What the pull request is told: a report by the change's own code, read by ours."""
    run(clone, "charter", "changes-since", "HEAD", "--without-pdf", "--to", str(to))
    report = str(to / "report/report.json")
    where = {"RUN": "https://g.example/run", "FILES": "https://g.example/fork", "BRANCH": "words"}
    return run(ROOT, "charter.editors.change_told", report, **where).said


@pytest.mark.parametrize("name", MISTAKES)
def test_a_pull_request_is_told_each_mistake_its_line_and_what_to_write(
    name: str, clone: Path, tmp_path: Path
) -> None:
    edited(clone, *MISTAKES[name])
    expected = (TOLD / f"{name}-with-mistakes.md").read_text(encoding="utf-8")
    assert told(clone, tmp_path / "to") == expected


def test_a_pull_request_is_told_what_a_change_does(clone: Path, tmp_path: Path) -> None:
    edited(clone, *EDITS["story"], *EDITS["pledge reworded with its history"])
    said = told(clone, tmp_path / "to")
    for name in ("story", "pledge"):
        expected = (TOLD / f"{name}.md").read_text(encoding="utf-8")
        assert [part for part in expected.split("\n\n") if part.strip() not in said] == []
