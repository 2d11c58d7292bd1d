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
from a11y.exemptions import unexplained
from a11y.site import site
from charter.map.postcodes import INDEX, Answer, parse
from tests.project import charter
from tests.test_area_postcodes import NOT_POSTCODES, SEED, ended, far, near, right
from tests.test_keyboard import press

pytestmark = pytest.mark.usefixtures("site", "browser")

AREA = "area/"
SAMPLE = 60
# Bytes of one check: promised, and what we aim at.
PROMISED, AIM = 30_000, 15_000


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
    for postcode in near():
        answer = right(postcode)
        by_answer.setdefault((answer.kind, answer.place), []).append(answer)
    by_answer["far", ""] = [right(postcode) for postcode in far()]
    by_answer["ended", ""] = [
        Answer("unknown", f"{postcode[:-3]} {postcode[-3:]}") for postcode in ended()
    ]
    draw = random.Random(SEED)
    return [
        answer
        for _, answers in sorted(by_answer.items())
        for answer in draw.sample(answers, SAMPLE // len(by_answer) + 1)
    ][:SAMPLE]


def ask(browser: Chrome, typed: str, *keys: str) -> str:
    """Type into the box, press Enter (or other keys), and wait for what it says."""
    field = browser.execute_script(
        "const field = document.querySelector('main form input'); field.value = ''; return field"
    )
    field.send_keys(typed, *(keys or [Keys.ENTER]))
    WebDriverWait(browser, 10).until(lambda _: said(browser) not in ("", box().answers.waiting))
    return said(browser)


def said(browser: Chrome) -> str:
    """What the page's part for answers says, as a screen reader would get it."""
    return str(
        browser.execute_script(
            "return document.querySelector('main [role=status]').innerText.trim()"
        )
    )


def asked(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The requests in the browser's log: address, headers and body of each."""
    messages = [json.loads(entry["message"])["message"] for entry in events]
    return [
        message["params"]["request"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]


def test_a_sample_gets_the_right_answer_and_no_request_carries_any_of_it() -> None:
    log("performance")
    with shown(AREA) as browser:
        before = browser.current_url
        for number, answer in enumerate(sample()):
            typed = [
                answer.postcode,
                answer.postcode.replace(" ", "").lower(),
                f" {answer.postcode.title()} ",
            ][number % 3]
            browser.execute_script("document.querySelector('main [role=status]').textContent = ''")
            assert ask(browser, typed) == words_of(answer)
        requests = asked(log("performance"))
        assert browser.current_url == before
        assert browser.execute_script(
            "return [localStorage.length, sessionStorage.length, history.state]"
        ) == [0, 0, None]
        assert browser.get_cookies() == []
    paths = [urlsplit(request["url"]).path for request in requests]
    assert paths.count(f"/{INDEX.as_posix()}") == 1
    assert {request["method"] for request in requests} == {"GET"}
    assert not [
        request
        for request in requests
        if request.get("hasPostData") or urlsplit(request["url"]).query
    ]
    sent = re.sub(
        r"[^A-Z0-9]",
        "",
        json.dumps([[request["url"], request["headers"]] for request in requests]).upper(),
    )
    assert [
        answer.postcode for answer in sample() if answer.postcode.replace(" ", "") in sent
    ] == []


def test_the_browser_answers_like_the_reference() -> None:
    postcodes = [*near(), *far(), *ended()]
    wanted = [
        *(right(postcode) for postcode in [*near(), *far()]),
        *(Answer("unknown") for _ in ended()),
    ]
    with shown(AREA) as browser:
        found = browser.execute_async_script(ALL, postcodes)
    differing = [
        postcode
        for postcode, answer, want in zip(postcodes, found, wanted, strict=True)
        if answer != [want.kind, want.place][: len(answer)]
    ]
    assert differing == []


ALL = """
const [postcodes, done] = arguments, address = document.querySelector("[data-postcodes]").dataset.postcodes;
load(address).then(index => done(postcodes.map(postcode => lookUp(index, parse(postcode)))));
"""

TYPED = [
    "me14 1xq",
    "CTI 2EH",
    "TN12 OAA",
    "0X1 1AA",
    "C01 1AA",
    "MI 1AE",
    "WIA 1AA",
    "ME14\u00a01XQ",
    "ＭＥ１４ １ＸＱ",
    "GIR 0AA",
]


def test_the_browser_reads_what_is_typed_like_the_reference() -> None:
    typed = [*TYPED, *NOT_POSTCODES]
    with shown(AREA) as browser:
        found = browser.execute_script(
            "return arguments[0].map(typed => parse(typed)?.slice(1).join('') ?? null)", typed
        )
    assert found == [
        str(postcode).replace(" ", "") if (postcode := parse(text)) else None for text in typed
    ]


def test_the_list_is_asked_for_only_when_the_box_is_used_and_one_check_is_light() -> None:
    with shown(AREA) as browser:
        browser.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
        log("performance")
        browser.get(site().address + AREA)
        browser.execute_script("document.querySelector('main form input').focus()")
        assert ask(browser, "not a postcode") == box().answers.not_a_postcode
        loaded = [urlsplit(request["url"]).path for request in asked(log("performance"))]
        assert f"/{INDEX.as_posix()}" not in loaded
        ask(browser, "ZZ1 1ZZ")
        used = [urlsplit(request["url"]).path for request in asked(log("performance"))]
        browser.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": False})
    assert used == [f"/{INDEX.as_posix()}"]
    files = [
        site().folder / path.lstrip("/")
        for path in [*used, *(path for path in loaded if path.endswith("postcode.js"))]
    ]
    assert len(files) == 2
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) < AIM
    assert (
        sum(file.stat().st_size for file in files) < PROMISED
    )  # also from a host that does not pack files


def test_a_list_that_does_not_load_is_told_and_can_be_asked_for_again() -> None:
    told = f"{box().answers.failed} {box().list_link}"
    answer = next(answer for answer in sample() if answer.kind == "covered")
    with shown(AREA) as browser:
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": [f"*{INDEX.name}"]})
        assert ask(browser, answer.postcode) == told
        assert (
            browser.execute_script(
                "return document.querySelector('main [role=status] a').getAttribute('href')"
            )
            == "#districts"
        )
        browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
        browser.execute_script("document.querySelector('main [role=status]').textContent = ''")
        assert ask(browser, answer.postcode) == words_of(answer)
    log("browser")  # the failed request is meant: not an error of another test's page


@pytest.mark.parametrize("instead", ["404.html", "assets/icon.svg"])
def test_another_file_is_not_taken_for_the_list(instead: str) -> None:
    with shown(AREA) as browser:
        browser.execute_script(
            "document.querySelector('[data-postcodes]').dataset.postcodes = arguments[0]",
            f"../{instead}",
        )
        assert ask(browser, "ME14 1XQ") == f"{box().answers.failed} {box().list_link}"


def test_enter_and_the_button_check_and_the_focus_stays() -> None:
    answer = next(answer for answer in sample() if answer.kind == "covered")
    with shown(AREA) as browser:
        active = "return document.activeElement.tagName"
        assert ask(browser, answer.postcode) == words_of(answer)
        assert browser.execute_script(active) == "INPUT"
        for key in (Keys.ENTER, Keys.SPACE):
            browser.execute_script("document.querySelector('main [role=status]').textContent = ''")
            browser.execute_script("document.querySelector('main form input').focus()")
            press(browser, Keys.TAB, key)
            WebDriverWait(browser, 10).until(lambda _: said(browser) == words_of(answer))
            assert browser.execute_script(active) == "BUTTON"


def test_what_is_not_a_postcode_is_told_at_the_field() -> None:
    invalid = (
        "const field = document.querySelector('main form input'); return [field.ariaInvalid, field"
        " === document.activeElement]"
    )
    with shown(AREA) as browser:
        assert ask(browser, "ME14", Keys.TAB, Keys.ENTER) == box().answers.not_a_postcode
        assert browser.execute_script(invalid) == ["true", True]
        browser.execute_cdp_cmd("Accessibility.enable", {})
        nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        (field,) = [node for node in nodes if node.get("role", {}).get("value") == "textbox"]
        assert field["description"]["value"] == box().answers.not_a_postcode
        assert box().label in field["name"]["value"]
        assert [node for node in nodes if node.get("role", {}).get("value") == "status"]
        ask(browser, "ZQ1 1AA")
        WebDriverWait(browser, 10).until(
            lambda _: browser.execute_script(invalid) == ["false", True]
        )


def test_without_script_words_and_a_link_to_the_list_stand_in_its_place() -> None:
    with shown(AREA, NO_SCRIPT) as browser:
        seen = browser.execute_script("return document.querySelector('[data-postcodes]').innerText")
        assert seen.strip() == f"{box().without_script} {box().list_link}"
        assert (
            browser.execute_script(
                "return document.querySelectorAll('main form, main input').length"
            )
            == 0
        )
        assert (
            browser.execute_script(
                "return document.querySelector('[data-postcodes] a').getAttribute('href')"
            )
            == "#districts"
        )


def test_no_field_is_printed() -> None:
    with shown(AREA, PAPER) as browser:
        assert (
            browser.execute_script("return document.querySelector('main form').checkVisibility()")
            is False
        )


def test_the_page_lets_a_strict_policy_do_its_work() -> None:
    page = Path(site().page(AREA).file).read_text(encoding="utf-8")
    script = (site().folder / "assets/scripts/postcode.js").read_text(encoding="utf-8")
    assert re.search(r"\son[a-z]+=|javascript:|<script(?![^>]*\bsrc=)", page) is None
    assert (
        re.search(
            r"\beval\b|new Function|innerHTML|Storage|document\.cookie|location|sendBeacon", script
        )
        is None
    )


@pytest.mark.parametrize("state", [WIDE, DARK, NARROW, NARROW_DARK], ids=lambda state: state.name)
@pytest.mark.parametrize(
    "typed", ["ME14 1XQ", "ME14", "ZQ1 1AA"], ids=["answer", "not a postcode", "unknown"]
)
def test_axe_finds_nothing_beside_an_answer(typed: str, state: State) -> None:
    with shown(AREA, state) as browser:
        ask(browser, typed)
        left = unexplained(axe.judge(browser, site().page(AREA), state))
    assert not left, "\n".join(map(str, left))
