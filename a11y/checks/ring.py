"""Whether focus can be seen, proven by pixels: a picture of each kind of stop with the focus and
one without it, side by side.
"""

from selenium.webdriver import Chrome

from a11y.browser.pictures import change, picture
from a11y.browser.states import DARK, FORCED_COLOURS, MENU_OPEN, NARROW, WIDE, State
from a11y.browser.stops import STOPS, to_the_top
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

CONTRAST = 3
# The change must be as large as a line of this many CSS pixels around the stop (WCAG 2.4.13).
LINE = 2
# How far around a stop its ring may reach, in CSS pixels.
AROUND = 12

KINDS = STOPS + script("ring-kinds")
FOCUS = script("ring-focus")
BLUR = "document.activeElement.blur()"

# What was said of each kind of stop in each state: a kind that looks the same everywhere is looked
# at once.
_said: dict[tuple[str, str], str] = {}


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Each kind of stop that was not met before in this state has its pictures taken."""
    found = []
    for place, (name, kind) in enumerate(browser.execute_script(KINDS)):
        if (state.name, kind) not in _said:
            _said[state.name, kind] = _look_at(browser, place)
        if said := _said[state.name, kind]:
            found.append(Finding(page.name, state.name, "focus ring", name, said))
    to_the_top(browser)
    return found


def _look_at(browser: Chrome, place: int) -> str:
    """What is wrong with the ring of a stop, or nothing."""
    clip, line = browser.execute_async_script(FOCUS, place, AROUND)
    if min(clip[2:]) < 1:
        return "it is not in the window when it has the focus"
    after = picture(browser, *clip)
    browser.execute_script(BLUR)
    found = change(picture(browser, *clip), after, CONTRAST)
    if found.strong >= LINE * line:
        return ""
    return (
        f"{found.strong} of {found.any} changed pixels stand out by {CONTRAST}:1 or more from what"
        f" was there; {LINE * line:.0f} are needed"
    )


CHECKS = [
    PageCheck(
        "ring", ("1.4.11", "2.4.7", "2.4.13"), (WIDE, NARROW, DARK, FORCED_COLOURS, MENU_OPEN), look
    )
]
