"""Talk it through: a card for each pledge, three places to put it, by keyboard, by touch and
without a script; nothing is stored. (test_paper.py looks at the sheets.)
"""

from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver

from a11y.browser.driver import log, shown
from a11y.browser.states import NARROW, NO_SCRIPT, PAPER
from a11y.site import site
from charter.data.load import load
from charter.model.talk_cards import MOST, cards
from charter.site import docs_stubs
from charter.site.pages import titles
from tests.project import charter
from tests.sample import edit, refused, sample, with_pages

browsed = pytest.mark.usefixtures("site", "browser")
CARDS = [" ".join(card.words) for card in cards(charter())]
# The cards that show; what is chosen, by place; and what the browser keeps.
SEEN = """
return [...document.querySelectorAll("[data-talk] li")].filter(card => card.checkVisibility())
  .map(card => card.textContent.replace(/\\s+/g, " ").trim())
"""
CHOSEN = """
return Object.fromEntries([...document.querySelectorAll("[data-of] ul")].map(list =>
  [list.parentElement.dataset.of, list.children.length]))
"""
STORED = "return [document.cookie, localStorage.length, sessionStorage.length, location.search]"
SIZES = """
return [...document.querySelectorAll("[data-talk] button")].filter(one => one.checkVisibility())
  .map(one => Math.min(one.offsetWidth, one.offsetHeight))
"""


def press(browser: WebDriver, key: str, times: int = 1) -> None:
    for _ in range(times):
        browser.switch_to.active_element.send_keys(key)


def has_focus(browser: WebDriver) -> str:
    return browser.switch_to.active_element.text.strip()


def put_all(browser: WebDriver) -> None:
    """Put every card on the mat by keyboard: the first on yes, the second on not sure, then no."""
    browser.execute_script("document.querySelector('main').focus()")
    press(browser, Keys.TAB)
    press(browser, Keys.ENTER)
    press(browser, Keys.TAB)
    press(browser, Keys.SPACE)
    press(browser, Keys.TAB)
    press(browser, Keys.ENTER, len(CARDS) - 2)


def test_every_pledge_has_a_card_of_twelve_words_at_most_with_its_easy_read_picture() -> None:
    found = cards(charter())
    assert [card.pledge for card in found] == charter().pledges_in_order
    assert [words for words in CARDS if len(words.split()) > MOST] == []
    assert all(card.idea is charter().easy[card.pledge.id] for card in found)


@browsed
def test_by_keyboard_every_card_finds_its_place_and_the_list_has_them_all() -> None:
    with shown("talk/") as browser:
        assert browser.execute_script(SEEN) == CARDS[:1]
        told = browser.execute_script("return document.querySelector('.talking > p').textContent")
        assert told == f"Card 1 of {len(CARDS)}"
        put_all(browser)
        assert browser.execute_script(CHOSEN) == {"yes": 1, "not_sure": 1, "no": len(CARDS) - 2}
        assert browser.execute_script(SEEN) == CARDS
        words = charter().talk
        assert words and has_focus(browser) == words.chosen
        press(browser, Keys.TAB, 3)
        assert has_focus(browser) == words.back
        press(browser, Keys.ENTER)
        assert browser.execute_script(SEEN) == CARDS[-1:] and has_focus(browser) == words.back
        press(browser, Keys.SHIFT + Keys.TAB)
        press(browser, Keys.ENTER)
        assert browser.execute_script(CHOSEN)["no"] == len(CARDS) - 2
        press(browser, Keys.TAB, 2)
        press(browser, Keys.ENTER)
        assert browser.execute_script(SEEN) == CARDS[:1] and has_focus(browser) == words.places.yes


@browsed
def test_nothing_is_stored_or_sent() -> None:
    with shown("talk/") as browser:
        log("performance")
        put_all(browser)
        assert browser.execute_script(STORED) == ["", 0, 0, ""]
        assert [entry for entry in log("performance") if "requestWillBeSent" in str(entry)] == []


@browsed
def test_each_button_is_as_big_as_a_thumb_on_a_phone() -> None:
    with shown("talk/", NARROW) as browser:
        sizes = browser.execute_script(SIZES)
        put_all(browser)
        sizes += browser.execute_script(SIZES)
    assert len(sizes) == 3 + 3 and min(sizes) >= 44


@browsed
def test_what_was_chosen_is_printed_without_the_buttons() -> None:
    with shown("talk/", PAPER) as browser:
        browser.execute_script(
            "for (const _ of Array(19)) document.querySelector('.places [value=yes]').click()"
        )
        assert browser.execute_script(SEEN) == CARDS
        assert browser.execute_script(SIZES) == []


@browsed
def test_without_a_script_it_is_a_plain_list_of_all_cards() -> None:
    with shown("talk/", NO_SCRIPT) as browser:
        assert browser.execute_script(SEEN) == CARDS
        assert browser.execute_script(SIZES) == []


@pytest.mark.usefixtures("site")
def test_the_sheets_have_every_card_three_places_and_a_slip_for_the_person_they_met() -> None:
    main, words = site().page("talk/cards/").main, charter().talk
    assert words
    said = [part.text_content() for part in main.xpath(".//*[@class='says']")]
    assert said == [*CARDS, words.sheet.own]
    assert main.xpath("count(.//article[contains(@class, 'deal')])") == len(said) / 4
    places = [part.text_content() for part in main.xpath(".//*[contains(@class, 'mat')]//h2")]
    assert places == [name for _, name in words.places]
    assert words.sheet.give in main.text_content()
    assert charter().takes_comments or "@" not in main.text_content()


def test_a_card_with_too_many_words_is_told_at_its_line(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "talk.yml", "words: We will be kind.", f"words: {'kind ' * 13}")
    told = refused(load, data)
    assert "talk.yml, line 16, shorter.words: the card of kindness-1 would have 13 words" in told
    edit(data, "talk.yml", "shorter:\n", "")
    edit(data, "talk.yml", f"  - pledge: kindness-1\n    words: {'kind ' * 13}\n", "")
    edit(data, "easy-read.yml", "- We will be kind.", f"- We will be {'very ' * 12}kind.")
    assert "the card of kindness-1 would have 16 words" in refused(load, data)


def test_without_its_file_there_are_no_cards_on_screen_or_on_paper(tmp_path: Path) -> None:
    data = with_pages(tmp_path) / "data"
    pages = [tmp_path / "docs" / name for name in ("talk.md", "talk/cards.md")]
    assert all(page.exists() for page in pages)
    (data / "talk.yml").unlink()
    docs_stubs.write(load(data), tmp_path / "docs")
    assert not any(page.exists() for page in pages)
    assert not [address for address in titles(load(data)) if address.startswith("talk/")]
