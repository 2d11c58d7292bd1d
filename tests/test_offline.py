"""Without a network, a few pages open for a reader who asked for that at an earlier visit: never an
old one where a newer can be had.

Nothing is kept before a reader asks, and nobody's reading is noted.
"""

import io
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from lxml import html
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import log, printed
from a11y.browser.network import Host
from a11y.site import site
from publish.offline.service_worker import write_worker
from publish.site import Site
from tests.browser.did_we import FORM, asked_in, fill_in, save
from tests.browser.keeping import (
    ANOTHER,
    ANSWER,
    ASK,
    CACHES,
    KEPT_PAGES,
    LINE,
    SHOWN_LINE,
    SOON,
    WORKERS,
    ask,
    below,
    heading,
    reader,
    serving,
    visit,
)
from tests.project import charter
from tests.questions import GROUP, narrowest, some_answers

pytestmark = pytest.mark.usefixtures("site", "browser")


@pytest.fixture
def browser() -> Iterator[Chrome]:
    with reader() as browser:
        yield browser


@pytest.fixture
def host() -> Iterator[Host]:
    with serving(site().folder) as host:
        yield host


def text(document: html.HtmlElement) -> str:
    return " ".join(document.text_content().split())


def source(browser: Chrome) -> str:
    """The HTML of the page that was opened last, as the browser got it."""
    messages = [json.loads(entry["message"])["message"] for entry in log("performance")]
    answers = [
        message["params"] for message in messages if message["method"] == "Network.responseReceived"
    ]
    opened = [answer["requestId"] for answer in answers if answer["type"] == "Document"]
    return str(
        browser.execute_cdp_cmd("Network.getResponseBody", {"requestId": opened[-1]})["body"]
    )


def test_the_pages_that_people_need_most_are_kept() -> None:
    assert {"", "charter/", "leaflet/", FORM} <= set(KEPT_PAGES)
    assert ANOTHER not in KEPT_PAGES


@pytest.mark.build
@pytest.mark.parametrize("path", ["", "charters/here/"], ids=["at the root", "below a path"])
def test_after_one_visit_the_kept_pages_open_without_a_network_and_say_so(
    path: str, browser: Chrome
) -> None:
    folder = below(path) if path else site().folder
    with serving(folder, path) as host:
        visit(browser, host)
        host.down()
        for page in KEPT_PAGES:
            browser.get(host.address + page)
            assert browser.execute_script(SHOWN_LINE) == LINE
            sent = (folder / page / "index.html").read_text(encoding="utf-8")
            shown = source(browser)
            added = f'<p class="draft" role="status">{LINE}</p>\n'
            assert shown.count(added) == 1
            assert shown.replace(added, "") == sent
            assert browser.execute_script(WHOLE) == []


# What a page has links to and did not get: styles without a rule, scripts that the browser could
# not fetch.
WHOLE = """
const sheets = [...document.querySelectorAll("link[rel=stylesheet]")]
  .filter(link => !link.sheet?.cssRules.length).map(link => link.href);
const fetched = performance.getEntriesByType("resource")
  .filter(entry => entry.responseStatus === 200).map(entry => entry.name);
const scripts = [...document.scripts].map(script => script.src);
return [...sheets, ...scripts.filter(name => !fetched.includes(name))];
"""


def test_every_file_is_kept_byte_for_byte(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    ((_, kept),) = browser.execute_async_script(CACHES).items()
    assert len(kept) > len(KEPT_PAGES)
    for address in kept:
        copy = browser.execute_async_script(COPY, address)
        assert bytes(copy) == host.file(address.removeprefix(host.address)).read_bytes()  # type: ignore[union-attr]


COPY = """
const [address, done] = arguments;
caches.match(address).then(found => found.arrayBuffer())
  .then(bytes => done([...new Uint8Array(bytes)]));
"""


def test_any_page_may_be_the_one_that_was_visited(browser: Chrome, host: Host) -> None:
    visit(browser, host, ANOTHER)
    host.down()
    browser.get(host.address + "leaflet/")
    assert browser.execute_script(SHOWN_LINE) == LINE


def test_another_page_says_kindly_that_it_is_not_there_and_leads_to_those_that_are(
    browser: Chrome, host: Host
) -> None:
    visit(browser, host, ANOTHER)
    host.down()
    browser.get(host.address + ANOTHER)
    assert browser.current_url == host.address + ANOTHER
    assert heading(browser) == text(site().page("offline/").main.xpath(".//h1")[0])
    assert browser.execute_script(SHOWN_LINE) == LINE
    status = "return performance.getEntriesByType('navigation')[0].responseStatus"
    assert browser.execute_script(status) == 503
    assert browser.execute_script(WHOLE) == []
    links = browser.execute_script(
        "return [...document.querySelectorAll('[data-kept] a')].map(link => link.href)"
    )
    assert links == [host.address + page for page in KEPT_PAGES]
    browser.execute_script("document.querySelectorAll('[data-kept] a')[1].click()")
    WebDriverWait(browser, SOON).until(lambda _: browser.current_url == links[1])
    browser.back()
    host.up()
    browser.refresh()
    assert heading(browser) == text(site().page(ANOTHER).main.xpath(".//h1")[0])


def test_the_line_is_on_paper_and_is_told_to_screen_readers(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    host.down()
    browser.get(host.address + "charter/")
    first = pypdfium2.PdfDocument(io.BytesIO(printed(browser)))[0].get_textpage().get_text_bounded()
    assert LINE in " ".join(first.split())
    browser.execute_cdp_cmd("Accessibility.enable", {})
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    told = [node for node in nodes if not node["ignored"]]
    (status,) = [node for node in told if node.get("role", {}).get("value") == "status"]
    inside = [node for node in told if node.get("parentId") == status["nodeId"]]
    assert [node["name"]["value"] for node in inside] == [LINE]


def test_with_a_network_no_line_says_otherwise(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    for page in [*KEPT_PAGES, "offline/", ANOTHER]:
        browser.get(host.address + page)
        assert browser.execute_script("return navigator.serviceWorker.controller !== null")
        assert browser.execute_script(SHOWN_LINE) == ""


def test_nothing_is_kept_but_the_same_few_files_for_everybody(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    before = browser.execute_async_script(CACHES)
    for page in (ANOTHER, "glossary/", "privacy/", f"{FORM}?from=somewhere"):
        browser.get(host.address + page)
    assert browser.execute_async_script(CACHES) == before
    (kept,) = before.values()
    wanted = {host.address + address for address in write_worker(Site(site().folder)).files}
    assert set(kept) == wanted
    assert {host.address + page for page in [*KEPT_PAGES, "offline/"]} < wanted
    assert browser.get_cookies() == []
    assert browser.execute_script("return localStorage.length + sessionStorage.length") == 0
    databases = "indexedDB.databases().then(found => arguments[0](found.length))"
    assert browser.execute_async_script(databases) == 0


def test_nothing_is_fetched_or_kept_before_the_reader_asks(browser: Chrome, host: Host) -> None:
    for page in [*KEPT_PAGES, "offline/", ANOTHER]:
        browser.get(host.address + page)
    time.sleep(1)
    assert "sw.js" not in host.asked
    assert browser.execute_async_script(WORKERS) == 0
    assert browser.execute_async_script(CACHES) == {}


def test_one_button_keeps_the_pages_and_removes_them_and_says_so(
    browser: Chrome, host: Host
) -> None:
    browser.get(host.address + "offline/")
    ask(browser)
    assert browser.execute_script(ANSWER) == ASK.kept
    assert len(browser.execute_async_script(CACHES)) == 1
    browser.refresh()
    button = "return document.querySelector('[data-keep] button').innerText"
    assert browser.execute_script(button) == ASK.remove
    ask(browser)
    assert browser.execute_script(ANSWER) == ASK.removed
    assert browser.execute_async_script(CACHES) == {}
    assert browser.execute_async_script(WORKERS) == 0


def test_a_copy_that_can_not_be_made_is_told_and_leaves_nothing(
    browser: Chrome, host: Host
) -> None:
    host.fails = {"leaflet/"}
    browser.get(host.address + "offline/")
    ask(browser)
    assert browser.execute_script(ANSWER) == ASK.failed
    assert browser.execute_async_script(WORKERS) == 0
    assert browser.execute_async_script(CACHES) == {}


def test_answers_are_given_and_saved_without_a_network(
    browser: Chrome, host: Host, tmp_path: Path
) -> None:
    visit(browser, host)
    host.down()
    browser.get(host.address + FORM)
    answers = some_answers(narrowest())
    fill_in(browser, narrowest().id, GROUP.id, answers)
    assert set(answers) <= asked_in(save(browser, "text", tmp_path))


def test_without_script_nothing_is_kept_and_nothing_is_missing(browser: Chrome, host: Host) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(host.address)
    assert "sw.js" not in host.asked
    assert browser.execute_async_script(WORKERS) == 0
    assert heading(browser) == charter().home.heading


def test_a_reader_who_clears_the_copies_still_gets_every_page(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    browser.execute_async_script(
        "caches.keys().then(names => Promise.all(names.map(name =>"
        " caches.delete(name)))).then(arguments[0])"
    )
    for page in ("", ANOTHER):
        browser.get(host.address + page)
        assert heading(browser) == text(site().page(page).main.xpath(".//h1")[0])
        assert browser.execute_script(WHOLE) == []


FORMS = ["{0}", "{0}index.html", "{0}?fbclid=1", "{0}#main", "{1}", "{1}?a=b", "/{0}", "{1}//"]


def test_a_kept_page_opens_by_each_form_of_its_address(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    host.down()
    for page in KEPT_PAGES:
        forms = [form.format(page, page.rstrip("/")) for form in FORMS]
        for form in [*forms, page.replace("e", "%65")]:
            browser.get("about:blank")
            browser.get(host.address + form)
            assert browser.execute_script(SHOWN_LINE) == LINE, form
            assert heading(browser) == text(site().page(page).main.xpath(".//h1")[0]), form
            assert browser.execute_script(WHOLE) == [], form


@pytest.mark.parametrize(("status", "sends"), [(503, 1.0), (500, 0.1), (200, 0.5), (200, 0.0)])
def test_a_host_that_fails_or_sends_half_a_page_is_as_good_as_none(
    status: int, sends: float, browser: Chrome, host: Host
) -> None:
    visit(browser, host)
    host.status, host.sends = status, sends
    browser.get(host.address + "charter/")
    assert heading(browser) == text(site().page("charter/").main.xpath(".//h1")[0])
    assert browser.execute_script(SHOWN_LINE) == LINE


def test_a_page_that_somebody_else_put_among_the_copies_is_not_shown(
    browser: Chrome, host: Host
) -> None:
    visit(browser, host)
    browser.execute_async_script(PUT, host.address + "charter/")
    host.down()
    browser.get(host.address + "charter/")
    assert heading(browser) == text(site().page("offline/").main.xpath(".//h1")[0])


PUT = """
const [address, done] = arguments, page = new Response("<header></header><h1>Theirs</h1></html>");
caches.keys().then(names => caches.open(names[0]))
  .then(cache => cache.put(address, page)).then(done);
"""


def test_copies_that_were_cleared_leave_no_empty_place_behind(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    browser.execute_async_script(
        "caches.keys().then(names => caches.delete(names[0])).then(arguments[0])"
    )
    for page in ("", "charter/", ANOTHER):
        browser.get(host.address + page)
    assert browser.execute_async_script(CACHES) == {}
