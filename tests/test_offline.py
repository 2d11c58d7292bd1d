"""Without a network, a few pages open for a reader who asked for that at an earlier visit: never an old one where a newer can be had.

Nothing is kept before a reader asks, and nobody's reading is noted.
"""

import functools
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import html
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from charter.clock import today
from charter.html import day
from publish.offline import write_worker
from tests.browser.did_we import FORM, fill_in, press, save_copy
from tests.browser.driver import chrome, log, printed
from tests.browser.network import Host
from tests.project import ROOT, charter
from tests.questions import GROUP, narrowest, some_answers
from tests.site import site

KEPT_PAGES = [link.page for link in charter().offline.pages]
ANOTHER = f"charter/{charter().pledges_in_order[0].id}/"
ASK = charter().offline.ask
ANSWER = "return document.querySelector('[data-keep] [role=status]').textContent"
LINE = charter().offline.line.format(date=day(today()))
NEW_WORDS = "These words are new."
SHOWN_LINE = "return document.querySelector('header [role=status]')?.innerText ?? ''"
# The longest wait for a copy, in seconds: the patience of sw.js, and some time for a busy computer.
SOON = 10


@functools.cache
def new_draft(old: Path) -> Path:
    """A copy of a site in which one page says something new, finished as a new draft is."""
    new = old.with_name(f"{old.name}-new")
    shutil.copytree(old, new)
    file = new / "charter" / "index.html"
    text = file.read_text(encoding="utf-8")
    assert text.count("</h1>") == 1
    file.write_text(text.replace("</h1>", f" {NEW_WORDS}</h1>"), encoding="utf-8")
    write_worker(new)
    return new


@functools.cache
def below(path: str) -> Path:
    """The site of this checkout, built for a path of a host that has other sites, too."""
    folder = site().folder.with_name("below")
    environment = {**os.environ, "SITE_URL": f"https://council.example/{path}"}
    command = [sys.executable, "-m", "publish", "--to", str(folder), "--without-pdf"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return folder


@pytest.fixture
def host() -> Iterator[Host]:
    host = Host()
    host.up(site().folder)
    yield host
    host.down()


@pytest.fixture
def browser() -> Iterator[Chrome]:
    """The browser, for once with what it keeps; none of it is left afterwards."""
    browser = chrome()
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Network.setBypassServiceWorker", {"bypass": False})
    yield browser
    browser.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "service_workers,cache_storage"})
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})
    browser.get("about:blank")
    browser.execute_cdp_cmd("Network.setBypassServiceWorker", {"bypass": True})
    log("browser")  # a host that was switched off in the middle is meant: no error of another test's page


ACTIVE = """
const done = arguments[0];
navigator.serviceWorker.ready.then(function look(kept) {
  if (kept.active?.state === "activated" && !kept.installing && !kept.waiting) done();
  else setTimeout(look, 50, kept);
});
"""
CACHES = """
const done = arguments[0];
const namesOf = async name => (await (await caches.open(name)).keys()).map(request => request.url);
caches.keys().then(async names => done(Object.fromEntries(await Promise.all(names.map(async name => [name, await namesOf(name)])))));
"""
WORKERS = "navigator.serviceWorker.getRegistrations().then(found => arguments[0](found.length))"


def visit(browser: Chrome, host: Host, path: str = "") -> None:
    """Visit with a network: ask the browser to keep what it can keep, if it does not yet, and then open a page."""
    browser.get(host.address + "offline/")
    if browser.execute_async_script(WORKERS) == 0:
        ask(browser)
    browser.execute_async_script(ACTIVE)
    browser.get(host.address + path)


def ask(browser: Chrome) -> None:
    """Press the button that keeps or removes pages, by keyboard, and wait for its answer."""
    WebDriverWait(browser, SOON).until(lambda _: browser.execute_script("return document.querySelector('[data-keep] button') !== null"))
    browser.execute_script("document.querySelector('[data-keep] button').focus()")
    press(browser, Keys.ENTER)
    done = {ASK.kept, ASK.removed, ASK.failed}
    WebDriverWait(browser, SOON).until(lambda _: browser.execute_script(ANSWER) in done)


def text(document: html.HtmlElement) -> str:
    return " ".join(document.text_content().split())


def source(browser: Chrome) -> str:
    """The HTML of the page that was opened last, as the browser got it."""
    messages = [json.loads(entry["message"])["message"] for entry in log("performance")]
    answers = [message["params"] for message in messages if message["method"] == "Network.responseReceived"]
    opened = [answer["requestId"] for answer in answers if answer["type"] == "Document"]
    return str(browser.execute_cdp_cmd("Network.getResponseBody", {"requestId": opened[-1]})["body"])


def heading(browser: Chrome) -> str:
    return str(browser.execute_script("return document.querySelector('h1').innerText"))


def test_the_pages_that_people_need_most_are_kept() -> None:
    assert {"", "charter/", "leaflet/", FORM} <= set(KEPT_PAGES)
    assert ANOTHER not in KEPT_PAGES


@pytest.mark.parametrize("path", ["", "charters/here/"], ids=["at the root", "below a path"])
def test_after_one_visit_the_kept_pages_open_without_a_network_and_say_so(path: str, browser: Chrome) -> None:
    host, folder = Host(path), below(path) if path else site().folder
    host.up(folder)
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


# What a page has links to and did not get: styles without a rule, scripts that the browser could not fetch.
WHOLE = """
const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].filter(link => !link.sheet?.cssRules.length);
const fetched = performance.getEntriesByType("resource").filter(entry => entry.responseStatus === 200).map(entry => entry.name);
return [...sheets.map(link => link.href), ...[...document.scripts].map(script => script.src).filter(name => !fetched.includes(name))];
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
caches.match(address).then(found => found.arrayBuffer()).then(bytes => done([...new Uint8Array(bytes)]));
"""


def test_any_page_may_be_the_one_that_was_visited(browser: Chrome, host: Host) -> None:
    visit(browser, host, ANOTHER)
    host.down()
    browser.get(host.address + "leaflet/")
    assert browser.execute_script(SHOWN_LINE) == LINE


def test_another_page_says_kindly_that_it_is_not_there_and_leads_to_those_that_are(browser: Chrome, host: Host) -> None:
    visit(browser, host, ANOTHER)
    host.down()
    browser.get(host.address + ANOTHER)
    assert browser.current_url == host.address + ANOTHER
    assert heading(browser) == text(site().page("offline/").main.xpath(".//h1")[0])
    assert browser.execute_script(SHOWN_LINE) == LINE
    assert browser.execute_script("return performance.getEntriesByType('navigation')[0].responseStatus") == 503
    assert browser.execute_script(WHOLE) == []
    links = browser.execute_script("return [...document.querySelectorAll('[data-kept] a')].map(link => link.href)")
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
    (status,) = [node for node in nodes if node.get("role", {}).get("value") == "status" and not node["ignored"]]
    inside = [node["name"]["value"] for node in nodes if node.get("parentId") == status["nodeId"] and not node["ignored"]]
    assert inside == [LINE]


def test_with_a_network_no_line_says_otherwise(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    for page in [*KEPT_PAGES, "offline/", ANOTHER]:
        browser.get(host.address + page)
        assert browser.execute_script("return navigator.serviceWorker.controller !== null")
        assert browser.execute_script(SHOWN_LINE) == ""


def test_a_new_draft_is_shown_at_once_and_takes_the_place_of_the_old_copies(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    (before,) = browser.execute_async_script(CACHES)
    host.up(new_draft(site().folder))
    browser.get(host.address + "charter/")
    assert NEW_WORDS in heading(browser)
    WebDriverWait(browser, SOON).until(lambda _: before not in browser.execute_async_script(CACHES))
    browser.execute_async_script(ACTIVE)
    assert len(browser.execute_async_script(CACHES)) == 1
    host.down()
    browser.get(host.address + "charter/")
    assert NEW_WORDS in heading(browser)
    assert browser.execute_script(SHOWN_LINE) == LINE


def test_what_other_sites_of_the_same_host_keep_is_left_alone(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    others = ["somebody else's", f"kept {host.address}below/ 123"]
    browser.execute_async_script("Promise.all(arguments[0].map(name => caches.open(name))).then(arguments[1])", others)
    (before,) = set(browser.execute_async_script(CACHES)) - set(others)
    host.up(new_draft(site().folder))
    browser.get(host.address)
    WebDriverWait(browser, SOON).until(lambda _: before not in browser.execute_async_script(CACHES))
    assert set(others) < set(browser.execute_async_script(CACHES))


def fail(_: Chrome, host: Host) -> None:
    """One file is not to be had."""
    host.fails = {"leaflet/"}
    host.up(new_draft(site().folder))


def mix(_: Chrome, host: Host) -> None:
    """The new script is there, and the new page is not there yet: as in the middle of an upload."""
    host.up(site().folder.with_name("only-script"), site().folder)
    shutil.copytree(new_draft(site().folder), host.folders[0], ignore=lambda _, names: {name for name in names if name != "sw.js"})


def cut(_: Chrome, host: Host) -> None:
    """The last file never comes."""
    host.hangs = {"leaflet/"}
    host.up(new_draft(site().folder))


@pytest.mark.parametrize("harm", [fail, mix, cut], ids=lambda harm: harm.__name__)
def test_a_new_version_that_does_not_arrive_whole_leaves_the_old_one_working(harm: Any, browser: Chrome, host: Host) -> None:
    visit(browser, host)
    harm(browser, host)
    host.asked.clear()
    browser.get(host.address)
    WebDriverWait(browser, SOON).until(lambda _: len(browser.execute_async_script(CACHES)) == 2)
    if harm is cut:
        WebDriverWait(browser, SOON).until(lambda _: "leaflet/" in host.asked)
        browser.execute_cdp_cmd("ServiceWorker.enable", {})
        browser.execute_cdp_cmd("ServiceWorker.stopAllWorkers", {})
    else:
        WebDriverWait(browser, SOON).until(lambda _: browser.execute_async_script(INSTALLING) is False)
    host.down()
    for page in KEPT_PAGES:
        browser.get(host.address + page)
        assert browser.execute_script(SHOWN_LINE) == LINE
        assert NEW_WORDS not in heading(browser)
    host.fails, host.hangs = set(), set()
    host.up(new_draft(site().folder))
    visit(browser, host)
    WebDriverWait(browser, SOON).until(lambda _: len(browser.execute_async_script(CACHES)) == 1)
    host.down()
    browser.get(host.address + "charter/")
    assert NEW_WORDS in heading(browser)


INSTALLING = "navigator.serviceWorker.getRegistration().then(found => arguments[0](found.installing !== null))"


def test_a_slow_network_is_waited_for_and_a_very_slow_one_is_not(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    host.up(new_draft(site().folder))
    host.delay = 1
    browser.get(host.address + "charter/")
    assert NEW_WORDS in heading(browser)
    assert browser.execute_script(SHOWN_LINE) == ""
    host.delay = 60
    for page in ("charter/", FORM):
        began = time.monotonic()
        host.asked.clear()
        browser.get(host.address + page)
        assert browser.execute_script(SHOWN_LINE) == LINE
        assert time.monotonic() - began < SOON
        assert set(host.asked) <= {page, "sw.js"}  # what goes with a copy is not waited for once more


def test_nothing_is_kept_but_the_same_few_files_for_everybody(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    before = browser.execute_async_script(CACHES)
    for page in (ANOTHER, "glossary/", "privacy/", f"{FORM}?from=somewhere"):
        browser.get(host.address + page)
    assert browser.execute_async_script(CACHES) == before
    (kept,) = before.values()
    wanted = {host.address + address for address in write_worker(site().folder).files}
    assert set(kept) == wanted
    assert {host.address + page for page in [*KEPT_PAGES, "offline/"]} < wanted
    assert browser.get_cookies() == []
    assert browser.execute_script("return localStorage.length + sessionStorage.length") == 0
    assert browser.execute_async_script("indexedDB.databases().then(found => arguments[0](found.length))") == 0


def test_nothing_is_fetched_or_kept_before_the_reader_asks(browser: Chrome, host: Host) -> None:
    for page in [*KEPT_PAGES, "offline/", ANOTHER]:
        browser.get(host.address + page)
    time.sleep(1)
    assert "sw.js" not in host.asked
    assert browser.execute_async_script(WORKERS) == 0
    assert browser.execute_async_script(CACHES) == {}


def test_one_button_keeps_the_pages_and_removes_them_and_says_so(browser: Chrome, host: Host) -> None:
    browser.get(host.address + "offline/")
    ask(browser)
    assert browser.execute_script(ANSWER) == ASK.kept
    assert len(browser.execute_async_script(CACHES)) == 1
    browser.refresh()
    assert browser.execute_script("return document.querySelector('[data-keep] button').innerText") == ASK.remove
    ask(browser)
    assert browser.execute_script(ANSWER) == ASK.removed
    assert browser.execute_async_script(CACHES) == {}
    assert browser.execute_async_script(WORKERS) == 0


def test_a_copy_that_can_not_be_made_is_told_and_leaves_nothing(browser: Chrome, host: Host) -> None:
    host.fails = {"leaflet/"}
    browser.get(host.address + "offline/")
    ask(browser)
    assert browser.execute_script(ANSWER) == ASK.failed
    assert browser.execute_async_script(WORKERS) == 0


def test_the_script_for_a_site_that_closes_removes_all_that_was_kept(browser: Chrome, host: Host, tmp_path: Path) -> None:
    visit(browser, host)
    shutil.copytree(site().folder, tmp_path / "closing")
    (script,) = re.findall("```js\n(.*?)```", (ROOT / "PUBLISHING.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "closing" / "sw.js").write_text(script, encoding="utf-8")
    host.up(tmp_path / "closing")
    browser.get(host.address)
    WebDriverWait(browser, SOON).until(lambda _: browser.execute_async_script(CACHES) == {})
    WebDriverWait(browser, SOON).until(lambda _: browser.execute_async_script(WORKERS) == 0)


def test_answers_are_given_and_saved_without_a_network(browser: Chrome, host: Host, tmp_path: Path) -> None:
    visit(browser, host)
    host.down()
    browser.get(host.address + FORM)
    fill_in(browser, narrowest().id, GROUP.id, some_answers(narrowest()))
    assert save_copy(browser, tmp_path).stat().st_size > 100


def test_without_script_nothing_is_kept_and_nothing_is_missing(browser: Chrome, host: Host) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(host.address)
    assert "sw.js" not in host.asked
    assert browser.execute_async_script(WORKERS) == 0
    assert browser.execute_script("return document.querySelector('h1').innerText") == charter().home.heading


def test_a_reader_who_clears_the_copies_still_gets_every_page(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    browser.execute_async_script("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name)))).then(arguments[0])")
    for page in ("", ANOTHER):
        browser.get(host.address + page)
        assert heading(browser) == text(site().page(page).main.xpath(".//h1")[0])
        assert browser.execute_script(WHOLE) == []
