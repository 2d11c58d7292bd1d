"""One browser for each test process, put into a state and shown a page."""

import base64
import functools
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from tests.browser import install
from tests.browser.states import WIDE, State
from tests.site import Page, site

ENGINE = Path(__file__).parent.parent / "engines" / "node_modules" / "axe-core" / "axe.min.js"
# The first engine that knows WCAG 2.2 as we need it; the one that axe-selenium-python brings is from 2018.
OLDEST_ENGINE = (4, 14)


@functools.cache
def chrome() -> webdriver.Chrome:
    """The browser of this process."""
    options = Options()
    options.binary_location = install.browser() or ""
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(flag)
    for flag in ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(executable_path=install.driver()))
    started.set_script_timeout(60)
    return started


def log(kind: str) -> list[dict[str, Any]]:
    """What the browser noted since it was last asked: "performance" holds every request, "browser" every error."""
    entries: list[dict[str, Any]] = chrome().get_log(kind)  # type: ignore[no-untyped-call]
    return entries


@contextmanager
def shown(page: Page | str, state: State = WIDE) -> Iterator[webdriver.Chrome]:
    """The browser with a page open, in a state that is proven to be on. (A page of another site is given by its whole address.)"""
    browser = chrome()
    path = page if isinstance(page, str) else page.path
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", _metrics(state))
    scheme = "dark" if state.dark else "light"
    features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print" if state.print else "", "features": features})
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not state.script})
    browser.get(path if path.startswith("http://") else site().address + path)
    _prove(browser, state)
    yield browser


def printed(browser: webdriver.Chrome) -> bytes:
    """The open page as a PDF, just as the browser would print it: the page's own paper size, no backgrounds."""
    made = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "paperWidth": 8.27, "paperHeight": 11.69})
    return base64.b64decode(made["data"])


def _metrics(state: State) -> dict[str, Any]:
    return {"width": state.width, "height": state.height, "deviceScaleFactor": 1, "mobile": False}


def _prove(browser: webdriver.Chrome, state: State) -> None:
    """Nothing is judged in a state that is not on. (What runs here is the test's own script, not the page's.)"""
    assert browser.execute_script("return innerWidth") == state.width
    assert browser.execute_script("return matchMedia('(prefers-color-scheme: dark)').matches") is state.dark
    assert browser.execute_script("return matchMedia('print').matches") is state.print
    # The page's own colours must follow: dark is dark, and light is light.
    background = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(part) for part in re.findall(r"\d+", background)[:3])
    assert (red + green + blue < 3 * 64) is (state.dark and not state.print), f"the page's background is {background}"


def judge(browser: webdriver.Chrome) -> dict[str, Any]:
    """Every rule of axe on the page as it stands: violations, and what axe could not decide."""
    axe = Axe(browser, script_url=str(ENGINE))
    axe.inject()
    rules = browser.execute_script("return axe.getRules().filter(rule => !rule.tags.includes('deprecated')).map(rule => rule.ruleId)")
    options = {"runOnly": {"type": "rule", "values": rules}, "resultTypes": ["violations", "incomplete"]}
    found: dict[str, Any] = axe.run(options=json.dumps(options))
    version = tuple(int(part) for part in found["testEngine"]["version"].split(".")[:2])
    assert version >= OLDEST_ENGINE, f"axe {found['testEngine']['version']} is too old to judge"
    return found
