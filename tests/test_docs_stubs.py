"""The build writes the one-line pages of records, and never touches anybody's own words."""

from pathlib import Path

import pytest

from charter.data.load import load
from charter.our_folders import Done
from charter.problems import ProblemsFound
from charter.site.check import check
from charter.site.docs_stubs import write
from tests import project
from tests.sample import edit, with_pages


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """The made-up area with the pages of its records."""
    return with_pages(tmp_path)


def test_each_pledge_story_and_checklist_gets_a_page_that_git_ignores(area: Path) -> None:
    ignored = (area / "docs/.gitignore").read_text(encoding="utf-8").splitlines()
    for path, text in {
        "charter/kindness-1.md": '{{ pledge("kindness-1") }}\n',
        "case-studies/school-garden.md": '{{ case_study("school-garden") }}\n',
        "did-we/garden-day.md": '{{ checklist("garden-day") }}\n',
    }.items():
        assert (area / "docs" / path).read_text(encoding="utf-8") == text
        assert f"/{path}" in ignored
    assert "/.gitignore" in ignored and "/about.md" not in ignored


def test_nothing_is_written_a_second_time_so_that_serving_does_not_go_round(area: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in (area / "docs").rglob("*")}
    assert write(check(area), area / "docs") == Done()
    assert {file: file.stat().st_mtime_ns for file in (area / "docs").rglob("*")} == before


def test_pages_that_are_missing_or_old_are_written_and_check_asks_for_none(area: Path) -> None:
    docs = area / "docs"
    (docs / "charter/courage-1.md").unlink()
    (area / "data/pledges/kindness-2.yml").unlink()
    done = write(check(area), docs)
    assert set(done.written) == {docs / "charter/courage-1.md", docs / ".gitignore"}
    assert done.removed == [docs / "charter/kindness-2.md"]
    assert "kindness-2" not in (docs / ".gitignore").read_text(encoding="utf-8")


# Somebody's own, in the place of what the build writes.
THEIRS = {
    "charter/notes.md": "no pledge in the data belongs to this page",
    "charter/kindness-1.md": "the page of a record that is in the data stands here",
    "charter/kindness-1/index.md": "the page of a record that is in the data stands here",
    ".gitignore": "somebody's own text stands here",
}


@pytest.mark.parametrize("path", THEIRS)
@pytest.mark.parametrize("text", ["# Somebody's notes\n", '{{ pledge("courage-1") }}\n'])
def test_what_is_not_ours_is_told_and_stays(path: str, text: str, area: Path) -> None:
    file = area / "docs" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    done = write(load(area / "data"), area / "docs")
    assert (done.written, done.removed) == ([], [])
    assert file.read_text(encoding="utf-8") == text
    with pytest.raises(ProblemsFound, match=rf"{path}, line 1: {THEIRS[path]}"):
        check(area)


def test_a_page_of_one_line_that_somebody_else_wrote_stays(area: Path) -> None:
    page = area / "docs/about/our-first-pledge.md"
    page.write_text('{{ pledge("kindness-1") }}\n', encoding="utf-8")
    assert write(load(area / "data"), area / "docs") == Done()
    assert page.read_text(encoding="utf-8") == '{{ pledge("kindness-1") }}\n'


def test_a_link_may_lead_to_the_page_of_a_record_that_is_still_to_be_written(area: Path) -> None:
    (area / "docs/charter/kindness-1.md").unlink()
    edit(area / "data", "offline.yml", 'page: ""', "page: charter/kindness-1/")
    assert check(area)
    edit(area / "data", "offline.yml", "charter/kindness-1/", "charter/kindness-9/")
    with pytest.raises(ProblemsFound, match='Did you mean "charter/kindness-'):
        check(area)


def test_an_area_without_priorities_has_no_page_of_them(area: Path) -> None:
    page = area / "docs/priorities.md"
    assert page.exists()
    (area / "data/priorities.yml").unlink()
    for file in ("case-studies/school-garden.yml", "engagement/garden-day.yml"):
        edit(area / "data", file, "priorities:\n  - play\n", "priorities: []\n")
    assert write(check(area), area / "docs").removed == [page]


def test_a_list_of_postcodes_without_a_box_is_told_and_kept(area: Path) -> None:
    (area / "data/postcode-box.yml").unlink()
    with pytest.raises(ProblemsFound, match="the data have no postcode-box"):
        check(area)
    write(load(area / "data"), area / "docs")
    assert (area / "docs/area/postcodes.txt").exists()


@pytest.mark.slow
def test_sync_writes_them_too_and_tells_of_words_in_their_place(
    area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(project.ROOT))
    (area / "docs/charter/courage-1.md").unlink()
    (area / "docs/charter/notes.md").write_text("# Notes\n", encoding="utf-8")
    ended = project.run(area, "charter", "sync")
    assert ended.status == 1
    assert "wrote docs/charter/courage-1.md" in ended.said
    assert "docs/charter/notes.md, line 1: no pledge in the data" in ended.said
