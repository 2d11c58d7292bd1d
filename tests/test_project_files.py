"""Pages in docs/ as editing programs leave them: read, left out or told of, and no traceback."""

from pathlib import Path

import pytest

from charter.problems import Problem
from charter.project_files import LARGEST, MISSING, NOT_UTF_8, TOO_MUCH, files, read
from charter.site import docs_files, docs_pages
from charter.site.check import check
from tests.sample import refused, sample

PAGE = "---\ntitle: About\n---\n\nText.\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with one page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text(PAGE, encoding="utf-8")
    return tmp_path / "docs"


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode("utf-8-sig"),
        f"\ufeff{PAGE}".encode("utf-8-sig"),
        PAGE.replace("\n", "\r\n").encode(),
    ],
)
def test_a_page_has_its_title_whatever_an_editor_saves_it_with(content: bytes, docs: Path) -> None:
    (docs / "about.md").write_bytes(content)
    assert docs_pages.titles(docs) == {"about/": "About"}
    assert docs_pages.mistakes(docs) == []


def test_a_page_that_is_not_utf_8_is_told_of_with_its_line(docs: Path) -> None:
    (docs / "about.md").write_bytes(PAGE.encode() + b"caf\xe9\n")
    assert docs_pages.mistakes(docs) == [Problem("docs/about.md", 6, "", NOT_UTF_8)]
    assert docs_pages.titles(docs) == {}
    assert docs_pages.addresses(docs) == ["about/"]


@pytest.mark.parametrize(
    "name", [".#about.md", "._about.md", "#about.md#", "about.md~", "Thumbs.db", "desktop.ini"]
)
def test_what_editors_programs_keep_beside_a_page_is_no_page(name: str, docs: Path) -> None:
    (docs / name).symlink_to("someone@example.1234")
    assert docs_pages.addresses(docs) == ["about/"]
    assert docs_pages.mistakes(docs) == docs_files.mistakes(docs) == []
    assert files(docs) == [docs / "about.md"]


def test_a_link_that_leads_nowhere_is_told_of(docs: Path) -> None:
    (docs / "more.md").symlink_to("nowhere.md")
    assert docs_pages.mistakes(docs) == [Problem("docs/more.md", 1, "", MISSING)]


@pytest.mark.parametrize(("room", "expected"), [(1, TOO_MUCH), (2, None)])
def test_a_file_has_the_room_it_is_given(room: int, expected: str | None, docs: Path) -> None:
    (docs / "about.md").write_text("x" * (LARGEST + 1), encoding="utf-8")
    text = read(docs / "about.md", docs, room)
    assert (text.message if isinstance(text, Problem) else None) == expected


# Files that are told of at once, with what stands above the mark.
MARKED = (
    {
        "docs/deep/er.md": "---\n",
        "docs/words.md": "# Words\n\n```\n",
        "data/values.yml": "- id: x\n",
        "data/pledges/courage-1.yml": "text: |\n  Words\n",
        "data/moved.yml": "# None\n",
        "mkdocs.yml": "nav:\n",
    },
    {"data/addresses.txt": "/\n"},
)


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> patch-1", "||||||| 1c0ffee", "======="])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("marked", MARKED, ids=["by people", "by a program"])
def test_marks_of_two_changes_that_could_not_be_joined_are_told(
    marked: dict[str, str], end: str, mark: str, tmp_path: Path
) -> None:
    sample(tmp_path)
    for name, before in marked.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(f"{before}{mark}\nmore\n".replace("\n", end).encode())
    found = refused(check, tmp_path)
    told = "a line of seven =" if mark.startswith("=") else "here two changes could not be joined"
    for name, before in marked.items():
        line = before.count("\n") + 1
        assert f"{name}, line {line}: {told}" in found


def test_a_quotation_and_a_rule_are_no_marks_of_a_change(docs: Path) -> None:
    words = "\n> Quoted\n>> Twice\n\n---\n\n====\n\n    ======= x\n"
    (docs / "about.md").write_text(PAGE + words, encoding="utf-8")
    assert docs_pages.mistakes(docs) == []
