"""Another area gets a copy that builds at once, is plainly unfinished, and says nothing of this
area.
"""

import re
import subprocess
from pathlib import Path

import pytest

from charter.editors.new_area import STARTER
from charter.site.check import check
from tests import project
from tests.project import ROOT, charter

pytestmark = [pytest.mark.xdist_group("new area"), pytest.mark.slow]

# A day, so that dates are the same each time.
DAY = "1811808000"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new area's copy of the project, and its site."""
    path = tmp_path_factory.mktemp("new") / "riverdale"
    ended = project.run(ROOT, "charter", "new-area", str(path), "--name", "Riverdale", day=DAY)
    assert ended.status == 0, ended.said
    assert "only a beginning" in ended.said
    built = project.run(path, "publish", "--without-pdf", day=DAY)
    assert built.status == 0, built.said
    return path


@pytest.mark.build
def test_the_copy_builds_at_once_and_its_pages_bear_the_new_name(made: Path) -> None:
    pages = list((made / "site").rglob("index.html"))
    assert len(pages) > 20
    assert all("Riverdale" in page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.build
def test_the_copy_is_in_order_and_nothing_in_it_is_agreed_or_signed(made: Path) -> None:
    found = check(made)
    assert found.site.draft_line in (made / "site" / "index.html").read_text(encoding="utf-8")
    assert {pledge.status for pledge in found.pledges} == {"draft"}
    assert {story.status for story in found.case_studies} == {"draft"}
    assert {signature.status for signature in found.signatures} == {"not signed yet"}
    assert (found.answers.counts, found.a11y_report, found.postcode_box, found.area.map) == (
        [],
        None,
        None,
        None,
    )
    assert not (made / "docs" / "area" / "postcodes.txt").exists()


@pytest.mark.build
def test_every_record_that_an_area_has_to_write_itself_says_so(made: Path) -> None:
    found = check(made)
    for record in (
        *found.pledges,
        *found.case_studies,
        *found.outcomes,
        *found.sources,
        *found.priorities,
        *found.plan.everything,
    ):
        assert re.search(r"\b[Ww]rite\b", str(record)), record


def names_of_here() -> set[str]:
    """What this area, its places and their neighbours are called, each word in small letters."""
    area = charter().area
    names = [
        charter().site.area,
        *(place.name for place in area.places),
        *(place.council for place in area.neighbours),
    ]
    return {word.casefold() for name in names for word in re.findall(r"[A-Z][\w-]{3,}", name)} - {
        "council"
    }


@pytest.mark.build
def test_the_copy_says_nothing_of_this_area(made: Path) -> None:
    assert charter().site.area.casefold() in names_of_here()
    files = [
        *(made / "data").rglob("*.yml"),
        *(made / "docs").rglob("*.md"),
        *STARTER.rglob("*.yml"),
        *(made / "site").rglob("*.html"),
    ]
    assert len(files) > 80
    said = {
        file: (
            set(re.findall(r"[\w-]+", file.read_text(encoding="utf-8").casefold()))
            & names_of_here()
        )
        for file in files
    }
    assert {file.name: words for file, words in said.items() if words} == {}


@pytest.mark.build
def test_the_copy_brings_no_promise_and_no_evidence_of_this_area(made: Path) -> None:
    assert [
        name for name in ("addresses.txt", "a11y-report.json") if (made / "data" / name).exists()
    ] == []
    assert not (made / ".git").exists()
    assert not (made / "tests" / "search" / "questions.yml").exists()


@pytest.mark.build
def test_every_other_file_of_the_project_is_there(made: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "charter", "publish", "theme"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = [name for name in listed.stdout.split() if (ROOT / name).is_file()]
    assert len(wanted) > 100
    assert [
        name for name in wanted if (made / name).read_bytes() != (ROOT / name).read_bytes()
    ] == []


@pytest.mark.parametrize(
    ("path", "name", "said"),
    [
        (ROOT / "elsewhere", "Riverdale", "this lies in the project itself"),
        (ROOT, "Riverdale", "this lies in the project itself"),
        ("full", "Riverdale", "there is something here already"),
        ("full/file.txt", "Riverdale", "there is something here already"),
        ("new", "", "can't be the name of an area"),
        ("new", 'A: "b"', "can't be the name of an area"),
        ("new", "{{ x }}", "can't be the name of an area"),
    ],
)
def test_what_can_not_be_done_is_told_and_nothing_is_written(
    path: Path | str, name: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file.txt").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    ended = project.run(ROOT, "charter", "new-area", str(tmp_path / path), "--name", name)
    assert ended.status == 1
    assert said in ended.said and "Traceback" not in ended.said
    assert sorted(tmp_path.rglob("*")) == before
    assert not (ROOT / "elsewhere").exists()


def test_an_empty_folder_and_a_name_in_other_letters_will_do(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    ended = project.run(
        ROOT, "charter", "new-area", str(tmp_path / "new"), "--name", "Tŷ Gwyn نور باغ"
    )
    assert ended.status == 0, ended.said
    assert check(tmp_path / "new").site.area == "Tŷ Gwyn نور باغ"


def test_a_folder_that_git_does_not_keep_can_not_be_copied_from(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    copied = project.copy(tmp_path / "project")
    ended = project.run(copied, "charter", "new-area", str(tmp_path / "new"), "--name", "Riverdale")
    assert ended.status == 1
    assert (
        "only a project that git keeps can be copied" in ended.said
        and "Traceback" not in ended.said
    )
    assert sorted(file.name for file in tmp_path.iterdir()) == ["project"]


@pytest.mark.build
def test_no_word_of_the_copy_is_hard_to_read(made: Path) -> None:
    ended = project.run(made, "tests.words", day=DAY)
    assert ended.status == 0, ended.said
