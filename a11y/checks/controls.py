"""Every control does by keyboard what its kind promises, with each key that its kind listens to,
and its state says so.
"""

import time
from typing import Any

from selenium.webdriver import ActionChains, Chrome, Keys

from a11y.browser.states import NARROW, NO_SCRIPT, State
from a11y.browser.stops import STOPS, to_the_top
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

# How long a control may take to do something, in seconds.
PATIENCE = 1.0

LISTEN = STOPS + script("controls-listen")
CONTROLS = STOPS + script("controls-controls")
# Gives a control the focus, and tells whether it took it.
FOCUS = "const one = controls[arguments[0]]; one.focus(); return document.activeElement === one"
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
STATE = script("controls-state")
DEAD = STOPS + script("controls-dead")
# What was chosen before. One choice may show or hide others.
BACK = (
    "for (const [one, checked, value] of chosen) { if ('checked' in one) one.checked = checked; if"
    " (!one.files) one.value = value; }"
)
# The keys that work a control of each kind, one after the other: what one does, the next undoes or
# does again.
WORKED_BY = {
    "popover": {"Enter": Keys.ENTER, "Space": Keys.SPACE},
    "details": {"Enter": Keys.ENTER, "Space": Keys.SPACE},
    "button": {"Enter": Keys.ENTER, "Space": Keys.SPACE},
    "checkbox": {"Space": Keys.SPACE},
    "radio": {"Space": Keys.SPACE},
    "select": {"an arrow": Keys.ARROW_DOWN},
}


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Work each control by each of its keys. Afterwards the page is loaded again, if anything may
    still be changed.
    """
    found = [(name, "can be pressed, but not by keyboard") for name in browser.execute_script(DEAD)]
    browser.execute_script(OPEN)
    controls: list[tuple[str, str]] = browser.execute_script(CONTROLS)
    if state.script and any(kind == "button" for _, kind in controls):
        browser.execute_script(LISTEN)
    for place, (name, kind) in enumerate(controls):
        found += [(name, said) for said in _work(browser, place, kind)]
        browser.execute_script(BACK)
    if {kind for _, kind in controls} - {"popover"}:
        browser.refresh()
    to_the_top(browser)
    return [Finding(page.name, state.name, "controls", name, said) for name, said in found]


def _work(browser: Chrome, place: int, kind: str) -> list[str]:
    """What is wrong with a control."""
    found = []
    for key, pressed in WORKED_BY[kind].items():
        if not browser.execute_script(FOCUS, place):
            return ["can't have the focus"]
        before = browser.execute_script(STATE, place, kind)
        browser.execute_script("window.hasDone?.splice(0)")
        ActionChains(browser, duration=0).send_keys(pressed).perform()
        if not (
            _did(browser)
            if kind == "button"
            else browser.execute_script(STATE, place, kind) != before
        ):
            found.append(f"does nothing when {key} is pressed")
        elif (
            kind == "button"
            and any(before)
            and browser.execute_script(STATE, place, kind) == before
        ):
            found.append(f"does something when {key} is pressed, but its state stays {before}")
    return found


def _did(browser: Chrome) -> list[Any]:
    """What a button has done, as soon as it has done something."""
    until = time.monotonic() + PATIENCE
    while (
        not (done := browser.execute_script("return window.hasDone")) and time.monotonic() < until
    ):
        time.sleep(0.02)
    return list(done or [])


CHECKS = [PageCheck("controls", ("2.1.1", "4.1.2"), (NARROW, NO_SCRIPT), look)]
