"""Whether text can be read in the reader's own colours. axe can't tell: it reads the colours that
the page asked for.
"""

from selenium.webdriver import Chrome

from a11y.browser.states import FORCED_COLOURS, State
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

CONTRAST = 7

PALE = script("forced_colours-pale")


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Text with less than the contrast that we promise elsewhere."""
    looked_at, found = browser.execute_script(PALE, CONTRAST)
    if not looked_at:
        found.append(("body", "this page has no words"))
    return [
        Finding(page.name, state.name, "forced-colours", target, said) for target, said in found
    ]


CHECKS = [PageCheck("forced colours", ("1.4.3", "1.4.6"), (FORCED_COLOURS,), look)]
