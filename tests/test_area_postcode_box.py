"""Is my postcode covered? The box in the browser: right answers, nothing typed leaves, and help
where it can't answer.
"""

import gzip
import json
import random
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import log, shown
from a11y.browser.states import DARK, NARROW, NARROW_DARK, NO_SCRIPT, PAPER, WIDE, State
from a11y.checks import axe
from a11y.site import site
from charter.map.postcodes import INDEX, Answer, look_up
from tests.findings import unexplained
from tests.project import charter
from tests.test_area_postcodes import (
    MEANINGLESS,
    NOT_POSTCODES,
    READ_AS,
    SEED,
    ended,
    far,
    near,
    right,
)
from tests.test_keyboard import press

pytestmark = pytest.mark.usefixtures("site", "browser")

AREA = "area/"
SAMPLE = 60
# Bytes of one check: promised, and what we aim at.
PROMISED, AIM = 30_000, 15_000
ADDRESS = f"/{INDEX.as_posix()}"
# The box, and the part of the page that has its answer.
FIELD = "document.querySelector('main form input')"
STATUS = "document.querySelector('main [role=status]')"


def box() -> Any:
    """The words of the box."""
    return charter().postcode_box


def words_of(answer: Answer) -> str:
    """What the page must say."""
    names = {place.id: place.name for place in charter().area.places}
    text = getattr(box().answers, answer.kind.replace("-", "_"))
    said = text.format(postcode=answer.postcode, place=names.get(answer.place))
    return f"{said} {box().list_link}" if answer.kind == "unknown" else said


def sample() -> list[Answer]:
    """Right answers: some for every place, for its neighbours, for the rest of the country, and for
    ended postcodes.
    """
    by_answer: dict[tuple[str, str], list[Answer]] = {}
    for answer in map(right, near()):
        by_answer.setdefault((answer.kind, answer.place), []).append(answer)
    by_answer["far", ""] = [right(postcode) for postcode in far()]
    by_answer["ended", ""] = [Answer("unknown", f"{it[:-3]} {it[-3:]}") for it in ended()]
    draw, each = random.Random(SEED), SAMPLE // len(by_answer) + 1
    drawn = [draw.sample(answers, each) for _, answers in sorted(by_answer.items())]
    return [answer for answers in drawn for answer in answers][:SAMPLE]


def covered() -> Answer:
    return next(answer for answer in sample() if answer.kind == "covered")


def ask(browser: Chrome, typed: str, *keys: str) -> str:
    """Type into the box, press Enter (or other keys), and wait for what it says."""
    browser.execute_script(f"{STATUS}.textContent = ''; {FIELD}.value = ''")
    browser.execute_script(f"return {FIELD}").send_keys(typed, *(keys or [Keys.ENTER]))
    WebDriverWait(browser, 10).until(lambda _: said(browser) not in ("", box().answers.waiting))
    return said(browser)


def said(browser: Chrome) -> str:
    """What the page's part for answers says, as a screen reader would get it."""
    return str(browser.execute_script(f"return {STATUS}.innerText.trim()"))


def asked(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The requests in the browser's log: address, headers and body of each."""
    messages = [json.loads(entry["message"])["message"] for entry in events]
    sent = [it for it in messages if it["method"] == "Network.requestWillBeSent"]
    return [message["params"]["request"] for message in sent]


def paths(events: list[dict[str, Any]]) -> list[str]:
    return [urlsplit(request["url"]).path for request in asked(events)]


def test_a_sample_gets_the_right_answer_and_no_request_carries_any_of_it() -> None:
    log("performance")
    with shown(AREA) as browser:
        before = browser.current_url
        for number, answer in enumerate(sample()):
            postcode = answer.postcode
            ways = [postcode, postcode.replace(" ", "").lower(), f" {postcode.title()} "]
            assert ask(browser, ways[number % 3]) == words_of(answer)
        events = log("performance")
        assert browser.current_url == before
        stored = "return [localStorage.length, sessionStorage.length, history.state]"
        assert browser.execute_script(stored) == [0, 0, None]
        assert browser.get_cookies() == []
    assert paths(events).count(ADDRESS) == 1
    sent = asked(events)
    assert {request["method"] for request in sent} == {"GET"}
    assert not [it for it in sent if it.get("hasPostData") or urlsplit(it["url"]).query]
    text = json.dumps([[request["url"], request["headers"]] for request in sent]).upper()
    text = re.sub(r"[^A-Z0-9]", "", text)
    assert [it.postcode for it in sample() if it.postcode.replace(" ", "") in text] == []


def test_the_browser_answers_like_the_reference() -> None:
    postcodes = [*near(), *far(), *ended()]
    expected = [[it.kind, it.place] for it in map(right, [*near(), *far()])]
    expected += [["unknown", ""] for _ in ended()]
    with shown(AREA) as browser:
        answers = browser.execute_async_script(ALL, postcodes)
    compared = zip(postcodes, answers, expected, strict=True)
    assert [it for it, answer, right in compared if answer != right[: len(answer)]] == []


ALL = """
const [postcodes, done] = arguments;
load(document.querySelector("[data-postcodes]").dataset.postcodes)
  .then(index => done(postcodes.map(postcode => lookUp(index, parse(postcode)))));
"""
READ = "return arguments[0].map(typed => parse(typed)?.slice(1).join('') ?? mistake(typed))"


def test_the_browser_reads_what_is_typed_like_the_reference() -> None:
    lists = [*READ_AS.values(), *NOT_POSTCODES.values(), [f"ME14{it}1XQ" for it in MEANINGLESS]]
    typed = [it for ways in lists for it in ways]
    with shown(AREA) as browser:
        read = browser.execute_script(READ, typed)
    answers = [look_up({".": "unknown"}, it) for it in typed]
    assert read == [it.postcode.replace(" ", "") or it.kind for it in answers]


def test_the_list_is_asked_for_only_when_the_box_is_used_and_one_check_is_light() -> None:
    with shown(AREA) as browser:
        browser.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
        log("performance")
        browser.get(site().address + AREA)
        browser.execute_script(f"{FIELD}.focus()")
        assert ask(browser, "CT1 1AAA") == f"{box().answers.not_a_postcode} {box().list_link}"
        loaded = paths(log("performance"))
        assert ADDRESS not in loaded
        ask(browser, "ZZ1 1ZZ")
        used = paths(log("performance"))
        browser.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": False})
    assert used == [ADDRESS]
    scripts = [path for path in loaded if path.endswith("postcode.js")]
    contents = [(site().folder / path.lstrip("/")).read_bytes() for path in [*used, *scripts]]
    assert len(contents) == 2
    assert sum(len(gzip.compress(content, 6)) for content in contents) < AIM
    # Also from a host that does not pack files.
    assert sum(map(len, contents)) < PROMISED


def failed() -> str:
    return f"{box().answers.failed} {box().list_link}"


def test_a_list_that_does_not_load_is_reported_and_can_be_asked_for_again() -> None:
    answer = covered()
    with shown(AREA) as browser:
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": [f"*{INDEX.name}"]})
        assert ask(browser, answer.postcode) == failed()
        link = f"return {STATUS}.querySelector('a').getAttribute('href')"
        assert browser.execute_script(link) == "#districts"
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
        assert ask(browser, answer.postcode) == words_of(answer)
    log("browser")  # the failed request is meant: not an error of another test's page


@pytest.mark.parametrize("instead", ["404.html", "assets/icon.svg"])
def test_another_file_is_not_taken_for_the_list(instead: str) -> None:
    swap = "document.querySelector('[data-postcodes]').dataset.postcodes = arguments[0]"
    with shown(AREA) as browser:
        browser.execute_script(swap, f"../{instead}")
        assert ask(browser, "ME14 1XQ") == failed()


def test_enter_and_the_button_check_and_the_focus_stays() -> None:
    answer, active = covered(), "return document.activeElement.tagName"
    with shown(AREA) as browser:
        assert ask(browser, answer.postcode) == words_of(answer)
        assert browser.execute_script(active) == "INPUT"
        for key in (Keys.ENTER, Keys.SPACE):
            browser.execute_script(f"{STATUS}.textContent = ''; {FIELD}.focus()")
            press(browser, Keys.TAB, key)
            WebDriverWait(browser, 10).until(lambda _: said(browser) == words_of(answer))
            assert browser.execute_script(active) == "BUTTON"


def test_what_is_not_a_postcode_is_said_at_the_field() -> None:
    invalid = f"return [{FIELD}.ariaInvalid, {FIELD} === document.activeElement]"
    with shown(AREA) as browser:
        assert ask(browser, "", Keys.TAB, Keys.ENTER) == box().answers.empty
        assert ask(browser, "Maidstone", Keys.ENTER) == f"{box().answers.name} {box().list_link}"
        half = f"{box().answers.half} {box().list_link}"
        assert ask(browser, "ME14", Keys.TAB, Keys.ENTER) == half
        assert browser.execute_script(invalid) == ["true", True]
        browser.execute_cdp_cmd("Accessibility.enable", {})
        nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        roles = [(node.get("role", {}).get("value"), node) for node in nodes]
        (field,) = [node for role, node in roles if role == "textbox"]
        assert (field["name"]["value"], field["description"]["value"]) == (box().label, box().hint)
        assert "status" in [role for role, _ in roles]
        ask(browser, "ZQ1 1AA")
        WebDriverWait(browser, 10).until(
            lambda _: browser.execute_script(invalid) == ["false", True]
        )


def test_without_script_words_and_a_link_to_the_list_stand_in_its_place() -> None:
    with shown(AREA, NO_SCRIPT) as browser:
        words, fields, link = browser.execute_script("""
            const box = document.querySelector("[data-postcodes]");
            return [box.innerText.trim(), document.querySelectorAll("main form, main input").length,
              box.querySelector("a").getAttribute("href")];
        """)
    assert words == f"{box().without_script} {box().list_link}"
    assert (fields, link) == (0, "#districts")


def test_no_field_is_printed() -> None:
    with shown(AREA, PAPER) as browser:
        assert not browser.execute_script(f"return {FIELD}.form.checkVisibility()")


def test_the_page_lets_a_strict_policy_do_its_work() -> None:
    page = Path(site().page(AREA).file).read_text(encoding="utf-8")
    script = (site().folder / "assets/scripts/postcode.js").read_text(encoding="utf-8")
    assert re.search(r"\son[a-z]+=|javascript:|<script(?![^>]*\bsrc=)", page) is None
    never = r"\beval\b|new Function|innerHTML|Storage|document\.cookie|location|sendBeacon"
    assert re.search(never, script) is None


@pytest.mark.parametrize("state", [WIDE, DARK, NARROW, NARROW_DARK], ids=lambda state: state.name)
@pytest.mark.parametrize(
    "typed", ["ME14 1XQ", "ME14", "ZQ1 1AA"], ids=["answer", "not a postcode", "unknown"]
)
def test_axe_finds_nothing_beside_an_answer(typed: str, state: State) -> None:
    with shown(AREA, state) as browser:
        ask(browser, typed)
        left = unexplained(axe.judge(browser, site().page(AREA), state))
    assert not left, "\n".join(map(str, left))
