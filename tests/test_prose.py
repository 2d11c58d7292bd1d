"""Prose is words: whatever else stands in a page or a file of docs/ is told with its line."""

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config

from charter.site import docs_files, docs_prose
from charter.site.check import check
from tests.project import ROOT, run
from tests.sample import refused, with_pages

MISTAKES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("prose_mistakes.yml").read_text(encoding="utf-8")
)
RIGHT = (
    "---\ntitle: A\n# A note\ndescription: 'B: c'\n---\n\n# A {: #a }\n\n[TOC]\n\n## B\n\n"
    "- *a* **b** `c <d>` 5 < 6 & x\n    1. [c](about.md#a 'T')\n\n> d\n\n---\n\n![e](x.png)\n\n"
    "| a | b |\n|:-:|---|\n| 1 | <https://kent.gov.uk> |\n\n    <code>\n\n```html\n<b>\n```\n\n"
    "<team@example.org> [f](mailto:a@b.example) [g](#b)\n{: .address }\n\n{{ glossary() }}\n\n"
    "Words {{ not_kept_advice() }}\n\n"
    "[h][i] &amp; &euro; \\{ {x} اردو \u200f(1)\n\n[i]: ../a.md\n"
)


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return with_pages(tmp_path)


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is told of a project that has every mistake, each on a page of its own."""
    area = with_pages(tmp_path_factory.mktemp("mistakes"))
    (area / "docs/deep/er").mkdir(parents=True)
    for number, mistake in enumerate(MISTAKES.values()):
        page = area / f"docs/deep/er/words-{number}.md"
        page.write_text(mistake["page"], encoding="utf-8")
    return refused(check, area).splitlines()


@pytest.mark.parametrize("number", range(len(MISTAKES)), ids=[*MISTAKES])
def test_what_is_more_than_words_is_told_with_its_line(number: int, all_told: list[str]) -> None:
    mistake = [*MISTAKES.values()][number]
    lines = [line for line in all_told if f"words-{number}.md, line {mistake['line']}" in line]
    assert any(mistake["said"] in line for line in lines), lines


def test_all_that_markdown_has_for_words_may_be_used(area: Path) -> None:
    (area / "docs/words.md").write_text(RIGHT, encoding="utf-8")
    assert check(area)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50000,
        "*a " * 9000,
        "- " * 3000 + "a",
        "[\n" * 9000,
        "a\n\n" * 99999,
    ],
    ids=lambda text: repr(text[:4]),
)
def test_a_page_that_goes_too_deep_ends_in_words(text: str, area: Path) -> None:
    (area / "docs/words.md").write_text(f"# A\n\n{text}\n", encoding="utf-8")
    assert re.search(r"docs/words.md, line \d+: (something|a paragraph)", refused(check, area))


def test_pages_are_checked_as_they_are_built() -> None:
    built = load_config(str(ROOT / "mkdocs.yml"))["markdown_extensions"]
    assert sorted(docs_prose.EXTENSIONS) == sorted(built)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("_redirects", "its files end in .md, .png"),
        ("_headers", "its files end in"),
        ("deep/_worker.js", "its files end in"),
        ("CNAME", "its files end in"),
        ("x.html", "its files end in"),
        ("x.svg", "its files end in"),
        ("x.svgz", "its files end in"),
        ("robots.txt", "its files end in"),
        ("area/other.txt", "its files end in"),
        ("about.md.orig", "its files end in"),
        ("x.markdown", "its files end in"),
        ("x.MD", "its files end in"),
        ("Our news.md", "letters, figures and hyphens"),
        ("_x.md", "letters, figures and hyphens"),
        ("x.html.md", "letters, figures and hyphens"),
        ("a b/x.md", "letters, figures and hyphens"),
        ("templates/x.md", "a meaning of its own"),
        ("README.md", "a meaning of its own"),
    ],
)
def test_a_file_that_would_be_published_as_something_else_is_told(
    name: str, said: str, area: Path
) -> None:
    file = area / "docs" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("# Words\n", encoding="utf-8")
    told = refused(check, area)
    assert "docs/" in told and said in told


def test_links_and_what_is_no_file_are_told(area: Path, tmp_path: Path) -> None:
    docs = area / "docs"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.md").write_text("# Secret\n", encoding="utf-8")
    (docs / "folder").symlink_to(tmp_path / "elsewhere")
    (docs / "page.md").symlink_to(tmp_path / "elsewhere/x.md")
    (docs / "x.png").symlink_to("nowhere.png")
    (docs / "near.md").symlink_to("about.md")
    os.mkfifo(docs / "pipe.png")
    said = [(each.file, each.message) for each in docs_files.mistakes(docs)]
    assert said == [
        ("docs/folder", docs_files.NO_LINK),
        ("docs/near.md", docs_files.NO_LINK),
        ("docs/page.md", docs_files.NO_LINK),
        ("docs/pipe.png", docs_files.NO_FILE),
        ("docs/x.png", docs_files.NO_LINK),
    ]
    assert run(Path(), "charter", "check", "--project", str(area)).status == 1
    shutil.rmtree(docs)
    assert "docs, line 1: there is no such folder. The pages belong there" in refused(check, area)


def test_what_editors_programs_leave_is_not_built() -> None:
    excluded = load_config(str(ROOT / "mkdocs.yml"))["exclude_docs"]
    for name in (
        "about.md~",
        "#about.md#",
        "~$about.md",
        "deep/~$about.md",
        "Thumbs.db",
        "Desktop.ini",
    ):
        assert excluded.match_file(name), name
    assert not excluded.match_file("about.md")


@pytest.mark.parametrize("other", ["meet/index.md", "Meet.md"])
def test_two_pages_with_one_address_are_told(other: str, area: Path) -> None:
    for name in ("meet.md", other):
        (area / "docs" / name).parent.mkdir(exist_ok=True)
        (area / "docs" / name).write_text("# A\n\nB.\n", encoding="utf-8")
    assert "has the same address, so one of the two would be lost" in refused(check, area)
