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
from a11y.site import Page

# How long a control may take to do something, in seconds.
PATIENCE = 1.0

# Notes all that a button may do (under a name that can be no id of the page). Nothing is printed,
# sent, saved or copied for it.
LISTEN = (
    STOPS
    + """
window.hasDone = [];
const note = event => { hasDone.push(event.type); if (event.type === "submit") event.preventDefault(); };
for (const kind of ["submit", "reset", "invalid", "hashchange", "toggle", "change"]) addEventListener(kind, note, true);
new MutationObserver(() => hasDone.push("page")).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
window.print = () => hasDone.push("print");
URL.createObjectURL = () => { hasDone.push("file"); return "#"; };
Object.defineProperty(navigator, "clipboard", {configurable: true, value: {writeText: async () => hasDone.push("copy")}});
"""
)
# Every control, and what kind it is. Of radio buttons with one name, one that is not chosen.
CONTROLS = (
    STOPS
    + """
const kinds = {"button[popovertarget]": "popover", summary: "details", "[type=checkbox]": "checkbox", "[type=radio]": "radio",
  select: "select", "button, [role=button], [type=submit], [type=button], [type=reset]": "button"};
const kind = one => Object.entries(kinds).find(([name]) => one.matches(name))?.[1];
window.controls = stops().filter(kind).map(one => kind(one) === "radio" ? group(one).find(other => !other.checked) ?? one : one);
window.chosen = [...document.querySelectorAll("input, select")].map(one => [one, one.checked, one.value]);
return controls.map(one => [named(one), kind(one)]);
"""
)
# Gives a control the focus, and tells whether it took it.
FOCUS = "const one = controls[arguments[0]]; one.focus(); return document.activeElement === one"
# Whether a control is on, open or chosen, by the browser's own word, and what it says of itself.
STATE = """
const one = controls[arguments[0]], kind = arguments[1];
return {
  popover: () => one.popoverTargetElement.matches(":popover-open"), details: () => one.parentElement.open,
  checkbox: () => one.checked, radio: () => one.checked, select: () => one.selectedIndex,
  button: () => [one.ariaExpanded, one.ariaPressed, one.ariaChecked],
}[kind]();
"""
# Things to press that the keyboard can't: they look or act like a control and are none, or their
# control can't have the focus.
DEAD = (
    STOPS
    + """
const live = "a[href], button, summary, label, input, select, textarea, option, [tabindex]:not([tabindex^='-'])";
const able = one => one && one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true});
const control = "a[href], button, summary, input, select, textarea, [role=button]";
const hand = one => getComputedStyle(one).cursor === "pointer";
const pressed = one => one.hasAttribute("onclick") || (hand(one) && !hand(one.parentElement));
const dead = one => (pressed(one) && !one.closest(live)) ||
  (one.matches("label") && one.control?.type !== "hidden" && !able(one.control)) ||
  (one.matches(control) && !one.matches(":disabled, [type=hidden]") && one.tabIndex < 0);
return [...document.querySelectorAll("body *")].filter(one => one.checkVisibility({visibilityProperty: true}) && dead(one)).map(named);
"""
)
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
    controls: list[tuple[str, str]] = browser.execute_script(CONTROLS)
    if state.script and any(kind == "button" for _, kind in controls):
        browser.execute_script(LISTEN)
    for place, (name, kind) in enumerate(controls):
        found += [(name, said) for said in _work(browser, place, kind)]
        browser.execute_script(BACK)
    if {kind for _, kind in controls} - {"popover", "details"}:
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
