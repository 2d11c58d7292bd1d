"""The search box takes anything that is typed, sends none of it, keeps none of it, and is light."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import Keys

from a11y.browser.driver import log, shown
from a11y.site import site
from publish.files.search_index import FILE, LANGUAGES
from tests.browser.did_we import press
from tests.browser.search import PAGE, answered, go_to_box, known, look_for, many, said
from tests.project import charter
from tests.test_area_postcode_box import asked

pytestmark = pytest.mark.usefixtures("site")

HARD = [
    "<img src=x onerror=alert(1)>",
    "{{ x }} %00 \\ ' \" `",
    "(*[+?^$",
    "👋🏽 שלום ﷽",
    "co-production",
    "&lt;b&gt;",
    "a" * 3000,
    "\u0301" * 200_000,
    "e" + "\u0327\u0301" * 100_000 + " who",
    "who " * 500,
]


def paths(requests: list[dict[str, Any]]) -> list[str]:
    """What was asked for, below the site's root."""
    return [urlsplit(request["url"]).path.lstrip("/") for request in requests]


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("typed", HARD, ids=range(len(HARD)))
def test_hard_characters_and_very_long_input_do_no_harm(typed: str) -> None:
    log("browser")
    with shown(PAGE) as browser:
        go_to_box(browser)
        browser.execute_script(
            "document.activeElement.value = arguments[0]; document.activeElement.dispatchEvent(new"
            " Event('input'))",
            typed,
        )
        found = answered(browser)
        assert said(browser) == (many(len(found)) if found else charter().search.nothing.text)
        assert set(browser.execute_script(TAGS)) <= {"LI", "A", "P", "MARK"}
    assert [entry for entry in log("browser") if entry["level"] == "SEVERE"] == []


TAGS = "return [...document.querySelectorAll('.found *')].map(element => element.tagName)"


@pytest.mark.usefixtures("browser")
def test_markup_in_what_was_found_stays_text() -> None:
    hard = "<b>hello</b> <img src=x onerror='window.hurt = 1'> & {{ x }}"
    page = {
        "address": "",
        "above": [hard],
        "title": hard,
        "text": hard,
        "said": [hard],
        "places": [],
    }
    others = [{"address": "", "above": [], "title": "other", "places": []}] * 9
    with shown(PAGE) as browser:
        browser.execute_script(
            "window.fetch = async () => new Response(arguments[0])",
            json.dumps({"version": 1, "pages": [page, *others]}),
        )
        (found,) = look_for(browser, "hello")
        assert (found.title, found.where, found.excerpt) == (hard, hard, hard)
        assert set(browser.execute_script(TAGS)) == {"LI", "A", "P", "MARK"}
        assert browser.execute_script("return window.hurt") is None


@pytest.mark.usefixtures("browser")
def test_each_list_is_asked_for_once_when_it_is_needed_and_nothing_typed_leaves() -> None:
    with shown(PAGE) as browser:
        log("performance")
        browser.get(site().address + PAGE)
        browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        assert FILE.as_posix() not in paths(asked(log("performance")))
        look_for(browser, known())
        requests = asked(log("performance"))
        assert paths(requests) == [FILE.as_posix()]
        look_for(browser, "zzqx wvvk")
        look_for(browser, "zzqx wvvk qxz")
        press(browser, Keys.ENTER)
        requests += asked(log("performance"))
        assert paths(requests) == [FILE.as_posix(), LANGUAGES.as_posix()]
        assert [
            request
            for request in requests
            if request.get("hasPostData") or urlsplit(request["url"]).query
        ] == []
        assert urlsplit(requests[0]["url"]).netloc == urlsplit(site().address).netloc
        assert browser.current_url == site().address + PAGE
        assert browser.execute_script(
            "return [localStorage.length, sessionStorage.length, history.state]"
        ) == [0, 0, None]
        assert browser.get_cookies() == []
        field = browser.execute_script(
            "const box = document.activeElement; return [box.name, box.autocomplete,"
            " box.spellcheck]"
        )
        assert field == ["", "off", False]  # what a browser may keep or send of a field by itself


@pytest.mark.usefixtures("browser")
def test_a_list_that_does_not_load_is_told_and_can_be_asked_for_again() -> None:
    with shown(PAGE) as browser:
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": [f"*{FILE.name}"]})
        assert look_for(browser, known()) == []
        assert said(browser) == charter().search.failed
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
        assert look_for(browser, known())
    log("browser")  # the failed request is meant: not an error of another test's page


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("instead", ["404.html", "assets/icon.svg", "formats/charter.txt"])
def test_another_file_is_not_taken_for_the_list(instead: str) -> None:
    with shown(PAGE) as browser:
        content = (site().folder / instead).read_text(encoding="utf-8")
        browser.execute_script("window.fetch = async () => new Response(arguments[0])", content)
        look_for(browser, known())
        assert said(browser) == charter().search.failed


def test_the_page_lets_a_strict_policy_do_its_work() -> None:
    page = site().page(PAGE).file.read_text(encoding="utf-8")
    script = (site().folder / "assets/scripts/search.js").read_text(encoding="utf-8")
    assert re.search(r"\son[a-z]+=|javascript:|style=\"|<script(?![^>]*\bsrc=)", page) is None
    assert (
        re.search(
            r"\beval\b|new Function|innerHTML|Storage|document\.cookie|location|sendBeacon|history",
            script,
        )
        is None
    )
