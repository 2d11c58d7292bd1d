"""Pages read aloud by voices that are made up, as a person has it done."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import chrome, log, shown
from a11y.browser.states import WIDE, State
from a11y.site import Page
from tests.project import charter

VOICES = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
WORDS = charter().listen
NOT_KEPT = "not-kept/"
BUTTONS = (
    "return [...document.querySelectorAll('.listen :is(button, label)')]"
    ".filter(part => part.checkVisibility()).map(part => part.firstChild.nodeType === 3 ?"
    " part.firstChild.data.trim() : part.innerText)"
)
PRESS = """
const button = [...document.querySelectorAll(".listen button")]
  .find(button => button.checkVisibility() && button.innerText === arguments[0])
button.focus()
button.click()
"""
UNREAD = (
    ".//nav | .//template | .//*[local-name()='svg'] | .//button | .//a[@data-copy]"
    " | .//*[@role='status' or contains(@class, 'sources') or @class='moved'"
    " or contains(@class, 'in-other-languages') or contains(@class, 'english')]"
)
# A voice that is at the end of a page within seconds.
FAST = {"fast": 200}
AT_REST = [WORDS.start]
READING = [WORDS.pause, WORDS.back, WORDS.stop, WORDS.speed]
PAUSED = [WORDS.go_on, *READING[1:]]


def letters(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def words_of(page: Page) -> str:
    """What a page says to everybody, as its file has it."""
    main = deepcopy(page.main)
    language = page.document.get("lang")
    foreign = f" | .//*[@lang != '{language}']" if language != "en-GB" else ""
    for part in main.xpath(UNREAD + foreign):
        part.drop_tree()
    return str(main.text_content())


def voice(lang: str, local: bool = True, default: bool = False, name: str = "") -> dict[str, Any]:
    """A voice as a page is told of it."""
    return {"name": name or lang, "lang": lang, "localService": local, "default": default}


OWN = [voice("en-GB")]


def made_up(voices: Sequence[dict[str, Any]] = OWN, **how: Any) -> str:
    """A script that puts made-up voices in the place of the device's own."""
    return f"{{ const how = {json.dumps({'voices': list(voices), **how})}\n{VOICES} }}"


@contextmanager
def listening(
    page: Page | str = NOT_KEPT,
    state: State = WIDE,
    voices: Sequence[dict[str, Any]] = OWN,
    how: dict[str, Any] | None = None,
) -> Iterator[Chrome]:
    """A page in a browser with such voices. `how` says what they do: voices.js."""
    source = {"source": made_up(voices, **(how or {}))}
    added = chrome().execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", source)
    log("browser")
    try:
        with shown(page, state) as browser:
            yield browser
            assert log("browser") == []
    finally:
        chrome().execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def press(browser: Chrome, words: str) -> None:
    """Press the button that says so."""
    browser.execute_script(PRESS, words)


def buttons(browser: Chrome) -> list[str]:
    """What can be seen of the controls."""
    found: list[str] = browser.execute_script(BUTTONS)
    return found


def said(browser: Chrome) -> list[dict[str, Any]]:
    """All that the voice was given to say so far."""
    found: list[dict[str, Any]] = browser.execute_script("return said")
    return found


def texts(browser: Chrome) -> list[str]:
    """The words of it."""
    return [" ".join(each["text"].split()) for each in said(browser)]


def until_said(browser: Chrome, count: int) -> list[str]:
    """Wait until so many sentences were given to the voice."""
    WebDriverWait(browser, 20, 0.01).until(lambda _: len(said(browser)) >= count)
    return texts(browser)


def until(browser: Chrome, wanted: list[str]) -> None:
    """Wait until just these controls can be seen."""
    WebDriverWait(browser, 20, 0.02).until(lambda _: buttons(browser) == wanted)


def marked(browser: Chrome) -> list[str]:
    """The words of what is marked, block and sentence."""
    found: list[str] = browser.execute_script(
        "return [...[...document.querySelectorAll('.heard')].map(part => part.textContent),"
        " ...[...CSS.highlights.get('heard') ?? []].map(String)]"
    )
    return found
