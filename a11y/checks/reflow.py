"""Narrow, zoomed, with bigger letters or wider spacing: nothing scrolls sideways, is cut off, lies
on something else, or is gone.
"""

from selenium.webdriver import Chrome

from a11y.browser.states import NARROW, PAPER, STATES, State
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

LOST = script("reflow-lost")
TWICE = script("reflow-twice")
BACK = "document.adoptedStyleSheets = []"


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Every line of text in the state as it is."""
    return _look(browser, page, state, "")


def twice(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """The same, with letters of twice their size: harder than WCAG asks, which has a wide screen in
    mind.
    """
    before = browser.execute_script("return parseFloat(getComputedStyle(document.body).fontSize)")
    after = browser.execute_script(TWICE)
    found = _look(browser, page, state, ", with letters of twice the size")
    browser.execute_script(BACK)
    if after != 2 * before:
        found.append(
            Finding(
                page.name,
                state.name,
                "reflow letters",
                "body",
                f"do not follow the reader's size: {before} became {after} pixels",
            )
        )
    return found


def _look(browser: Chrome, page: Page, state: State, how: str) -> list[Finding]:
    lines, found = browser.execute_script(LOST, page.settings.unseen)
    if not lines:
        found.append(("gone", "body", "not a line of text was found"))
    return [
        Finding(page.name, state.name, f"reflow {rule}", target, said + how)
        for rule, target, said in found
    ]


ON_SCREEN = tuple(state for state in STATES if state is not PAPER)
CHECKS = [
    PageCheck("reflow", ("1.4.4", "1.4.10", "1.4.12"), ON_SCREEN, look),
    PageCheck("reflow at twice the text", ("1.4.4", "1.4.10"), (NARROW,), twice),
]
