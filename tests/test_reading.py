"""Plain English, measured: short sentences, everyday words, short forms explained."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tests.reading import blocks, read, syllables, unexplained_short_forms
from tests.site import Page, site

every_page = pytest.mark.parametrize("page", site().pages, ids=lambda page: page.name)
HOME = "home"


@every_page
def test_a_page_reads_easily(page: Page, record_property: Callable[[str, object], None]) -> None:
    reading = read(page)
    record_property("reading", (page.name, reading.sentences, reading.average, reading.longest, reading.grade))
    assert reading.longest <= 25, reading.longest_sentence
    assert reading.average <= 15
    assert reading.grade <= (6 if page.name == HOME else 8)


@every_page
def test_short_forms_are_written_out_where_they_first_stand(page: Page) -> None:
    assert unexplained_short_forms(page) == []


def sample_page(tmp_path: Path, body: str) -> Page:
    file = tmp_path / "index.html"
    file.write_text(f"<html><body><main>{body}</main></body></html>", encoding="utf-8")
    return Page("sample/", file)


def test_the_measure_finds_a_long_sentence(tmp_path: Path) -> None:
    long = "This sentence goes on and on " * 5
    assert read(sample_page(tmp_path, f"<p>{long}.</p>")).longest == 30


def test_the_measure_finds_hard_words(tmp_path: Path) -> None:
    hard = read(sample_page(tmp_path, "<p>Organisational accountability necessitates interdisciplinary collaboration.</p>"))
    easy = read(sample_page(tmp_path, "<p>We will do what we say we will do.</p>"))
    assert hard.grade > 20 > 3 > easy.grade


def test_the_measure_leaves_out_words_of_others_and_nothing_else(tmp_path: Path) -> None:
    page = sample_page(
        tmp_path, "<p>Ours.</p><ul><li>One <ul><li>Two</li></ul></li></ul><blockquote class='source-words'><p>Theirs</p></blockquote>"
    )
    assert list(blocks(page)) == ["Ours.", "One", "Two"]


def test_the_measure_finds_a_short_form_that_is_not_explained(tmp_path: Path) -> None:
    assert unexplained_short_forms(sample_page(tmp_path, "<p>Ask the XYZ. The Ex Why Zed (XYZ) knows.</p>")) == ["XYZ"]
    assert unexplained_short_forms(sample_page(tmp_path, "<p>The Ex Why Zed (XYZ) knows. Ask the XYZ and the NHS.</p>")) == []


def test_syllables_are_counted_as_they_are_spoken() -> None:
    assert [syllables(word) for word in ("we", "promise", "together", "education", "co-production", "don't")] == [1, 2, 3, 4, 4, 1]


def test_the_lists_of_sources_are_marked_so_that_they_are_left_out() -> None:
    assert site().page("about/").main.xpath(".//*[contains(@class, 'sources')]")
    assert html.tostring(site().page("glossary/").main).count(b'class="sources"') == 1
