"""Lines of text: no word is broken without a hyphen, lines are 1.5 times as high as their letters,
and headings and paragraphs have one left edge.
"""

import os

from selenium.webdriver import Chrome

from a11y.browser.states import MENU_OPEN, NARROW, SPACED, WIDE, State
from a11y.browser.stops import STOPS
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

# Narrow, usual and wide: what readers' devices have, or have the like of.
FONTS = ("Liberation Sans Narrow", "Roboto", "DejaVu Sans")
LEAST = 1.5  # WCAG 1.4.8

BROKEN = script("lines-broken")
LOW = STOPS + script("lines-low")
EDGE = STOPS + script("lines-edge")


def broken_words(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Every word in each of the fonts, but for the widest where letters are spaced out besides. A
    font that is not installed is a finding in CI, and is left out elsewhere.
    """
    found = []
    for font in FONTS[: -1 if state.spaced else None]:
        words = browser.execute_script(BROKEN, font, page.settings.unseen)
        if words is None and os.environ.get("CI"):
            words = [("body", "the font is not installed: python -m tools.system_packages")]
        found += [(target, f"{word} ({font})") for target, word in words or []]
    return [Finding(page.name, state.name, "broken word", target, word) for target, word in found]


def line_height(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Every paragraph of more than one line."""
    measured, *low = browser.execute_script(LOW, page.settings.unseen, LEAST)
    found = low if measured else [("body", "no paragraph was found")]
    return [Finding(page.name, state.name, "line height", target, said) for target, said in found]


def left_edge(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """The title, the headings and the paragraphs of a wide screen."""
    found = browser.execute_script(EDGE)
    return [Finding(page.name, state.name, "left edge", target, said) for target, said in found]


CHECKS = [
    PageCheck("broken words", (), (NARROW, SPACED, MENU_OPEN), broken_words),
    PageCheck("line height", ("1.4.8",), (WIDE, NARROW), line_height),
    PageCheck("one left edge", (), (WIDE,), left_edge),
]
