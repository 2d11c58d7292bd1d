"""The search box in the browser: by keyboard alone, told politely, light, and nothing typed leaves the device."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from publish.search import FILE
from tests.browser.did_we import press
from tests.browser.driver import judge, log, shown
from tests.browser.search import PAGE, answered, go_to_box, look_for, results, said
from tests.browser.states import DARK, NARROW, NARROW_DARK, NO_SCRIPT, WIDE, State
from tests.exemptions import unexplained
from tests.project import charter
from tests.site import site
from tests.test_accessible import findings_of
from tests.test_area_postcode_box import asked

NOWHERE = "zzqx wvvk"
# Bytes of all scripts of a page, and of its HTML with the styles that block its display, packed.
SCRIPTS, FIRST_FLIGHT = 6_000, 14_600
FOCUSED = "return document.activeElement.closest('.found') ? document.activeElement.href : document.activeElement.type"


def known() -> str:
    """What somebody says for a pledge."""
    return next(saying.say[0] for saying in charter().search.sayings if saying.pledge)


def many(number: int) -> str:
    words = charter().search
    return words.one if number == 1 else words.many.replace("{number}", str(number))


def test_from_any_page_to_a_pledge_with_the_keyboard_alone() -> None:
    pledge = next(saying.pledge for saying in charter().search.sayings if saying.pledge)
    with shown("privacy/") as browser:
        while browser.execute_script("return document.activeElement.innerText") != "Search":
            press(browser, Keys.TAB)
        press(browser, Keys.ENTER)
        assert browser.current_url == site().address + PAGE
        go_to_box(browser)
        press(browser, known())
        answered(browser)
        press(browser, Keys.TAB)
        assert browser.execute_script(FOCUSED) == "submit"
        press(browser, Keys.TAB)
        assert browser.execute_script(FOCUSED) == f"{site().address}charter/{pledge}/"
        press(browser, Keys.ENTER)
        assert browser.current_url == f"{site().address}charter/{pledge}/"


@pytest.mark.parametrize("keys", [(Keys.ENTER,), (Keys.TAB, Keys.SPACE)], ids=["Enter", "the button"])
def test_enter_and_the_button_go_to_the_first_result(keys: tuple[str, ...]) -> None:
    with shown(PAGE) as browser:
        go_to_box(browser)
        press(browser, known(), *keys)
        WebDriverWait(browser, 10).until(lambda _: browser.execute_script(FOCUSED) not in ("search", "submit"))
        assert browser.execute_script(FOCUSED) == site().address + results(browser)[0].address


def test_the_number_of_places_is_told_once_after_the_last_key() -> None:
    with shown(PAGE) as browser:
        go_to_box(browser)
        look_for(browser, known())
        browser.execute_script(
            "window.told = [];"
            "new MutationObserver(() => told.push(document.querySelector('main [role=status]').innerText))"
            ".observe(document.querySelector('main [role=status]'), {childList: true});"
        )
        press(browser, " time")
        WebDriverWait(browser, 10).until(lambda _: browser.execute_script("return told.length"))
        assert browser.execute_async_script("setTimeout(() => arguments[0](told), 900)") == [many(len(results(browser)))]


def test_escape_clears_the_box_and_what_was_found() -> None:
    with shown(PAGE) as browser:
        assert look_for(browser, known())
        press(browser, Keys.ESCAPE)
        WebDriverWait(browser, 10).until(lambda _: said(browser) == "")
        assert browser.execute_script("return document.activeElement.value") == ""
        assert results(browser) == []


def test_nothing_typed_or_only_blanks_says_nothing() -> None:
    with shown(PAGE) as browser:
        look_for(browser, known())
        for _ in known():
            press(browser, Keys.BACKSPACE)
        press(browser, "   ")
        WebDriverWait(browser, 10).until(lambda _: said(browser) == "")
        assert results(browser) == []
        assert not browser.execute_script("return document.querySelector('.nothing')")


def test_nothing_found_says_so_and_helps() -> None:
    nothing = charter().search.nothing
    with shown(PAGE) as browser:
        assert look_for(browser, NOWHERE) == []
        assert said(browser) == nothing.text
        told = browser.execute_script("return document.querySelector('.nothing').innerText")
        assert [text for text in [*nothing.advice, *(link.words for link in nothing.links)] if text not in told] == []
        links = browser.execute_script("return [...document.querySelectorAll('.nothing a')].map(link => link.href)")
        pages = {site().address + page.path for page in site().pages}
        assert [link for link in links if link not in pages] == []
        look_for(browser, known())
        assert not browser.execute_script("return document.querySelector('.nothing')")


def test_a_slip_and_an_unfinished_word_still_find() -> None:
    word = max((word for word in charter().pledges[0].short.lower().split() if word.isalpha()), key=len)
    with shown(PAGE) as browser:
        for typed in (word[:-2], word[1] + word[0] + word[2:], word[:2] + word[3:], word[:3] + "q" + word[3:]):
            assert f"charter/{charter().pledges[0].id}/" in [result.page for result in look_for(browser, typed)], typed


def test_a_value_finds_each_of_its_pledges() -> None:
    with shown(PAGE) as browser:
        for value in charter().values:
            found = [result.address for result in look_for(browser, value.name)]
            assert f"charter/#{value.id}" in found
            assert [pledge.id for pledge in charter().pledges_of(value) if f"charter/{pledge.id}/" not in found] == []


HARD = [
    "<img src=x onerror=alert(1)>",
    "{{ x }} %00 \\ ' \" `",
    "(*[+?^$",
    "👋🏽 שלום ﷽",
    "co-production",
    "&lt;b&gt;",
    "a" * 3000,
    "who " * 500,
]


@pytest.mark.parametrize("typed", HARD, ids=range(len(HARD)))
def test_hard_characters_and_very_long_input_do_no_harm(typed: str) -> None:
    log("browser")
    with shown(PAGE) as browser:
        go_to_box(browser)
        browser.execute_script(
            "document.activeElement.value = arguments[0]; document.activeElement.dispatchEvent(new Event('input'))", typed
        )
        found = answered(browser)
        assert said(browser) == (many(len(found)) if found else charter().search.nothing.text)
        assert set(browser.execute_script(TAGS)) <= {"LI", "A", "P", "MARK"}
    assert [entry for entry in log("browser") if entry["level"] == "SEVERE"] == []


TAGS = "return [...document.querySelectorAll('.found *')].map(element => element.tagName)"


def test_markup_in_what_was_found_stays_text() -> None:
    hard = "<b>hello</b> <img src=x onerror='window.hurt = 1'> & {{ x }}"
    page = {"address": "", "above": [hard], "title": hard, "text": hard, "said": [hard], "places": []}
    others = [{"address": "", "above": [], "title": "other", "places": []}] * 9
    with shown(PAGE) as browser:
        browser.execute_script(
            "window.fetch = async () => new Response(arguments[0])", json.dumps({"version": 1, "pages": [page, *others]})
        )
        (found,) = look_for(browser, "hello")
        assert (found.title, found.where, found.excerpt) == (hard, hard, hard)
        assert set(browser.execute_script(TAGS)) == {"LI", "A", "P", "MARK"}
        assert browser.execute_script("return window.hurt") is None


def test_the_list_is_asked_for_once_when_the_box_is_used_and_nothing_typed_leaves() -> None:
    with shown(PAGE) as browser:
        log("performance")
        browser.get(site().address + PAGE)
        browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        assert FILE.as_posix() not in [urlsplit(request["url"]).path.lstrip("/") for request in asked(log("performance"))]
        look_for(browser, known())
        look_for(browser, NOWHERE)
        press(browser, Keys.ENTER)
        requests = asked(log("performance"))
        assert [urlsplit(request["url"]).path.lstrip("/") for request in requests] == [FILE.as_posix()]
        assert [request for request in requests if request.get("hasPostData") or urlsplit(request["url"]).query] == []
        assert urlsplit(requests[0]["url"]).netloc == urlsplit(site().address).netloc
        assert browser.current_url == site().address + PAGE
        assert browser.execute_script("return [localStorage.length, sessionStorage.length, history.state]") == [0, 0, None]
        assert browser.get_cookies() == []
        field = browser.execute_script("const box = document.activeElement; return [box.name, box.autocomplete, box.spellcheck]")
        assert field == ["", "off", False]  # what a browser may keep or send of a field by itself


def test_a_list_that_does_not_load_is_told_and_can_be_asked_for_again() -> None:
    with shown(PAGE) as browser:
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": [f"*{FILE.name}"]})
        assert look_for(browser, known()) == []
        assert said(browser) == charter().search.failed
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
        assert look_for(browser, known())
    log("browser")  # the failed request is meant: not an error of another test's page


@pytest.mark.parametrize("instead", ["404.html", "assets/icon.svg", "formats/charter.txt"])
def test_another_file_is_not_taken_for_the_list(instead: str) -> None:
    with shown(PAGE) as browser:
        content = (site().folder / instead).read_text(encoding="utf-8")
        browser.execute_script("window.fetch = async () => new Response(arguments[0])", content)
        look_for(browser, known())
        assert said(browser) == charter().search.failed


def test_a_result_leads_to_the_very_place() -> None:
    entry = charter().glossary[0]
    with shown(PAGE) as browser:
        result = look_for(browser, entry.short)[0]
        assert result.address == f"glossary/#{entry.id}"
        press(browser, Keys.ENTER)
        WebDriverWait(browser, 10).until(lambda _: browser.execute_script(FOCUSED) == f"{site().address}{result.address}")
        press(browser, Keys.ENTER)
        assert browser.execute_script("return document.querySelector(':target').id") == entry.id


def test_without_script_words_and_the_a_to_z_stand_in_its_place() -> None:
    with shown(PAGE, NO_SCRIPT) as browser:
        seen = browser.execute_script("return document.querySelector('[data-search]').innerText")
        assert " ".join(seen.split()) == charter().search.without_script
        assert browser.execute_script("return document.querySelectorAll('main form, main input').length") == 0
        assert browser.execute_script("return document.querySelectorAll('.a-to-z li a').length") > len(charter().pledges)


HEADER = """
const names = ["Search", "Menu"], found = [...document.querySelectorAll("header a, header button")];
return found.filter(part => names.includes(part.innerText) && part.checkVisibility()).map(part => {
  const box = part.getBoundingClientRect();
  return {name: part.innerText, height: box.height, right: box.right, cut: part.scrollWidth > part.clientWidth + 1, top: box.top};
});
"""


@pytest.mark.parametrize("state", [NARROW, WIDE], ids=lambda state: state.name)
def test_the_header_of_each_page_has_a_way_to_the_search_that_does_not_crowd_it(state: State) -> None:
    for page in site().pages:
        (link,) = page.document.xpath("//header//a[normalize-space() = 'Search']/@href")
        assert urljoin(site().address + page.path, link).endswith(f"/{PAGE}")
    with shown("", state) as browser:
        found = browser.execute_script(HEADER)
        assert [part["name"] for part in found] == (["Search", "Menu"] if state is NARROW else ["Search"])
        assert all(part["height"] >= 44 and part["right"] <= state.width and not part["cut"] for part in found)
        assert len({part["top"] for part in found}) == 1
        name = browser.execute_script("const name = document.querySelector('.name'); return name.getBoundingClientRect().height")
        assert name <= 70  # two lines at most: nothing squeezes it


def test_the_page_is_light() -> None:
    page = site().page(PAGE)
    scripts = [_file(address) for address in page.document.xpath("//script/@src")]
    assert scripts
    assert sum(_packed(file) for file in scripts) <= SCRIPTS
    styles = [_file(address) for address in page.document.xpath("//link[@rel='stylesheet'][not(@media)]/@href")]
    assert _packed(page.file) + sum(_packed(file) for file in styles) <= FIRST_FLIGHT


def _file(address: str) -> Path:
    return site().folder / urlsplit(urljoin(site().address + PAGE, address)).path.lstrip("/")


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def test_the_page_lets_a_strict_policy_do_its_work() -> None:
    page = site().page(PAGE).file.read_text(encoding="utf-8")
    script = (site().folder / "assets/scripts/search.js").read_text(encoding="utf-8")
    assert re.search(r"\son[a-z]+=|javascript:|style=\"|<script(?![^>]*\bsrc=)", page) is None
    assert re.search(r"\beval\b|new Function|innerHTML|Storage|document\.cookie|location|sendBeacon|history", script) is None


@pytest.mark.parametrize("state", [WIDE, DARK, NARROW, NARROW_DARK], ids=lambda state: state.name)
@pytest.mark.parametrize("typed", [known(), NOWHERE], ids=["found", "nothing"])
def test_axe_finds_nothing_beside_an_answer(typed: str, state: State, record_property: Callable[[str, object], None]) -> None:
    with shown(PAGE, state) as browser:
        look_for(browser, typed)
        left = unexplained(findings_of("search", state.name, judge(browser)))
        assert browser.execute_script("return document.documentElement.scrollWidth") <= state.width
    record_property("looked_at", (f"search for {typed}", state.name))
    assert not left, "\n".join(map(str, left))


def test_a_screen_reader_gets_a_named_box_its_hint_and_a_polite_count() -> None:
    words = charter().search
    with shown(PAGE) as browser:
        look_for(browser, known())
        (box,) = _nodes(browser, "searchbox")
        assert (box["name"]["value"], box["description"]["value"]) == (words.label, words.hint)
        assert len(_nodes(browser, "status")) == 1
        assert len(_nodes(browser, "search")) == 2


def _nodes(browser: Chrome, role: str) -> list[dict[str, dict[str, str]]]:
    browser.execute_cdp_cmd("Accessibility.enable", {})
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [node for node in nodes if node.get("role", {}).get("value") == role]
