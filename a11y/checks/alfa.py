"""What Siteimprove Alfa finds by all its rules: a fourth judge. It takes some seconds a page, so it
looks once a week.
"""

import functools
import json
import subprocess
from typing import Any

from selenium.webdriver import Chrome

from a11y.browser.states import NARROW_DARK, WIDE, State
from a11y.checks import PageCheck
from a11y.engines import HOME, NODE
from a11y.exemptions import Finding
from a11y.site import Page

PACKAGE = "@siteimprove/alfa-rules"
# The engine's own function, which runs in the browser: it knows styles and sizes as they are there.
SERIALISE = "const done = arguments[0]; (%s)(document).then(page => done(JSON.stringify(page)))"


class _Judge:
    """A process that judges one page after the other: it is slow to start."""

    def __init__(self) -> None:
        command = [NODE, "alfa.mjs"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=HOME, stdin=pipe, stdout=pipe, text=True)
        greeting = json.loads(self._read())
        self.serialise: str = greeting["serialise"]
        self.rules: int = greeting["rules"]

    def _read(self) -> str:
        assert self._process.stdout
        line: str = self._process.stdout.readline()
        assert line, "Alfa has broken down"
        return line

    def ask(self, page: str, device: dict[str, Any]) -> list[dict[str, str]]:
        """The failures of a page that the browser made into JSON."""
        assert self._process.stdin
        self._process.stdin.write(f'{{"page":{page},"device":{json.dumps(device)}}}\n')
        self._process.stdin.flush()
        found: list[dict[str, str]] = json.loads(self._read())
        return found


judge = functools.cache(_Judge)


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Every failure on the open page."""
    made = browser.execute_async_script(SERIALISE % judge().serialise)
    return [
        Finding(page.name, state.name, f"alfa {one['rule']}", one["target"], one["said"])
        for one in judge().ask(made, _device(state))
    ]


def _device(state: State) -> dict[str, Any]:
    """A state in the engine's words."""
    way = "landscape" if state.width > state.height else "portrait"
    return {
        "type": "screen",
        "viewport": {"width": state.width, "height": state.height, "orientation": way},
        "display": {"resolution": state.zoom, "scan": "progressive"},
        "scripting": {"enabled": state.script},
        "preferences": [
            {"name": "prefers-color-scheme", "value": "dark" if state.dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ],
    }


CHECKS = [PageCheck("alfa", ("1.4.3", "1.4.8"), (WIDE, NARROW_DARK), look, weekly=True)]
