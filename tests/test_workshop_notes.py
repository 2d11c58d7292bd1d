"""Every line of the workshop's notes is on its page, unchanged by a letter, with its answer or
without any.
"""

from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

import pytest

from a11y.site import Site
from charter.data.load import load
from charter.model import NotesLine
from charter.model.workshop_notes import WorkshopNotes
from charter.site import docs_stubs
from charter.site.pages import OFFERED, Here, Page, titles
from tests.drawn import DAY, drawn
from tests.project import ROOT, charter
from tests.sample import edit, refused, sample, with_pages

# The id of the first line of each that the source prints on one line, and the digest of its words:
# spaces as one, without the mark of a list and without underlining. Made from the source itself.
DIGESTS = ROOT / "tests/workshop_notes.txt"


def wrong(lines: list[NotesLine]) -> list[str]:
    """The ids of the lines that the source has otherwise."""
    starts = [at for at, line in enumerate(lines) if not line.same_line]
    printed = [
        (lines[start].id, " ".join(line.words for line in lines[start:end]))
        for start, end in zip_longest(starts, starts[1:])
    ]
    ours = [f"{line} {sha256(words.encode()).hexdigest()[:16]}" for line, words in printed]
    pairs = zip_longest(ours, DIGESTS.read_text().splitlines(), fillvalue="nothing")
    return [f"{here} ({there})" for here, there in pairs if here != there]


@pytest.fixture
def notes() -> WorkshopNotes:
    """The notes of this area, where it has any."""
    found = charter().workshop_notes
    if found is None:
        pytest.skip("this area has no notes of a workshop")
    return found


def test_no_line_of_the_notes_is_missing_or_changed_by_a_letter(notes: WorkshopNotes) -> None:
    assert wrong(notes.lines) == []


@pytest.mark.parametrize("line", ["n15", "n84", "n111", "n193"])
def test_a_changed_letter_and_a_missing_line_are_named(line: str, notes: WorkshopNotes) -> None:
    lines = list(notes.lines)
    at = notes.lines.by_id[line].number - 1
    first = next(each.id for each in reversed(lines[: at + 1]) if not each.same_line)
    changed = lines[at].model_copy(update={"words": lines[at].words + "s"})
    assert [said.split()[0] for said in wrong([*lines[:at], changed, *lines[at + 1 :]])] == [first]
    assert wrong(lines[:at] + lines[at + 1 :])


def test_each_line_stands_on_the_page_with_its_answer_or_says_that_it_has_none(
    notes: WorkshopNotes, site: Site
) -> None:
    main = site.page("about/workshop/").main
    shown = {each.get("id"): each for each in main.xpath(".//ol[@class='notes']/li")}
    assert list(shown) == [line.id for line in notes.lines]
    for line in notes.lines:
        said = shown[line.id]
        if charter().site.show_notes:
            assert said.find("q").text_content() == line.words
        none = "Not answered yet." in said.find("p").text_content()
        answers = [link for link in said.xpath("p/a/@href") if "outcomes/#" not in link]
        assert none is not bool(answers) or line.heading


def _page(data: Path) -> str:
    here = Here("../../", "https://riverdale.example/", DAY, titles={"charter/": "The charter"})
    page = OFFERED["workshop_notes"](load(data), here, "all")
    assert isinstance(page, Page)
    return page.html


def test_without_show_notes_only_numbers_and_readings_are_left(tmp_path: Path) -> None:
    data = sample(tmp_path)
    shown, area = _page(data), load(data)
    edit(data, "site.yml", "version:", "show_notes: false\nversion:")
    left = _page(data)
    assert area.workshop_notes
    for line in area.workshop_notes.lines:
        assert line.words in shown and line.words not in left
        assert f'id="{line.id}"' in left
    assert "It is the purpose." in left and area.workshop_notes.hidden in left


def test_an_answer_on_a_page_that_does_not_exist_is_told(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "workshop-notes.yml", "pages: [charter/]", "pages: [chater/]")
    told = refused(lambda each: load(each, ["charter/"]), data)
    assert (
        'data/workshop-notes.yml, line 19, lines.pages: there is no page called "chater/"' in told
    )


def test_without_its_file_there_is_no_page_no_link_and_no_line_to_name(tmp_path: Path) -> None:
    data = with_pages(tmp_path) / "data"
    page = tmp_path / "docs/about/workshop.md"
    assert page.exists() and drawn(data, "workshop_notes_link").xpath(".//a")
    (data / "workshop-notes.yml").unlink()
    docs_stubs.write(load(data), tmp_path / "docs")
    assert not page.exists()
    assert (
        drawn(data, "workshop_notes_link", "whole_charter").xpath(
            ".//a/@href[contains(., 'workshop')]"
        )
        == []
    )
    assert "about/workshop/" not in titles(load(data))
