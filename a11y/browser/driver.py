"""One browser for each test process, put into a state and shown a page."""

import base64
import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from a11y.browser import install
from a11y.browser.emulation import begin, emulate, end, prove
from a11y.browser.states import WIDE, State
from a11y.settings import ANY_SITE, Settings
from a11y.site import Page, Site, site


@functools.cache
def chrome() -> webdriver.Chrome:
    """The browser of this process."""
    options = Options()
    options.binary_location = install.browser() or ""
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
    ):
        options.add_argument(flag)
    for flag in (
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        # Which voices there are differs from one computer to the next.
        "--disable-speech-api",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(executable_path=install.driver()))
    started.set_script_timeout(60)
    # Pages come as they were built, whatever the browser kept of them before.
    # (tests/test_offline.py is about what it keeps.)
    started.execute_cdp_cmd("Network.setBypassServiceWorker", {"bypass": True})
    # The Tab key may lead out of the page, into a window that isn't there. The page is to show its
    # focus all the same.
    started.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
    return started


def new_chrome() -> webdriver.Chrome:
    """The browser of this process, begun anew: nothing is left in it of what others did with it."""
    end_chrome()
    return chrome()


def end_chrome() -> None:
    """End the browser of this process, if it has begun one."""
    if chrome.cache_info().currsize:
        chrome().quit()
        chrome.cache_clear()
    _tab.state = None


def log(kind: str) -> list[dict[str, Any]]:
    """What the browser noted since it was last asked: "performance" holds every request, "browser"
    every error.
    """
    entries: list[dict[str, Any]] = chrome().get_log(kind)  # type: ignore[no-untyped-call]
    return entries


@dataclass
class _Tab:
    """What is open and still as it was loaded: the address, and the state that is on."""

    address: str = ""
    state: State | None = None


_tab = _Tab()


@contextmanager
def shown(
    page: Page | str, state: State = WIDE, *, where: Site | None = None, keep: bool = False
) -> Iterator[webdriver.Chrome]:
    """The browser with a page open, in a state that is proven to be on.

    `where` is the site that the page belongs to: this checkout's, where nothing is said. A whole
    address needs none.
    `keep` is the promise to leave the page as it is. Then whoever asks for it next, and promises
    the same, need not wait for it to load.
    """
    browser = chrome()
    path = page if isinstance(page, str) else page.path
    address, settings = _where(path, where)
    was, _tab.state = _tab.state, None
    same = was is not None and (
        was.script is state.script or (isinstance(page, Page) and not page.has_scripts)
    )
    here = keep and same and _tab.address == address
    emulate(browser, state, was if here else None)
    if not here:
        browser.get(address)
    try:
        begin(browser, state, settings)
        yield browser
        if keep:  # some of what a check may ask, such as a picture beyond the window, ends a state
            prove(browser, state, settings)
    finally:
        end(browser, state, settings)
    if keep:
        _tab.address, _tab.state = address, state


def on_a_wide_screen() -> webdriver.Chrome:
    """The browser, for whoever opens pages by themselves: on a wide screen, with scripts, whatever
    state it was in before."""
    _tab.state = None
    emulate(chrome(), WIDE)
    return chrome()


def _where(path: str, where: Site | None) -> tuple[str, Settings]:
    if "://" in path:
        return path, where.settings if where else ANY_SITE
    under_test = where or site()
    return under_test.address + path, under_test.settings


def printed(browser: webdriver.Chrome) -> bytes:
    """The open page as a PDF, just as the browser would print it: the page's own paper size, no
    backgrounds.
    """
    made = browser.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "paperWidth": 8.27, "paperHeight": 11.69}
    )
    return base64.b64decode(made["data"])
