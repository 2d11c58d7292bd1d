"""The one-line pages in docs/ stay in step with the data, and nobody's own words are ever removed."""

from pathlib import Path

import pytest

from charter.data.load import load
from charter.problems import ProblemsFound
from charter.site.check import check
from charter.site.docs_stubs import sync
from tests.sample import sample


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """The made-up area with its pages in step."""
    data = sample(tmp_path)
    sync(load(data), tmp_path / "docs")
    return tmp_path


def test_sync_writes_a_page_for_each_pledge_and_story(area: Path) -> None:
    assert (area / "docs/charter/kindness-1.md").read_text(
        encoding="utf-8"
    ) == '{{ pledge("kindness-1") }}\n'
    assert (area / "docs/case-studies/school-garden.md").read_text(
        encoding="utf-8"
    ) == '{{ case_study("school-garden") }}\n'
    assert check(area)


def test_sync_has_nothing_to_do_the_second_time(area: Path) -> None:
    assert sync(check(area), area / "docs") == []


def test_a_record_without_a_page_is_told(area: Path) -> None:
    (area / "docs/charter/courage-1.md").unlink()
    with pytest.raises(
        ProblemsFound,
        match=(
            r"docs/charter/courage-1.md, line 1: this page is missing .* Run: python -m charter"
            r" sync"
        ),
    ):
        check(area)


def test_a_page_without_a_record_is_told_and_removed(area: Path) -> None:
    (area / "data/pledges/kindness-2.yml").unlink()
    with pytest.raises(
        ProblemsFound,
        match=r"docs/charter/kindness-2.md, line 1: no pledge in the data belongs to this page",
    ):
        check(area)
    assert sync(load(area / "data"), area / "docs") == ["removed docs/charter/kindness-2.md"]
    assert check(area)


def test_a_page_with_words_of_its_own_is_never_removed(area: Path) -> None:
    page = area / "docs/charter/notes.md"
    page.write_text("# Somebody's notes\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match="It holds text of its own: move it out of this folder"):
        check(area)
    assert sync(load(area / "data"), area / "docs") == [
        "left docs/charter/notes.md alone: it holds text of its own. Move it out of this folder"
    ]
    assert page.exists()


def test_a_changed_stub_is_told_and_mended(area: Path) -> None:
    page = area / "docs/charter/kindness-1.md"
    page.write_text('{{ pledge("courage-1") }}\n', encoding="utf-8")
    with pytest.raises(ProblemsFound, match="this page should hold one line"):
        check(area)
    assert sync(load(area / "data"), area / "docs") == ["wrote docs/charter/kindness-1.md"]
