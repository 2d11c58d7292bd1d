"""Easy read: one message a picture and a picture for each message, in short sentences, as a page
and as a booklet.
"""

import io
import re
from collections import Counter
from typing import get_args

import pytest
from pypdfium2 import PdfDocument

from a11y.browser.driver import printed, shown
from a11y.browser.states import PAPER
from a11y.site import Page, site
from charter.model.easy_read import Idea, Picture
from charter.render.html import TEMPLATES
from tests.project import charter
from tests.reading import read, words

PICTURES = TEMPLATES / "pictures"
PARTS = {"people", "things"}  # no pictures, but what the pictures are made of
POINT = 96 / 72  # CSS pixels
LINE = 46  # letters that fit beside a picture on paper


def page() -> Page:
    return site().page("easy-read/")


def ideas() -> list[Idea]:
    return [idea for part in charter().easy_read for idea in part.ideas]


def said(ideas: list[Idea]) -> list[str]:
    """Every sentence of these ideas."""
    texts = [text for idea in ideas for text in idea.words]
    return [sentence for text in texts for sentence in re.split(r"(?<=[.!?])\s+", text)]


def sentences() -> list[str]:
    return said(ideas())


def on_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("site")
def test_sentences_are_short() -> None:
    lengths = {sentence: len(words(sentence)) for sentence in sentences()}
    assert {sentence: length for sentence, length in lengths.items() if length > 12} == {}
    assert sum(lengths.values()) / len(lengths) <= 8
    assert read(page()).grade <= 4


def test_a_longer_sentence_has_its_line_breaks_in_the_data() -> None:
    lines = [line for idea in ideas() for text in idea.words for line in text.split("\n")]
    assert [line for line in lines if len(line) > LINE] == []


@pytest.mark.usefixtures("site")
def test_there_are_no_short_forms_at_all_and_no_signs_that_join_two_ideas() -> None:
    text = " ".join(part.text_content() for part in page().main.xpath("./section[ul]"))
    assert len(text) > 3000
    assert re.findall(r"\b(?:[A-Z]\.?){2,}|\be\.?g\b|\bi\.?e\b|\betc\b|[;:&–]", text) == []


def test_every_sentence_ends_as_a_sentence() -> None:
    assert [sentence for sentence in sentences() if sentence[-1] not in ".!?"] == []


def test_hard_words_are_replaced_and_not_explained() -> None:
    explains = re.compile(r"\b(means that|that means|is called a (?!charter))", re.IGNORECASE)
    assert [sentence for sentence in sentences() if explains.search(sentence)] == []


@pytest.mark.usefixtures("site", "browser")
def test_every_message_has_its_picture_on_its_left_and_the_picture_says_what_it_shows() -> None:
    items = page().main.xpath(".//ul[@class='ideas']/li")
    assert len(items) == len(ideas()) > len(charter().pledges)
    for item, idea in zip(items, ideas(), strict=True):
        picture, text = item.getchildren()
        assert (picture.tag, picture.get("alt")) == ("img", idea.alt)
        assert on_one_line(idea.words[0]) in on_one_line(text.text_content())
    with shown(page()) as browser:
        found = browser.execute_script(
            "return [...document.querySelectorAll('.ideas li')].map(idea => ["
            "idea.children[0].naturalWidth > 0, idea.children[0].getBoundingClientRect().right <"
            " idea.children[1].getBoundingClientRect().left])"
        )
    assert [loaded for loaded, _ in found] == [True] * len(items)
    assert [left for _, left in found] == [False] + [True] * (len(items) - 1)  # first: the cover


def test_no_picture_stands_for_two_messages() -> None:
    assert [name for name, n in Counter(idea.picture for idea in ideas()).items() if n > 1] == []
    assert [alt for alt, n in Counter(idea.alt for idea in ideas()).items() if n > 1] == []


def test_what_is_not_so_has_a_cross() -> None:
    """Where the whole message is that something is not so."""
    denied = {
        idea.picture
        for idea in ideas()
        if re.search(r"\b(not|no one|cannot)\b", idea.words[0] + idea.words[-1], re.IGNORECASE)
    } - {"lost", "who-was-there"}  # "may not be right", "do not say": nobody knows
    assert len(denied) > 5
    drawn = {name: (PICTURES / f"{name}.svg").read_text(encoding="utf-8") for name in denied}
    assert [name for name, source in drawn.items() if "cross(" not in source] == []


def test_every_pledge_is_there_once_under_its_own_value() -> None:
    told = [
        (part.value, idea.pledge)
        for part in charter().easy_read
        for idea in part.ideas
        if idea.pledge
    ]
    assert told == [(pledge.value, pledge.id) for pledge in charter().pledges_in_order]


def test_what_each_outcome_says_of_life_is_there() -> None:
    (part,) = (part for part in charter().easy_read if part.id == "outcomes")
    assert len(part.ideas) == len(charter().outcomes)


@pytest.mark.usefixtures("site", "browser")
def test_the_booklets_first_sheet_is_its_cover_and_the_first_promise_is_on_the_second() -> None:
    with shown(page()) as browser:
        sheets = [
            on_one_line(sheet.get_textpage().get_text_bounded())
            for sheet in PdfDocument(io.BytesIO(printed(browser)))
        ]
    first = charter().easy[charter().pledges_in_order[0].id].words[0]
    assert [number for number, text in enumerate(sheets, 1) if first in text] == [2]


def test_the_pictures_that_data_may_name_are_those_that_are_drawn() -> None:
    assert {file.stem for file in PICTURES.iterdir()} - PARTS == set(get_args(Picture))


@pytest.mark.parametrize("picture", get_args(Picture))
def test_a_picture_is_small_and_has_no_words_in_it(picture: str) -> None:
    source = (PICTURES / f"{picture}.svg").read_text(encoding="utf-8")
    assert len(source.encode()) <= 1024
    assert "<text" not in source
    assert re.findall(r' id="(?!art-)', source) == []


@pytest.mark.usefixtures("site")
def test_the_page_says_that_nobody_has_tested_it() -> None:
    assert "No one with a learning disability has tested this page yet." in on_one_line(
        page().main.text_content()
    )


@pytest.mark.usefixtures("site", "browser")
def test_the_smallest_text_on_paper_is_16_point() -> None:
    with shown(page(), PAPER) as browser:
        sizes = browser.execute_script(
            "return [...document.querySelectorAll('body *')].filter(part => part.checkVisibility()"
            " && part.innerText && [...part.childNodes].some(node => node.nodeType === 3 &&"
            " node.data.trim())).map(part => [part.outerHTML.slice(0, 60),"
            " parseFloat(getComputedStyle(part).fontSize)])"
        )
    assert len(sizes) > 2 * len(ideas())
    assert [where for where, size in sizes if size < 16 * POINT - 0.1] == []
