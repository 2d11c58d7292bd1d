"""Puts the browser into a state, and proves that it is in it: nothing is judged in a state that is
not on.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium import webdriver

from a11y.browser.states import State
from a11y.js import script
from a11y.settings import Settings


class NotInState(Exception):
    """The page can't be judged: it is not in the state that it should be in."""


# The size of letters that browsers start with, in pixels.
USUAL = {"standard": 16, "fixed": 13}
PATIENCE = 3.0  # seconds that a browser may take to follow


def emulate(browser: webdriver.Chrome, state: State, was: State | None = None) -> None:
    """Screen, colours, paper and script as in a state. All but script take hold of the open page at
    once.

    `was` is the state that is known to be on: what is the same in both is left as it is, because
    each call takes time.
    """
    for command, parameters in _commands(state).items():
        if was is None or _commands(was)[command] != parameters:
            browser.execute_cdp_cmd(f"Emulation.{command}", parameters)


def _commands(state: State) -> dict[str, dict[str, Any]]:
    features = {
        "prefers-color-scheme": "dark" if state.dark else "light",
        "prefers-reduced-motion": "reduce",
        "forced-colors": "active" if state.forced_colours else "none",
    }
    named = [{"name": name, "value": value} for name, value in features.items()]
    return {
        "setDeviceMetricsOverride": {
            "width": state.width,
            "height": state.height,
            "deviceScaleFactor": state.zoom,
            "mobile": False,
        },
        "setEmulatedMedia": {"media": "print" if state.print else "", "features": named},
        "setScriptExecutionDisabled": {"value": not state.script},
    }


def begin(browser: webdriver.Chrome, state: State, settings: Settings) -> None:
    """What a reader does to the open page: bigger letters, wider spacing, the menu opened. Then all
    of the state is proven.
    """
    if state.text != 100:
        before = browser.execute_script(LETTERS)
        _letters(browser, state.text)
        if browser.execute_script(LETTERS) != before * state.text / 100:
            raise NotInState(f"the page's letters don't follow the reader's size: {before}")
    if state.spaced:
        browser.execute_script(SPACE)
    if state.menu == "open":
        browser.execute_script(OPEN, settings.menu_button)
    prove(browser, state, settings, first=True)


def end(browser: webdriver.Chrome, state: State, settings: Settings) -> None:
    """Takes back what `begin` did to the page."""
    if state.text != 100:
        _letters(browser, 100)
    if state.spaced:
        browser.execute_script("document.adoptedStyleSheets = []")
    if state.menu == "open":
        browser.execute_script(CLOSE, settings.menu_open)


@contextmanager
def scripts_run(browser: webdriver.Chrome, state: State) -> Iterator[None]:
    """For an engine that needs timers: scripts run again, but the page's own were left out for good
    when it was read.
    """
    if not state.script:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    yield
    if not state.script:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})


def _letters(browser: webdriver.Chrome, per_cent: int) -> None:
    sizes = {kind: size * per_cent // 100 for kind, size in USUAL.items()}
    browser.execute_cdp_cmd("Page.setFontSizes", {"fontSizes": sizes})


def prove(browser: webdriver.Chrome, state: State, settings: Settings, first: bool = False) -> None:
    """All of a state is on, and nobody has left traces on the page since the first time.

    A browser may follow a moment later, so it is asked again until it has, or until there is no
    more patience.
    """
    letters = USUAL["standard"] * state.text // 100
    wanted = {
        "width": state.width,
        "height": state.height,
        "zoom": state.zoom,
        "letters": letters,
        "dark": state.dark,
        "forced colours": state.forced_colours,
        "print": state.print,
        "too tight": [],
        # The page's own colours must follow: dark is dark, and light is light.
        "ground is dark": settings.dark_mode and state.dark and not state.print,
        "menu is open": state.menu == "open",
        "script": state.script,
        "as it was": True,
    }
    until = time.monotonic() + PATIENCE
    menu = (settings.menu_open, settings.menu_button, state.menu == "open")
    read = (READ, state.spaced, first, menu, settings.dark_mode, letters)
    while (found := browser.execute_script(*read)) != wanted:
        different = {
            name: (found[name], wanted[name]) for name in wanted if found[name] != wanted[name]
        }
        if time.monotonic() > until:
            raise NotInState(f"the state {state.name} is not on (found, wanted): {different}")
        time.sleep(0.02)


# With the menu, all else opens that is closed: nothing in it may go unseen.
OPEN = """
window.wasClosed = [...document.querySelectorAll("details:not([open])")];
wasClosed.forEach(one => { one.open = true; });
document.querySelector(arguments[0])?.click();
"""
CLOSE = """
document.querySelector(arguments[0])?.hidePopover();
window.wasClosed?.forEach(one => { one.open = false; });
"""
LETTERS = "return parseFloat(getComputedStyle(document.body).fontSize)"

SPACE = script("emulation-space")

READ = script("emulation-read")
