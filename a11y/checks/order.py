"""What is read first stands first: the order of the page's file is the order on the screen, from
left to right and downwards.
"""

from selenium.webdriver import Chrome

from a11y.browser.states import NARROW, NO_SCRIPT, PAPER, WIDE, State
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

ORDER = script("order-order")


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Every part of the page against the one before it."""
    pairs, found = browser.execute_script(ORDER)
    if not pairs:
        found.append(("body", "there is nothing to compare"))
    return [Finding(page.name, state.name, "reading order", target, said) for target, said in found]


CHECKS = [PageCheck("reading order", ("1.3.2", "2.4.3"), (WIDE, NARROW, NO_SCRIPT, PAPER), look)]
