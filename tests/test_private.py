"""Nothing about a reader leaves the site or is kept: no other host, no cookie, no storage."""

import json
from urllib.parse import urlsplit

import pytest

from a11y.browser.driver import log, shown
from a11y.site import Page, site
from tests.fixtures import every_page

pytestmark = pytest.mark.usefixtures("site", "browser")


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
        assert browser.execute_script("return localStorage.length + sessionStorage.length") == 0
        assert [entry for entry in log("browser") if entry["level"] == "SEVERE"] == []
