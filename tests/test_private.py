"""Nothing about a reader leaves the site or is kept: no other host, no cookie, no storage."""

import json
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import Chrome

from a11y.browser.driver import log, shown
from a11y.site import Page, site
from tests.fixtures import every_page

pytestmark = pytest.mark.usefixtures("site", "browser")


# All in which a page can keep something: names of what is there.
KEPT = """
const done = arguments[arguments.length - 1], all = [window.name, history.state];
Promise.all([
  Object.keys(localStorage), Object.keys(sessionStorage), indexedDB.databases(),
  window.caches?.keys() ?? [], navigator.serviceWorker?.getRegistrations() ?? [],
]).then(found => done([...all, ...found.flat().map(String)].filter(one => one)));
"""


def kept(browser: Chrome) -> list[str]:
    """What a page keeps on the device."""
    found: list[str] = browser.execute_async_script(KEPT)
    return found


@every_page
def test_a_page_asks_no_other_host_and_keeps_nothing(page: Page) -> None:
    log("performance")
    log("browser")  # what came before is not this page's
    with shown(page) as browser:
        browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        events = [json.loads(entry["message"])["message"] for entry in log("performance")]
        asked = [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]
        ours = urlsplit(site().address).netloc
        assert any(urlsplit(address).netloc == ours for address in asked)
        assert [
            address
            for address in asked
            if urlsplit(address).netloc != ours and not address.startswith("data:")
        ] == []
        assert browser.get_cookies() == []
        assert kept(browser) == []
        assert [entry for entry in log("browser") if entry["level"] == "SEVERE"] == []


@pytest.mark.parametrize(
    "keeps",
    [
        "localStorage.a = 1",
        "sessionStorage.a = 1",
        "indexedDB.open('a')",
        "caches.open('a')",
        "history.replaceState('a', '')",
        "window.name = 'a'",
    ],
)
def test_whatever_a_page_keeps_is_found(keeps: str) -> None:
    with shown("privacy/") as browser:
        try:
            browser.execute_async_script(f"await ({keeps}); setTimeout(arguments[0], 200)")
            assert kept(browser)
        finally:
            browser.execute_script(
                "localStorage.clear(); sessionStorage.clear(); indexedDB.deleteDatabase('a');"
                " caches.delete('a'); history.replaceState(null, ''); window.name = ''"
            )
