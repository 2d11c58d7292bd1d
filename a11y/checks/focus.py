"""With the Tab key through the page and back: every stop is reached in its order, seen whole,
changes nothing, and lets go again.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from selenium.webdriver import ActionChains, Chrome, Keys

from a11y.browser.states import MENU_OPEN, WIDE, ZOOMED, State
from a11y.browser.stops import STOPS, to_the_top
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

# A ring that is thinner than this is no ring, in CSS pixels. Whether it also stands out, ring.py
# looks.
THICK = 3
# How many stops more than those that we know of the Tab key may meet: a browser makes one of a box
# that scrolls.
MORE = 5

LISTEN = STOPS + script("focus-listen")
HEARD = "return (window.walked ?? []).splice(0).filter(stop => stop)"
DEAF = "removeEventListener('keydown', window.walking, true); window.walkWatcher?.disconnect()"
# Before the first stop there is the browser's own window. One without a window goes on with the
# last stop at once.
OUT = (
    "return document.activeElement === document.body || (arguments[0] && document.activeElement ==="
    " window.walkedThrough?.at(-1))"
)


@dataclass(frozen=True)
class Walk:
    """A way through the page: its name, the places of the stops that it must lead to, those that it
    met, and whether it led out.
    """

    way: str
    places: list[int]
    met: list[dict[str, Any]]
    out: bool


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Press Tab until the page is left. In the smallest window, where most is in the way, then also
    Shift and Tab until it is left at its beginning.
    """
    to_the_top(browser)
    stops, skips = browser.execute_script(LISTEN)
    walks = [_walk(browser, "Tab", list(range(len(stops))))]
    if state is ZOOMED:
        walks.append(_walk(browser, "Shift and Tab", list(range(len(stops)))[::-1], Keys.SHIFT))
    browser.execute_script(DEAF)
    to_the_top(browser)
    found = [("reach", "body", "there is nothing that the Tab key reaches")] if not stops else []
    if not skips:
        found.append(
            ("skip", stops[0] if stops else "body", "the first stop does not lead to the main part")
        )
    found += [one for walk in walks for one in _wrong(stops, walk)]
    return [
        Finding(page.name, state.name, f"focus {rule}", target, said)
        for rule, target, said in found
    ]


def _walk(browser: Chrome, way: str, places: list[int], *held: str) -> Walk:
    """Press Tab once for each stop and once more. A few stops more are no trap."""
    keys = ActionChains(browser, duration=0)
    for key in held:
        keys.key_down(key)
    keys.send_keys(*[Keys.TAB] * (len(places) + 1)).perform()
    more = MORE
    while not (out := bool(browser.execute_script(OUT, bool(held)))) and more:
        ActionChains(browser).send_keys(Keys.TAB).perform()
        more -= 1
    for key in held:
        ActionChains(browser).key_up(key).perform()
    return Walk(way, places, browser.execute_script(HEARD), out)


def _wrong(stops: list[str], walk: Walk) -> list[tuple[str, str, str]]:
    """Rule, target and words of all that is wrong with a walk."""
    found = []
    if not walk.out:
        found.append(
            (
                "trap",
                walk.met[-1]["what"] if walk.met else "body",
                f"{walk.way} does not lead out of the page",
            )
        )
    reached = [stop["place"] for stop in walk.met if stop["place"] >= 0]
    found += [
        ("reach", stops[place], f"is not reached with {walk.way}")
        for place in walk.places
        if place not in reached
    ]
    turn = -1 if walk.places[:1] > walk.places[-1:] else 1
    found += [
        (
            "order",
            stops[after],
            f"comes after {stops[before]} with {walk.way}, and not in the order of the page",
        )
        for before, after in pairwise(reached)
        if turn * after <= turn * before
    ]
    for stop in walk.met:
        found += [
            ("hidden", stop["what"], f"{said}, when {walk.way} gives it the focus")
            for said in stop["unseen"]
        ]
        if stop["changes"]:
            found.append(
                ("change", stop["what"], f"the page changes when {walk.way} gives it the focus")
            )
        if stop["thick"] < THICK:
            found.append(
                (
                    "ring",
                    stop["what"],
                    f"its ring is {stop['thick']} pixels thick; {THICK} are needed",
                )
            )
    return found


CHECKS = [
    PageCheck(
        "focus",
        ("2.1.1", "2.1.2", "2.4.1", "2.4.3", "2.4.7", "2.4.11", "2.4.12", "3.2.1"),
        (WIDE, ZOOMED, MENU_OPEN),
        look,
    )
]
