"""Whether focus can be seen, proven by pixels: a picture of each kind of stop with the focus and
one without it, side by side.
"""

from selenium.webdriver import Chrome

from a11y.browser.pictures import change, picture
from a11y.browser.states import DARK, FORCED_COLOURS, MENU_OPEN, NARROW, WIDE, State
from a11y.browser.stops import STOPS, to_the_top
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.site import Page

CONTRAST = 3
# The change must be as large as a line of this many CSS pixels around the stop (WCAG 2.4.13).
LINE = 2
# How far around a stop its ring may reach, in CSS pixels.
AROUND = 12

# What decides how a stop looks with the focus: its own style then, the colours behind it, what cuts
# it off, and what lies next to it.
# Stops of which all that is the same are of one kind, and one of them is looked at.
KINDS = (
    STOPS
    + """
const look = (part, names) => names.map(name => getComputedStyle(part)[name]).join(";");
const line = ["outline", "outlineOffset", "boxShadow", "border", "textDecoration", "stroke", "strokeWidth"];
const ring = [...line, "color", "backgroundColor", "fill", "opacity"];
const ground = ["backgroundColor", "backgroundImage", "borderImageSource", "opacity", "filter"];
const plain = "rgba(0, 0, 0, 0);none;none;1;none";  // changes nothing of what is behind it
const kind = stop => {
  stop.focus({preventScroll: true, focusVisible: true});
  const box = stop.getBoundingClientRect(), parts = [ring.map(name => getComputedStyle(stop)[name])];
  for (const part of stop.ownerSVGElement ? stop.children : []) parts.push(look(part, ring));
  for (let behind = stop.parentElement; behind; behind = behind.parentElement) {
    const own = look(behind, ground);
    if (own !== plain) parts.push(own);
    const {overflowX, overflowY, clipPath} = getComputedStyle(behind), edge = behind.getBoundingClientRect();
    const room = [box.left - edge.left, edge.right - box.right, box.top - edge.top, edge.bottom - box.bottom];
    if (overflowX + overflowY !== "visiblevisible" || clipPath !== "none") parts.push(room.map(one => Math.min(one, 12) | 0));
  }
  parts.push(Math.min(box.left, innerWidth - box.right, 12) | 0);
  for (const [x, y] of [[0, .5], [1, .5], [.5, 0], [.5, 1], [0, 0], [1, 1], [0, 1], [1, 0]]) {
    const near = document.elementFromPoint(box.left + box.width * x + (x - .5) * 10, box.top + box.height * y + (y - .5) * 10);
    parts.push(near && !near.contains(stop) && !stop.contains(near) ? look(near, [...ring, ...ground, "zIndex"]) : "");
  }
  return JSON.stringify(parts);
};
// What lies under an open menu is looked at in other states.
const top = document.querySelector(":popover-open") ?? document;
window.ringed = stops().filter(stop => top.contains(stop));
const found = ringed.map(stop => [named(stop), kind(stop)]);
document.activeElement.blur();
return found;
"""
)
# Gives a stop the focus. Where it is in the window then, with some room around it, and how long the
# line around it would be.
# What hangs on a button follows it a frame later than it scrolls, so a frame goes by.
FOCUS = """
const [place, around, done] = arguments, stop = ringed[place];
const measure = () => {
  const box = stop.getBoundingClientRect();
  const left = Math.max(box.left - around, 0), top = Math.max(box.top - around, 0);
  const right = Math.min(box.right + around, innerWidth), bottom = Math.min(box.bottom + around, innerHeight);
  // Of a stop that is larger than the window, the part inside counts.
  const wide = Math.min(box.right, innerWidth) - Math.max(box.left, 0), high = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  const within = wide * ((box.top >= 0) + (box.bottom <= innerHeight)) + high * ((box.left >= 0) + (box.right <= innerWidth));
  const whole = box.width <= innerWidth && box.height <= innerHeight;
  const parts = [...stop.getClientRects()].reduce((sum, part) => sum + 2 * (part.width + part.height), 0);
  return [[left, top, right - left, bottom - top], Math.min(parts, whole ? 2 * (box.width + box.height) : within)];
};
stop.focus({focusVisible: true});
requestAnimationFrame(() => requestAnimationFrame(() => done(measure())));
"""
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
