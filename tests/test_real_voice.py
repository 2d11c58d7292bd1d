"""Listen with real voices: what they are given to say are the words of the page, and it can be
heard, until it stops.
"""

import time
from collections.abc import Callable, Iterator

import pytest
from selenium.webdriver.support.ui import Select
from selenium.webdriver.support.wait import WebDriverWait

from a11y.site import site
from tests.browser.real_voice import NoVoice, Speaking, check, speaking
from tests.browser.voices import AT_REST, PAUSED, WORDS, buttons, letters, words_of
from tests.project import charter

pytestmark = [pytest.mark.weekly, pytest.mark.browser, pytest.mark.usefixtures("site")]

PLEDGE = f"charter/{charter().pledges_in_order[0].id}/"
LONGEST = 240  # seconds that a page may take
QUIET = 1.5  # seconds after which nothing that was begun is still to be heard


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Speaking]:
    try:
        check()
    except NoVoice as missing:
        pytest.skip(str(missing))
    with speaking(tmp_path_factory.mktemp("voice")) as started:
        yield started


def opened(voice: Speaking) -> None:
    """A page, once it knows its voices."""
    voice.browser.get(site().address + PLEDGE)
    until(voice, lambda: buttons(voice.browser) == AT_REST)


def press(voice: Speaking, words: str) -> None:
    """A press of the mouse: a browser lets no page speak that nobody has pressed."""
    for button in voice.browser.find_elements("css selector", ".listen button"):
        if button.text == words:
            return button.click()
    raise AssertionError(f"there is no button {words}")


def until(voice: Speaking, ready: Callable[[], bool], seconds: float = 60) -> None:
    WebDriverWait(voice.browser, seconds, 0.1).until(lambda _: ready())


def test_a_real_voice_is_given_the_words_of_the_page_and_says_them(voice: Speaking) -> None:
    opened(voice)
    before = len(voice.given)
    press(voice, WORDS.start)
    speed = voice.browser.find_element("css selector", ".listen select")
    Select(speed).select_by_visible_text("1.5")
    began = len(voice.heard())
    until(voice, lambda: buttons(voice.browser) == AT_REST, LONGEST)
    given = voice.given[before:]
    assert letters("".join(given)) == letters(words_of(site().page(PLEDGE)))
    # At its fastest it says 40 letters in a second: it can't have left much out.
    assert sum(voice.heard()[began:]) / 10 > len("".join(given)) / 40


def test_a_real_voice_pauses_goes_on_goes_back_and_stops(voice: Speaking) -> None:
    opened(voice)
    before = len(voice.given)
    press(voice, WORDS.start)
    until(voice, lambda: len(voice.given) >= before + 3)
    press(voice, WORDS.pause)
    assert buttons(voice.browser) == PAUSED
    *_, earlier, last = given = voice.given[before:]
    time.sleep(QUIET)
    silent = len(voice.heard())
    time.sleep(QUIET)
    assert voice.given[before:] == given and not any(voice.heard()[silent:])
    press(voice, WORDS.go_on)
    until(voice, lambda: len(voice.given) > before + len(given))
    press(voice, WORDS.back)
    until(voice, lambda: len(voice.given) > before + len(given) + 2)
    assert voice.given[before + len(given) :][:3] == [last, earlier, last]
    press(voice, WORDS.stop)
    assert buttons(voice.browser) == AT_REST
    time.sleep(QUIET)
    given, silent = voice.given, len(voice.heard())
    time.sleep(QUIET)
    assert voice.given == given and not any(voice.heard()[silent:])
