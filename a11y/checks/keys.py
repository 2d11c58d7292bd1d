"""No single key does anything: whoever speaks to a computer, or hits a key by chance, must not set
something off.
"""

import string
from typing import Any

from selenium.webdriver import ActionChains, Chrome, Keys

from a11y.browser.states import WIDE, State
from a11y.browser.stops import STOPS, to_the_top
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

# Each key that prints something, alone and with Shift. The space bar scrolls, as it does
# everywhere.
PLAIN = string.ascii_lowercase + string.digits + string.punctuation
SHIFTED = string.ascii_uppercase + string.digits + string.punctuation

STATE = script("keys-state")
PLACES = STOPS + script("keys-places")
GO = (
    "const one = pressed[arguments[0]]; one === document.body ? document.activeElement.blur() :"
    " one.focus({preventScroll: true});"
)


# Scripts of pages on which no key did anything. Where others have the same, nobody presses again.
_silent: set[bytes] = set()


def single_keys(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Press every printable key where nobody types."""
    if page.scripts in _silent:
        return []
    found = _pressed(browser, page, state)
    if not found:
        _silent.add(page.scripts)
    return found


def _pressed(browser: Chrome, page: Page, state: State) -> list[Finding]:
    found = []
    for place, name in enumerate(browser.execute_script(PLACES)):
        browser.execute_script(GO, place)
        before = browser.execute_script(STATE)
        ActionChains(browser, duration=0).send_keys(PLAIN).key_down(Keys.SHIFT).send_keys(
            SHIFTED
        ).key_up(Keys.SHIFT).perform()
        after = browser.execute_script(STATE)
        if before != after:
            found.append(
                Finding(
                    page.name,
                    state.name,
                    "single keys",
                    name,
                    f"a key alone changed something: {_different(before, after)}",
                )
            )
            browser.refresh()
            break
    to_the_top(browser)
    return found


def _different(before: list[Any], after: list[Any]) -> str:
    return next(
        f"{str(one)[:100]} became {str(other)[:100]}"
        for one, other in zip(before, after, strict=True)
        if one != other
    )


CHECKS = [PageCheck("single keys", ("2.1.4",), (WIDE,), single_keys)]
