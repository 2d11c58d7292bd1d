"""Pages that a reader asked the browser to keep: a browser that lets it, a host to switch off, and
what was kept.
"""

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import log, new_chrome
from a11y.browser.network import Host
from a11y.site import site
from charter.clock import today
from charter.render.html import day
from publish.offline.service_worker import write_worker
from publish.site import Site
from tests.browser.did_we import press
from tests.project import ROOT, charter

KEPT_PAGES = [link.page for link in charter().offline.pages]
ANOTHER = f"charter/{charter().pledges_in_order[0].id}/"
ASK = charter().offline.ask
ANSWER = "return document.querySelector('[data-keep] [role=status]').textContent"
LINE = charter().offline.line.format(date=day(today()))
NEW_WORDS = "These words are new."
SHOWN_LINE = "return document.querySelector('header [role=status]')?.innerText ?? ''"
# The longest wait for a copy, in seconds: the patience of sw.js, and some time for a busy computer.
SOON = 10
# The longest wait for a new version, in seconds: it is looked for when a page is there, and fetched
# behind it.
IN_TIME = 40

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
caches.keys().then(async names => done(Object.fromEntries(
  await Promise.all(names.map(async name => [name, await namesOf(name)]))
)));
"""
WORKERS = "navigator.serviceWorker.getRegistrations().then(found => arguments[0](found.length))"


@contextmanager
def reader() -> Iterator[Chrome]:
    """A browser that was just begun, for once with what it keeps; none of it is left afterwards."""
    browser = new_chrome()
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Network.setBypassServiceWorker", {"bypass": False})
    yield browser
    browser.execute_cdp_cmd(
        "Storage.clearDataForOrigin",
        {"origin": "*", "storageTypes": "service_workers,cache_storage"},
    )
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})
    browser.get("about:blank")
    browser.execute_cdp_cmd("Network.setBypassServiceWorker", {"bypass": True})
    log(
        "browser"
    )  # a host that was switched off in the middle is meant: no error of another test's page


@contextmanager
def serving(folder: Path, path: str = "") -> Iterator[Host]:
    """A host that is up with a site below a path, such as `charters/here/`."""
    host = Host(path)
    host.up(folder)
    yield host
    host.down()


def visit(browser: Chrome, host: Host, path: str = "") -> None:
    """Visit with a network: ask the browser to keep what it can keep, if it does not yet, and then
    open a page.
    """
    browser.get(host.address + "offline/")
    if browser.execute_async_script(WORKERS) == 0:
        ask(browser)
    browser.execute_async_script(ACTIVE)
    browser.get(host.address + path)


def ask(browser: Chrome) -> None:
    """Press the button that keeps or removes pages, by keyboard, and wait for its answer."""
    WebDriverWait(browser, SOON).until(
        lambda _: browser.execute_script(
            "return document.querySelector('[data-keep] button') !== null"
        )
    )
    browser.execute_script("document.querySelector('[data-keep] button').focus()")
    press(browser, Keys.ENTER)
    done = {ASK.kept, ASK.removed, ASK.failed}
    WebDriverWait(browser, SOON).until(lambda _: browser.execute_script(ANSWER) in done)


def heading(browser: Chrome) -> str:
    found = str(browser.execute_script("return document.querySelector('h1').innerText"))
    return " ".join(found.split())


@functools.cache
def new_draft(old: Path) -> Path:
    """A copy of a site in which one page says something new, finished as a new draft is."""
    new = Path(tempfile.mkdtemp(prefix="charter-new-draft-")) / "site"
    atexit.register(shutil.rmtree, new.parent, ignore_errors=True)
    shutil.copytree(old, new)
    file = new / "charter" / "index.html"
    text = file.read_text(encoding="utf-8")
    assert text.count("</h1>") == 1
    file.write_text(text.replace("</h1>", f" {NEW_WORDS}</h1>"), encoding="utf-8")
    write_worker(Site(new))
    return new


@functools.cache
def below(path: str) -> Path:
    """The site of this checkout, built for a path of a host that has other sites, too."""
    folder = site().folder.with_name("below")
    environment = {**os.environ, "SITE_URL": f"https://council.example/{path}"}
    command = [sys.executable, "-m", "publish", "--to", str(folder), "--without-pdf"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return folder
