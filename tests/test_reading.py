"""Plain English, measured: short sentences, everyday words, short forms explained."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from a11y.site import Page, site
from tests.fixtures import every_page_in_english
from tests.reading import ENGLISH, NOT_OURS, blocks, passages, read, syllables, words
from tests.words.hard import AVERAGE, GRADE, HOME_GRADE, LONGEST, short_forms
from tests.words.look import passive_share


@pytest.mark.usefixtures("site")
@every_page_in_english
def test_a_page_reads_easily(page: Page, record_property: Callable[[str, object], None]) -> None:
    reading = read(page)
    record_property(
        "reading",
        (
            page.name,
            reading.sentences,
            reading.average,
            reading.longest,
            reading.grade,
            passive_share(page),
        ),
    )
    assert reading.longest <= LONGEST <= 25, reading.longest_sentence
    assert reading.average <= AVERAGE <= 15
    assert reading.grade <= (GRADE if page.path else HOME_GRADE) <= 8


@pytest.mark.usefixtures("site")
@every_page_in_english
def test_short_forms_are_written_out_where_they_first_stand(page: Page) -> None:
    assert list(short_forms(page)) == []


@pytest.mark.usefixtures("site")
@every_page_in_english
def test_no_word_of_a_page_escapes_the_measure(page: Page) -> None:
    """Words of others stand in known places: everything else is in one of the passages."""
    read_out = {word for passage in passages(page) for word in words(passage.text)}
    body = html.fromstring(html.tostring(page.document.body, encoding="unicode"))
    theirs = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in NOT_OURS)
    other = f"@lang and @lang != '{ENGLISH}'"
    for part in body.xpath(f".//script | .//style | .//*[{theirs} or {other}]"):
        if part.getparent() is not None:
            part.drop_tree()
    assert {
        word for text in body.itertext() if isinstance(text, str) for word in words(text)
    } - read_out == set()


def sample_page(tmp_path: Path, body: str) -> Page:
    file = tmp_path / "index.html"
    file.write_text(f"<html><body><main>{body}</main></body></html>", encoding="utf-8")
    return Page("sample/", file)


def test_the_measure_finds_a_long_sentence(tmp_path: Path) -> None:
    long = "This sentence goes on and on " * 5
    assert read(sample_page(tmp_path, f"<p>{long}.</p>")).longest == 30


def test_the_measure_finds_hard_words(tmp_path: Path) -> None:
    hard = read(
        sample_page(
            tmp_path,
            "<p>Organisational accountability necessitates interdisciplinary collaboration.</p>",
        )
    )
    easy = read(sample_page(tmp_path, "<p>We will do what we say we will do.</p>"))
    assert hard.grade > 20 > 3 > easy.grade


def test_the_measure_leaves_out_words_of_others_and_nothing_else(tmp_path: Path) -> None:
    page = sample_page(
        tmp_path,
        "<p>Ours.</p><ul><li>One <ul><li>Two</li></ul></li></ul><blockquote"
        " class='source-words'><p>Theirs</p></blockquote>",
    )
    assert list(blocks(page)) == ["Ours.", "One", "Two"]


def test_the_measure_finds_a_short_form_that_is_not_explained(tmp_path: Path) -> None:
    def found(body: str) -> list[str]:
        return [
            each.problem.message.split()[0]
            for each in short_forms(sample_page(tmp_path, f"<p>{body}</p>"))
        ]

    assert found("Ask the XYZ. The Ex Why Zed (XYZ) knows.") == ['"XYZ"']
    assert found("The long words (XYZ) are not what it is short for.") == ['"XYZ"']
    assert found("The Xylophone Yard of Zoos (XYZ) knows. Ask the XYZ and the NHS.") == []


def test_syllables_are_counted_as_they_are_spoken() -> None:
    assert [
        syllables(word)
        for word in ("we", "promise", "together", "education", "co-production", "don't")
    ] == [1, 2, 3, 4, 4, 1]


@pytest.mark.usefixtures("site")
def test_the_lists_of_sources_are_marked_so_that_they_are_left_out() -> None:
    assert site().page("about/sources/").main.xpath(".//*[contains(@class, 'sources')]")
    assert html.tostring(site().page("glossary/").main).count(b'class="sources"') == 1
