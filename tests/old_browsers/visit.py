"""A site opened in any browser, and what a person can see, press and read there."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.old_browsers.remote import Browser

PATIENCE = 8.0  # seconds

# Scrolls one of those that can be seen into the window.
SCROLL = """
const [selector, at, block] = arguments
window.aimed = [...document.querySelectorAll(selector)]
  .filter(each => each.getClientRects().length).at(at)
window.aimed?.scrollIntoView({ block, behavior: "instant" })
return !!window.aimed
"""
# Where its middle is, and whether a press there would hit it.
MEASURE = """
const box = aimed.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2
const hit = document.elementFromPoint(x, y)
const free = !!hit && aimed.contains(hit)
const words = aimed.innerText.trim() || aimed.outerHTML
return { x, y, free, words, leads: aimed.href }
"""
COUNT = """return [...document.querySelectorAll(arguments[0])]
.filter(each => each.getClientRects().length).length"""
PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")


class Visit:
    """A site opened in a browser, in a window of one size."""

    def __init__(self, browser: Browser, address: str, width: int, height: int) -> None:
        self.browser = browser
        self.address = address
        self.size = (width, height)

    def open(self, path: str) -> None:
        self.browser.open(self.address + path, *self.size)
        self.ask("window.first = true")

    def ask(self, body: str, *arguments: Any) -> Any:
        return self.browser.execute_script(body, *arguments)

    def count(self, selector: str) -> int:
        """How many of these can be seen."""
        found: int = self.ask(COUNT, selector)
        return found

    def place(self, selector: str, at: int = 0, block: str = "center") -> dict[str, Any]:
        """Where the one that can be seen stands, once it is scrolled into view and at rest."""
        assert self.ask(SCROLL, selector, at, block), f"there is no {selector}"
        before: dict[str, Any] = {}
        while (found := self.ask(MEASURE)) != before:
            before = found
            time.sleep(0.04)
        return before

    def press(self, selector: str, at: int = 0, block: str = "center") -> dict[str, Any]:
        """Press what a person can see, and return what was known of it."""
        place = self.place(selector, at, block)
        assert place["free"], f"something covers “{place['words']}”, or it is out of the window"
        self.browser.press(place["x"], place["y"])
        return place

    def follow(self, selector: str, at: int = 0, block: str = "center") -> None:
        """Press a link, and arrive where it leads."""
        leads = self.press(selector, at, block)["leads"]
        self.wait(leads, lambda: self.ask("return location.href") == leads)

    def choose(self, name: str, value: str) -> None:
        """Press one of several choices."""
        self.press(f'input[name="{name}"][value="{value}"]')

    def wait(self, what: str, said: Callable[[], Any]) -> Any:
        """Ask until the answer is not empty, and return it."""
        until = time.monotonic() + PATIENCE
        while not (found := said()):
            assert time.monotonic() < until, f"waited in vain for {what}"
            time.sleep(0.05)
        return found

    def text(self, selector: str) -> str:
        """The words that can be seen in what a selector finds first."""
        return str(
            self.ask("return document.querySelector(arguments[0])?.innerText ?? ''", selector)
        )


def features(visit: Visit) -> set[str]:
    """Those features of which old browsers lack some, and that a page has in this one."""
    visit.open("probe/")
    return set(visit.wait("the features", lambda: visit.ask(PROBE)))
