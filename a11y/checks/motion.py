"""Nothing moves where the reader asked for less, and nothing blinks, plays or changes by itself for
anybody.
"""

import time

from selenium.webdriver import Chrome

from a11y.browser.emulation import emulate, prove
from a11y.browser.pictures import change, picture
from a11y.browser.states import WIDE, State
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.site import Page

# How long we watch a page with scripts whether anything changes by itself, in seconds. What blinks
# does so within that time.
WATCH = 0.6
# How long a movement that a reader has not asked for may last, in seconds (WCAG 2.2.2).
BRIEF = 5

# Every movement that is going on or would go on, by the styles of each part and of what stands
# before and behind it.
# `less` says whether the reader asked for less: then nothing moves at all, not even for a moment
# after a choice.
MOVING = """
const [less, brief] = arguments, found = [];
const named = part => `${part.localName}${part.id ? "#" + part.id : ""}.${part.getAttribute("class") ?? ""}`;
const longest = list => Math.max(...list.split(",").map(one => parseFloat(one) * (one.trim().endsWith("ms") ? .001 : 1)));
for (const part of document.querySelectorAll("*")) for (const pseudo of [null, "::before", "::after"]) {
  const style = getComputedStyle(part, pseudo), lasts = longest(style.animationDuration), times = style.animationIterationCount;
  const add = said => found.push([named(part) + (pseudo ?? ""), said]);
  if (style.animationName !== "none" && lasts > 0) {
    const often = times.includes("infinite") ? Infinity : Math.max(...times.split(",").map(Number));
    if (less) add(`is animated (${style.animationName}), though less motion is asked for`);
    else if (lasts * often > brief) add(`moves for more than ${brief} seconds`);
  }
  const slow = style.transitionProperty !== "none" && longest(style.transitionDuration) > 0;
  if (less && slow) add("changes slowly, though less motion is asked for");
  if (less && !pseudo && style.scrollBehavior === "smooth") add("scrolls smoothly, though less motion is asked for");
}
for (const moving of document.getAnimations()) {
  const part = moving.effect?.target, lasts = moving.effect?.getComputedTiming().endTime / 1000;
  if (part && (less || !(lasts <= brief))) found.push([named(part), `is moving now, for ${lasts} seconds`]);
}
const alive = "marquee, blink, [autoplay], animate, animateTransform, animateMotion, set, meta[http-equiv=refresh i]";
for (const part of document.querySelectorAll(alive))
  found.push([named(part), "moves, plays or goes elsewhere by itself"]);
return found;
"""
# Whether any part of the page is changed, by anything but a reader, from the first call to the
# second.
# Each change is noted as it happens: what blinks may look the same at both ends.
CHANGED = """
const begins = arguments[0];
if (begins) {
  const watcher = new MutationObserver(changes => { window.watched.times += changes.length; });
  window.watched = {times: 0, from: scrollY, watcher};
  watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  return false;
}
const {times, from, watcher} = window.watched, late = watcher.takeRecords().length;
watcher.disconnect();
return times + late > 0 || scrollY !== from;
"""
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
        {"name": "prefers-color-scheme", "value": "light"},
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


CHECKS = [PageCheck("motion", ("2.2.2", "2.3.1", "2.3.3"), (WIDE,), look)]
