"""Nothing moves where the reader asked for less, and nothing blinks, plays or changes by itself for
anybody.
"""

import time

from selenium.webdriver import Chrome

from a11y.browser.emulation import emulate, prove
from a11y.browser.pictures import change, picture
from a11y.browser.states import DARK, NARROW, WIDE, State
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

# How long we watch a page with scripts whether anything changes by itself, in seconds. What blinks
# does so within that time.
WATCH = 0.6
# How long a movement that a reader has not asked for may last, in seconds (WCAG 2.2.2).
BRIEF = 5

MOVING = script("motion-moving")
CHANGED = script("motion-changed")
LESS = "return matchMedia('(prefers-reduced-motion: reduce)').matches"

# Scripts of pages on which nothing changed by itself. Where others have the same, nobody waits
# again.
_still: set[bytes] = set()


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Once with less motion asked for, as in every state, and once with no such wish."""
    assert browser.execute_script(LESS), "the browser does not ask for less motion"
    found = browser.execute_script(MOVING, True, BRIEF)
    features = [
        {"name": "prefers-reduced-motion", "value": "no-preference"},
        {"name": "prefers-color-scheme", "value": "dark" if state.dark else "light"},
    ]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    assert not browser.execute_script(LESS)
    found += browser.execute_script(MOVING, False, BRIEF)
    if (scripts := page.scripts) and scripts not in _still:
        moved = _watch(browser, state)
        found += moved
        if not moved:
            _still.add(scripts)
    emulate(browser, state)
    prove(
        browser, state, page.settings, first=bool(found)
    )  # a page that changes by itself is not as it was
    return [Finding(page.name, state.name, "motion", target, said) for target, said in found]


def _watch(browser: Chrome, state: State) -> list[tuple[str, str]]:
    """What changes by itself, in the page or in its picture."""
    window = (0, 0, state.width, state.height)
    browser.execute_script(CHANGED, True)
    before = picture(browser, *window)
    time.sleep(WATCH)
    moved = change(before, picture(browser, *window), 1).any
    found = (
        [("body", "the page changes by itself")] if browser.execute_script(CHANGED, False) else []
    )
    return [*found, *([("body", f"{moved} pixels change by themselves")] if moved else [])]


CHECKS = [PageCheck("motion", ("2.2.2", "2.3.1", "2.3.3"), (WIDE, NARROW, DARK), look)]
