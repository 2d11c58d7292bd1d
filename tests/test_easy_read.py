"""The version that is easier to read: one idea a sentence, and a picture for each idea."""

import re
from collections import Counter
from typing import get_args

import pytest

from a11y.browser.driver import shown
from a11y.browser.states import PAPER
from a11y.site import Page, site
from charter.model.easy_read import Idea, Picture
from charter.render.html import TEMPLATES
from tests.project import charter
from tests.reading import read, words

PICTURES = TEMPLATES / "pictures"
PEOPLE = "people"  # not a picture but the cast that the pictures draw on
POINT = 96 / 72  # CSS pixels


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


@pytest.mark.usefixtures("site")
def test_sentences_are_short() -> None:
    lengths = {sentence: len(words(sentence)) for sentence in sentences()}
    assert {sentence: length for sentence, length in lengths.items() if length > 15} == {}
    assert sum(lengths.values()) / len(lengths) <= 10
    assert read(page()).grade <= 4


@pytest.mark.usefixtures("site")
def test_there_are_no_short_forms_at_all_and_no_signs_that_join_two_ideas() -> None:
    text = page().main.text_content()
    assert re.findall(r"\b(?:[A-Z]\.?){2,}|\be\.?g\b|\bi\.?e\b|\betc\b|[;:&–]", text) == []


def test_every_sentence_ends_as_a_sentence() -> None:
    assert [sentence for sentence in sentences() if sentence[-1] not in ".!?"] == []


@pytest.mark.usefixtures("site", "browser")
def test_every_idea_has_a_picture_on_its_left_and_the_picture_says_what_it_shows() -> None:
    items = page().main.xpath(".//ul[@class='ideas']/li")
    assert len(items) == len(ideas()) > len(charter().pledges)
    for item, idea in zip(items, ideas(), strict=True):
        picture, text = item.getchildren()
        assert picture.tag == "svg" and picture.get("role") == "img" and len(picture) > 0
        assert picture.get("aria-label") == idea.alt
        assert idea.words[0] in text.text_content()
    with shown(page()) as browser:
        left = browser.execute_script(
            "return [...document.querySelectorAll('.ideas li')].every(idea =>"
            " idea.children[0].getBoundingClientRect().right <"
            " idea.children[1].getBoundingClientRect().left)"
        )
    assert left


def test_every_pledge_is_there_once_under_its_own_value() -> None:
    told = [
        (part.value, idea.pledge)
        for part in charter().easy_read
        for idea in part.ideas
        if idea.pledge
    ]
    assert told == [(pledge.value, pledge.id) for pledge in charter().pledges_in_order]


def test_the_first_promise_comes_by_the_sixth_idea() -> None:
    assert any(idea.pledge for idea in ideas()[:6])


def test_the_pictures_that_data_may_name_are_those_that_are_drawn() -> None:
    assert {file.stem for file in PICTURES.iterdir()} - {PEOPLE} == set(get_args(Picture))


def test_a_picture_stands_for_three_ideas_at_most_and_always_says_the_same() -> None:
    times = Counter(idea.picture for idea in ideas())
    assert {name: count for name, count in times.items() if count > 3} == {}
    assert len({(idea.picture, idea.alt) for idea in ideas()}) == len(times)


@pytest.mark.parametrize("picture", get_args(Picture))
def test_a_picture_is_small_and_has_no_words_in_it(picture: str) -> None:
    source = (PICTURES / f"{picture}.svg").read_text(encoding="utf-8")
    assert len(source.encode()) <= 1024
    assert "<text" not in source
    assert re.findall(r' id="(?!art-)', source) == []


@pytest.mark.usefixtures("site")
def test_the_page_says_that_nobody_has_tested_it() -> None:
    text = " ".join(page().main.text_content().split())
    assert "No one with a learning disability has tested this page yet." in text


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
