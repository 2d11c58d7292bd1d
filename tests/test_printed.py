"""Every page on paper: all its words, addresses of outside links, and headings with what follows them."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

import pypdfium2
import pytest
from selenium import webdriver

from tests.browser.driver import printed, shown
from tests.browser.states import WIDE, State
from tests.site import Page, site

every_page = pytest.mark.parametrize("page", site().pages, ids=lambda page: page.name)
both_ways = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])

# What a screen has and paper does not. Nothing else may be missing.
NOT_PRINTED = {
    "nav": "links to other pages or to places on this page: nothing to choose on paper",
    ".toc": "the same: a list of the headings below it",
    ".doors": "the same: the home page's four ways in, each told on the page that it leads to",
    ".copy": "a button that copies the page's address; the address itself is printed",
    ".unseen": "words for those who can't see a table; on the screen they don't show either",
    ".not-on-paper": "how to print, save or send, and other pages to print: nothing to choose on paper",
    ".postcode form": "a box to type in; what to do without it is printed, and so is the list of districts",
    ".search form": "a box to type in; the A to Z below it is printed, and so is what was found",
    ".map svg": "names on the map have a rim and are drawn, not written, on paper; each stands in the list beside the map",
    ".narrow": "choices that hide stories; on paper all stories stand in full",
}

# The words of the main part without those, and then the page with nothing but its main part.
WORDS = """
const main = document.querySelector("main");
const away = [...main.querySelectorAll(arguments[0])];
away.forEach(part => part.style.display = "none");
const words = main.innerText;
away.forEach(part => part.style.display = "");
[...document.body.children].filter(part => part !== main).forEach(part => part.style.display = "none");
return words;
"""
HEADINGS = "return [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map(heading => heading.innerText)"
OUTSIDE = """
const links = [...document.querySelectorAll("main a[href^=http]")].filter(link => !link.closest(arguments[0]));
return links.map(link => link.getAttribute("href"));
"""


@dataclass(frozen=True)
class Print:
    """A page's words on screen, its headings and outside links, and the text of each printed sheet."""

    words: str
    headings: list[str]
    outside: list[str]
    sheets: list[str]


@cache
def on_paper(path: str, script: bool) -> Print:
    left_out = ", ".join(NOT_PRINTED)
    with shown(path, State("screen", WIDE.width, WIDE.height, script=script)) as browser:
        headings = browser.execute_script(HEADINGS)
        outside = browser.execute_script(OUTSIDE, left_out)
        words = browser.execute_script(WORDS, left_out)
        return Print(words, headings, outside, sheets(browser))


def sheets(browser: webdriver.Chrome) -> list[str]:
    """The text of each sheet, without the line at its foot."""
    document = pypdfium2.PdfDocument(printed(browser))
    return [_above_the_foot(page) for page in document]


def _above_the_foot(page: pypdfium2.PdfPage) -> str:
    """The text above the lower margin, which is 18 mm or 51 points high. A hyphen at the end of a line comes as a sign of its own."""
    text: str = page.get_textpage().get_text_bounded(bottom=51)
    return text.replace("\ufffe", "-").replace("\x02", "-")


def words(text: str) -> Counter[str]:
    """Words and figures, however they were broken: a long word or address may be split over lines."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return Counter(re.findall(r"[^\W_]+", plain))


@every_page
@both_ways
def test_every_word_of_the_main_part_is_on_paper(page: Page, script: bool) -> None:
    found = on_paper(page.path, script)
    wanted = words(found.words)
    assert wanted.total() > 15
    missing = wanted - words("\n".join(found.sheets))
    assert not missing


@every_page
def test_the_address_of_every_outside_link_is_on_paper(page: Page) -> None:
    found = on_paper(page.path, True)
    text = "".join("".join(found.sheets).split())
    assert [address for address in found.outside if address not in text] == []


@every_page
def test_no_sheet_ends_with_a_heading(page: Page) -> None:
    found = on_paper(page.path, True)
    headings = {" ".join(heading.split()) for heading in found.headings}
    ends = [" ".join(sheet.split()[-len(heading.split()) :]) for sheet in found.sheets for heading in headings]
    assert ends
    assert [end for end in ends if end in headings] == []


def test_every_reason_for_not_printing_is_needed_somewhere() -> None:
    unmet = set(NOT_PRINTED)
    for page in site().pages:
        with shown(page) as browser:
            unmet -= set(browser.execute_script("return arguments[0].filter(name => document.querySelector(`main ${name}`))", [*unmet]))
        if not unmet:
            return
    assert not unmet
