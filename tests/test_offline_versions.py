"""Copies for times without a network grow old: a newer draft takes their place at once, whole or
not at all.
"""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.network import Host
from a11y.site import site
from tests.browser.did_we import FORM
from tests.browser.keeping import (
    ACTIVE,
    CACHES,
    IN_TIME,
    KEPT_PAGES,
    LINE,
    NEW_WORDS,
    SHOWN_LINE,
    SOON,
    WORKERS,
    heading,
    new_draft,
    reader,
    serving,
    visit,
)
from tests.project import ROOT

pytestmark = pytest.mark.usefixtures("site", "browser")

# A browser looks for a new script at a visit. On a busy computer it may miss the first chance, and
# looks again at the next.
VISITS = 5
# Something that goes wrong while a new version is fetched.
Harm = Callable[[Chrome, Host], None]


@pytest.fixture
def browser() -> Iterator[Chrome]:
    with reader() as browser:
        yield browser


@pytest.fixture
def host() -> Iterator[Host]:
    with serving(site().folder) as host:
        yield host


def wait(browser: Chrome, done: Callable[[], bool]) -> None:
    """Wait for a new version."""
    WebDriverWait(browser, IN_TIME).until(lambda _: done())


def test_a_new_draft_is_shown_at_once_and_takes_the_place_of_the_old_copies(
    browser: Chrome, host: Host
) -> None:
    visit(browser, host)
    (before,) = browser.execute_async_script(CACHES)
    host.up(new_draft(site().folder))
    browser.get(host.address + "charter/")
    assert NEW_WORDS in heading(browser)
    wait(browser, lambda: before not in browser.execute_async_script(CACHES))
    browser.execute_async_script(ACTIVE)
    assert len(browser.execute_async_script(CACHES)) == 1
    host.down()
    browser.get(host.address + "charter/")
    assert NEW_WORDS in heading(browser)
    assert browser.execute_script(SHOWN_LINE) == LINE


def test_what_other_sites_of_the_same_host_keep_is_left_alone(browser: Chrome, host: Host) -> None:
    visit(browser, host)
    others = ["somebody else's", f"kept {host.address}below/ 123"]
    browser.execute_async_script(
        "Promise.all(arguments[0].map(name => caches.open(name))).then(arguments[1])", others
    )
    (before,) = set(browser.execute_async_script(CACHES)) - set(others)
    host.up(new_draft(site().folder))
    browser.get(host.address)
    wait(browser, lambda: before not in browser.execute_async_script(CACHES))
    assert set(others) < set(browser.execute_async_script(CACHES))


def fail(_: Chrome, host: Host) -> None:
    """One file is not to be had."""
    host.fails = {"leaflet/"}
    host.up(new_draft(site().folder))


def mix(_: Chrome, host: Host) -> None:
    """The new script is there, and the new page is not there yet: as in the middle of an upload."""
    host.up(site().folder.with_name("only-script"), site().folder)
    shutil.copytree(
        new_draft(site().folder),
        host.folders[0],
        ignore=lambda _, names: {name for name in names if name != "sw.js"},
    )


def cut(_: Chrome, host: Host) -> None:
    """The last file never comes."""
    host.hangs = {"leaflet/"}
    host.up(new_draft(site().folder))


WEEKLY = [pytest.param(harm, marks=pytest.mark.weekly) for harm in (mix, cut)]


@pytest.mark.parametrize("harm", [fail, *WEEKLY], ids=lambda harm: harm.__name__)
def test_a_new_version_that_does_not_arrive_whole_leaves_the_old_one_working(
    harm: Harm, browser: Chrome, host: Host
) -> None:
    visit(browser, host)
    harm(browser, host)
    host.asked.clear()
    browser.get(host.address)
    wait(browser, lambda: "sw.js" in host.asked)
    if harm is cut:
        wait(browser, lambda: len(browser.execute_async_script(CACHES)) == 2)
        wait(browser, lambda: "leaflet/" in host.asked)
        browser.execute_cdp_cmd("ServiceWorker.enable", {})
        browser.execute_cdp_cmd("ServiceWorker.stopAllWorkers", {})
    else:
        wait(browser, lambda: browser.execute_async_script(INSTALLING) is False)
    host.down()
    for page in KEPT_PAGES:
        browser.get(host.address + page)
        assert browser.execute_script(SHOWN_LINE) == LINE
        assert NEW_WORDS not in heading(browser)
    host.fails, host.hangs = set(), set()
    host.up(new_draft(site().folder))
    visit(browser, host)
    wait(browser, lambda: len(browser.execute_async_script(CACHES)) == 1)
    host.down()
    browser.get(host.address + "charter/")
    assert NEW_WORDS in heading(browser)


INSTALLING = (
    "navigator.serviceWorker.getRegistration().then(found => arguments[0](found.installing !=="
    " null))"
)


def test_a_slow_network_is_waited_for_and_a_very_slow_one_is_not(
    browser: Chrome, host: Host
) -> None:
    visit(browser, host)
    (before,) = browser.execute_async_script(CACHES)
    host.up(new_draft(site().folder))
    host.delay = 1
    browser.get(host.address + "charter/")
    assert NEW_WORDS in heading(browser)
    assert browser.execute_script(SHOWN_LINE) == ""
    host.delay = 0
    wait(browser, lambda: before not in browser.execute_async_script(CACHES))
    host.delay = 60
    for page in ("charter/", FORM):
        began = time.monotonic()
        host.asked.clear()
        browser.get(host.address + page)
        assert browser.execute_script(SHOWN_LINE) == LINE
        assert time.monotonic() - began < SOON
        # What goes with a copy is not waited for once more.
        assert set(host.asked) <= {page, "sw.js"}


def test_the_script_for_a_site_that_closes_removes_all_that_was_kept(
    browser: Chrome, host: Host, tmp_path: Path
) -> None:
    visit(browser, host)
    shutil.copytree(site().folder, tmp_path / "closing")
    (script,) = re.findall(
        "```js\n(.*?)```", (ROOT / "PUBLISHING.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "closing" / "sw.js").write_text(script, encoding="utf-8")
    host.up(tmp_path / "closing")
    for _ in range(VISITS):
        browser.get(host.address)
        with suppress(TimeoutException):
            WebDriverWait(browser, SOON).until(lambda _: browser.execute_async_script(CACHES) == {})
            break
    assert browser.execute_async_script(CACHES) == {}
    WebDriverWait(browser, IN_TIME).until(lambda _: browser.execute_async_script(WORKERS) == 0)
