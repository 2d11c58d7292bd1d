"""What one must hit with a finger is big enough: 24 pixels for every target, or room around it, and
44 for what stands alone.
"""

from selenium.webdriver import Chrome

from a11y.browser.states import MENU_OPEN, NARROW, WIDE, ZOOMED, State
from a11y.browser.stops import STOPS
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

# In CSS pixels: what every target must have (WCAG 2.5.8), and what stands alone must have (2.5.5).
LEAST = 24
MAIN = 44

TARGETS = STOPS + script("targets-targets")


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Measure every target that shows."""
    measured, *small = browser.execute_script(TARGETS, LEAST, MAIN, page.settings.skip_link)
    found = small if measured else [("body", "no target was found")]
    return [Finding(page.name, state.name, "target size", name, said) for name, said in found]


CHECKS = [PageCheck("targets", ("2.5.5", "2.5.8"), (WIDE, NARROW, ZOOMED, MENU_OPEN), look)]
