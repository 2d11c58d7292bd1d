"""Browsers inside other apps, such as those of social networks: what a page asks of one is missing,
refused or dropped without a word. The page then says what to do, and never that it is done.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import chrome, shown
from a11y.browser.states import NARROW
from a11y.site import Page, site
from tests.browser.did_we import FORM
from tests.project import charter
from tests.questions import GROUP, fitting, narrowest

pytestmark = pytest.mark.usefixtures("site", "browser")

IN_APP = Path(__file__).with_name("old_browsers") / "in_app.js"
CLAIMS = re.compile(r"\b(done|copied|printed|is saved|was saved|saves it)\b", re.IGNORECASE)
PRESS = "document.querySelector(arguments[0]).click()"
WORDS = "return document.querySelector(arguments[0])?.innerText ?? ''"
COPY = ".copy"
every_app = pytest.mark.parametrize("how", ["missing", "refused", "silent"])


@contextmanager
def opened_in(how: str, page: Page | str) -> Iterator[Chrome]:
    """A page in such a browser."""
    script = f"{{ const how = '{how}'\n{IN_APP.read_text(encoding='utf-8')} }}"
    added = chrome().execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})
    try:
        with shown(page, NARROW) as browser:
            assert browser.execute_script("return [typeof print, dropped]") == [
                "undefined" if how == "missing" else "function",
                [],
            ]
            browser.execute_script("window.first = true")
            yield browser
            assert browser.execute_script("return window.first"), "the page was loaded anew"
    finally:
        chrome().execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


@every_app
def test_where_nothing_prints_the_words_that_say_how_to_print_stand_beside_the_button(
    how: str,
) -> None:
    pages = [page for page in site().pages if page.document.xpath("//*[@data-print]")]
    assert len(pages) > 5
    for page in pages:
        with opened_in(how, page) as browser:
            browser.execute_script(PRESS, "[data-print] button")
            words = browser.execute_script(WORDS, "[data-print]")
            assert browser.execute_script("return dropped") == ["print"] * (how != "missing")
        assert "Safari or Chrome" in words and not CLAIMS.search(words), (page.name, words)


@every_app
def test_a_link_that_can_not_be_copied_is_shown_and_chosen(how: str) -> None:
    path = f"charter/{charter().pledges_in_order[0].id}/"
    with opened_in(how, path) as browser:
        browser.execute_script(PRESS, f"{COPY} button")
        WebDriverWait(browser, 10).until(
            lambda _: site().address + path in browser.execute_script(WORDS, COPY)
        )
        words = browser.execute_script(WORDS, COPY)
        assert browser.execute_script("return `${getSelection()}`") == site().address + path
    assert "copy it" in words and not CLAIMS.search(words)


@every_app
@pytest.mark.parametrize("what", ["text", "print"])
def test_answers_that_can_not_be_saved_or_printed_are_not_lost(how: str, what: str) -> None:
    keep = "section:has([data-do])"
    with opened_in(how, FORM) as browser:
        for name, value in [("show", narrowest().id), ("group", GROUP.id)]:
            browser.execute_script(PRESS, f'[name="{name}"][value="{value}"]')
        for pledge in fitting(narrowest()):
            browser.execute_script(PRESS, f'[name="{pledge.id}"][value="no"]')
        browser.execute_script(PRESS, f"[data-do={what}]")
        words = browser.execute_script(WORDS, keep)
        kept = browser.execute_script("return document.querySelector('[readonly]')?.value ?? ''")
    assert "Safari or Chrome" in words and not CLAIMS.search(words), words
    if what != "print":
        assert all(pledge.question in kept for pledge in fitting(narrowest()))
