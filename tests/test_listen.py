"""Listen: a page is read aloud by a voice of the device, or the button is not there. It pauses,
goes back and stops; a voice that fails stops it.
"""

import time
from typing import Any

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.support.ui import Select

from a11y.browser.driver import log
from a11y.browser.states import NARROW
from tests.browser.did_we import press as press_key
from tests.browser.voices import (
    AT_REST,
    FAST,
    PAUSED,
    READING,
    WORDS,
    buttons,
    letters,
    listening,
    marked,
    press,
    said,
    texts,
    until,
    until_said,
    voice,
)

pytestmark = pytest.mark.usefixtures("site", "browser")

# Longer than anything takes that should not happen: five seconds of the voice's time.
A_WHILE = 0.5
FOCUS = "return document.activeElement.innerText"
MENU = "return document.querySelector('#menu').matches(':popover-open')"


@pytest.mark.parametrize(
    "voices",
    [
        pytest.param([], id="no voice"),
        pytest.param([voice("en-GB", local=False)], id="one that would be sent the words"),
        pytest.param([voice("fr-FR"), voice("eng")], id="none of the language"),
    ],
)
def test_without_a_voice_of_the_device_there_is_no_button(voices: list[dict[str, Any]]) -> None:
    with listening(voices=voices) as browser:
        time.sleep(A_WHILE)
        assert buttons(browser) == []


def test_nothing_is_said_before_the_button_is_pressed() -> None:
    with listening() as browser:
        until(browser, AT_REST)
        browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        press_key(browser, Keys.TAB)
        time.sleep(A_WHILE)
        assert said(browser) == []
        press(browser, WORDS.start)
        until_said(browser, 1)


@pytest.mark.parametrize("how", ["told", "untold"])
def test_the_button_comes_with_voices_that_come_late_and_goes_with_them(how: str) -> None:
    with listening(how={"late": how}) as browser:
        until(browser, AT_REST)
        press(browser, WORDS.start)
        until_said(browser, 2)
        browser.execute_script("bring([])")
        assert buttons(browser) == [] and marked(browser) == []
        before = said(browser)
        time.sleep(A_WHILE)
        assert said(browser) == before


@pytest.mark.parametrize(
    ("lang", "names", "chosen"),
    [
        ("en-GB", ["fr-FR", "en-US", "en-GB"], "en-GB"),
        ("en-GB", ["en-US", "en_GB"], "en_GB"),
        ("en-GB", ["en-AU", "en-US"], "en-AU"),
        ("pl", ["en-GB", "pl-PL"], "pl-PL"),
        ("pa", ["pa-Guru-IN"], "pa-Guru-IN"),
    ],
)
def test_the_voice_speaks_the_language_of_the_page(
    lang: str, names: list[str], chosen: str
) -> None:
    more = [voice(lang, local=False, name="remote")]
    words = "<p>Two words.</p>"
    with listening(
        voices=[*more, *map(voice, names)], how={"lang": lang, "main": words}
    ) as browser:
        press(browser, WORDS.start)
        assert said(browser)[0]["voice"] == said(browser)[0]["lang"] == chosen


def test_of_two_voices_that_fit_the_reader_s_own_reads() -> None:
    two = [voice("en-GB", name="one"), voice("en-GB", name="other", default=True)]
    with listening(voices=[voice("en-US", default=True), *two]) as browser:
        press(browser, WORDS.start)
        assert said(browser)[0]["voice"] == "other"


def test_it_reads_to_the_end_and_rests() -> None:
    with listening(how=FAST) as browser:
        assert buttons(browser) == AT_REST
        press(browser, WORDS.start)
        assert buttons(browser) == READING
        until(browser, AT_REST)
        heading, *others = texts(browser)
        assert heading == browser.execute_script("return document.querySelector('h1').innerText")
        assert others[-1] == "This website can't give legal advice or deal with complaints."
        assert marked(browser) == [] and browser.execute_script(FOCUS) == WORDS.start
        press(browser, WORDS.start)
        assert texts(browser)[1 + len(others)] == heading


@pytest.mark.parametrize("how", ["fails", "hangs", "short"])
def test_a_voice_that_fails_midway_stops_it_and_it_can_begin_anew(how: str) -> None:
    with listening(how={how: 3}) as browser:
        press(browser, WORDS.start)
        first = until_said(browser, 4)
        until(browser, AT_REST)
        time.sleep(A_WHILE)
        assert texts(browser) == first and marked(browser) == []
        press(browser, WORDS.start)
        assert until_said(browser, 7)[4:7] == first[:3]


def test_it_pauses_and_goes_on_with_the_same_sentence() -> None:
    with listening() as browser:
        press(browser, WORDS.start)
        until_said(browser, 3)
        press(browser, WORDS.pause)
        assert buttons(browser) == PAUSED
        *_, last = before = texts(browser)
        time.sleep(A_WHILE)
        assert texts(browser) == before and letters(marked(browser)[-1]) == letters(last)
        press(browser, WORDS.go_on)
        assert buttons(browser) == READING
        assert until_said(browser, len(before) + 2)[len(before)] == last


def test_it_goes_back_a_sentence_and_not_before_the_first() -> None:
    with listening() as browser:
        press(browser, WORDS.start)
        until_said(browser, 3)
        press(browser, WORDS.pause)
        *_, before, last = heard = texts(browser)
        press(browser, WORDS.back)
        assert buttons(browser) == READING
        assert until_said(browser, len(heard) + 2)[len(heard) :][:2] == [before, last]
    with listening(how={"hangs": 0}) as browser:
        press(browser, WORDS.start)
        press(browser, WORDS.back)
        first, again, second = until_said(browser, 3)[:3]
        assert first == again != second


@pytest.mark.parametrize("paused", [False, True])
@pytest.mark.parametrize("how", ["button", "Escape", "another page"])
def test_it_stops(how: str, paused: bool) -> None:
    with listening() as browser:
        press(browser, WORDS.start)
        until_said(browser, 2)
        if paused:
            press(browser, WORDS.pause)
        if how == "button":
            press(browser, WORDS.stop)
        elif how == "Escape":
            press_key(browser, Keys.ESCAPE)
        else:
            browser.execute_script("dispatchEvent(new PageTransitionEvent('pagehide'))")
        assert buttons(browser) == AT_REST and marked(browser) == []
        assert browser.execute_script(FOCUS) == WORDS.start
        before = texts(browser)
        assert not browser.execute_script("return speechSynthesis.speaking")
        time.sleep(A_WHILE)
        assert texts(browser) == before


def test_escape_closes_an_open_menu_first() -> None:
    with listening(state=NARROW) as browser:
        press(browser, WORDS.start)
        browser.execute_script("document.querySelector('.menu-button').focus()")
        press_key(browser, Keys.ENTER)
        assert browser.execute_script(MENU)
        press_key(browser, Keys.ESCAPE)
        assert not browser.execute_script(MENU) and buttons(browser) == READING
        press_key(browser, Keys.ESCAPE)
        assert buttons(browser) == AT_REST


def test_another_speed_counts_from_the_next_sentence() -> None:
    with listening() as browser:
        press(browser, WORDS.start)
        until_said(browser, 2)
        press(browser, WORDS.pause)
        speed = Select(browser.find_element("css selector", ".listen select"))
        assert [option.text for option in speed.options] == ["0.75", "1", "1.25", "1.5"]
        before = len(said(browser))
        speed.select_by_visible_text("1.5")
        press(browser, WORDS.go_on)
        until_said(browser, before + 2)
        press(browser, WORDS.pause)
        rates = [each["rate"] for each in said(browser)]
        assert set(rates[:before]) == {1} and set(rates[before:]) == {1.5}


def test_every_control_is_there_for_the_keyboard() -> None:
    with listening() as browser:
        browser.execute_script("document.querySelector('main').focus()")
        press_key(browser, Keys.TAB)
        assert browser.execute_script(FOCUS) == WORDS.start
        press_key(browser, Keys.SPACE)
        press_key(browser, Keys.SPACE)
        reached = [browser.execute_script(FOCUS)]
        for _ in range(3):
            press_key(browser, Keys.TAB)
            reached.append(browser.execute_script(FOCUS))
        assert reached[:3] == [WORDS.go_on, WORDS.back, WORDS.stop]
        assert browser.execute_script("return document.activeElement.labels[0].innerText")


def test_nothing_is_asked_for_or_stored_and_the_policy_lets_it_read() -> None:
    with listening(how=FAST) as browser:
        for kind in ("performance", "browser"):
            log(kind)
        press(browser, WORDS.start)
        until(browser, AT_REST)
        requests = [each for each in log("performance") if "requestWillBeSent" in each["message"]]
        assert (requests, log("browser")) == ([], [])
        assert browser.execute_script(
            "return [document.cookie, localStorage.length, sessionStorage.length]"
        ) == ["", 0, 0]
        assert len(said(browser)) > 20
