"""The packed file: unpacked on a memory stick, the whole site opens from its files, and nothing
asks a network.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit
from zipfile import ZipFile

import pytest
from lxml import html
from selenium.webdriver import Chrome

from a11y.browser.driver import log, on_a_wide_screen
from a11y.site import site
from publish.offline.zip import PACKED, pack
from publish.site import Site
from tests.browser.did_we import FORM, asked_in, fill_in, save
from tests.needs import needs_the_box
from tests.project import ROOT, charter
from tests.questions import GROUP, narrowest, some_answers

pytestmark = [pytest.mark.xdist_group("stick"), pytest.mark.usefixtures("site")]

PLEDGE = charter().pledges_in_order[0].id
LINKS = (
    "return [...document.querySelectorAll('a')].map(link => new URL(link.getAttribute('href'),"
    " document.baseURI).href)"
)


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader gets from unpacking the file."""
    folder = tmp_path_factory.mktemp("a stick")
    with ZipFile(site().folder / PACKED) as packed:
        packed.extractall(folder)
    (unpacked,) = folder.iterdir()
    return unpacked


@pytest.fixture
def browser() -> Iterator[Chrome]:
    browser = on_a_wide_screen()
    yield browser
    browser.get("about:blank")


def path(address: str) -> Path:
    return Path(unquote(urlsplit(address).path))


def test_it_has_every_page_and_every_file_to_read_and_nothing_that_needs_a_host(
    stick: Path,
) -> None:
    assert stick.name == f"co-production-charter-{charter().site.draft_date}"
    files = {file.relative_to(stick).as_posix() for file in stick.rglob("*") if file.is_file()}
    built = [*site().folder.rglob("index.html"), *site().folder.rglob("*.pdf")]
    wanted = {file.relative_to(site().folder).as_posix() for file in built}
    assert wanted | {"formats/charter.txt", "assets/icon.svg"} <= files
    on_a_host = re.compile(r"sw\.js|offline\.js|sitemap|404|_headers|\.zip")
    assert [file for file in files if on_a_host.search(file)] == []
    pages = [page.read_text(encoding="utf-8") for page in stick.rglob("*.html")]
    assert [page for page in pages if "offline.js" in page] == []
    assert [page for page in pages if "Security-Policy" not in page] == []


@pytest.mark.usefixtures("browser")
def test_every_link_leads_somewhere_and_no_request_leaves(stick: Path, browser: Chrome) -> None:
    waiting, seen = [page.as_uri() for page in stick.rglob("*.html")], set()
    log("performance")
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        browser.get(page)
        links = browser.execute_script(LINKS)
        for target, place in (urldefrag(link) for link in links if link.startswith("file:")):
            assert path(target).is_file(), f"{page} leads to {target}"
            if place:
                page_there = html.parse(str(path(target)))
                assert page_there.xpath("//*[@id=$name]", name=unquote(place)), (target, place)
            if target.endswith(".html"):
                waiting.append(target)
    assert len(seen) == len(site().pages) - 1  # all but the page for addresses that do not exist
    events = [json.loads(entry["message"])["message"] for entry in log("performance")]
    asked = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert len(asked) > len(seen)
    assert {urlsplit(address).scheme for address in asked} <= {"file", "data"}
    assert [event["params"] for event in events if event["method"] == "Network.loadingFailed"] == []


@pytest.mark.usefixtures("browser")
def test_a_page_has_its_looks_and_keeps_its_address_on_the_web(
    stick: Path, browser: Chrome
) -> None:
    browser.get((stick / "charter" / PLEDGE / "index.html").as_uri())
    ground = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert ground != "rgba(0, 0, 0, 0)"
    canonical = browser.execute_script("return document.querySelector('link[rel=canonical]').href")
    assert canonical == f"{site().address}charter/{PLEDGE}/"


def test_the_link_to_copy_is_the_one_on_the_web(stick: Path) -> None:
    page = html.parse(str(stick / "charter" / PLEDGE / "index.html"))
    assert page.xpath("//a[@data-copy]/@href") == [f"{site().address}charter/{PLEDGE}/"]


def test_what_the_stick_does_not_have_is_a_link_to_the_web(stick: Path) -> None:
    links = html.parse(str(stick / "formats" / "index.html")).xpath("//a/@href")
    assert [link for link in links if link.endswith(".zip")] == [site().address + PACKED]


@pytest.mark.usefixtures("browser")
@needs_the_box
def test_the_postcode_box_says_that_it_can_not_look_there(stick: Path, browser: Chrome) -> None:
    browser.get((stick / "area" / "index.html").as_uri())
    words = charter().postcode_box
    assert words
    said = browser.execute_script(
        "return document.querySelector('[data-postcodes]').innerText.trim()"
    )
    assert said == f"{words.answers.from_file} {words.list_link}"
    assert browser.execute_script("return document.querySelectorAll('main form').length") == 0


@pytest.mark.usefixtures("browser")
def test_the_search_says_that_it_can_not_look_there(stick: Path, browser: Chrome) -> None:
    browser.get((stick / "search" / "index.html").as_uri())
    said = "return document.querySelector('[data-search]').innerText.trim()"
    assert browser.execute_script(said) == charter().search.from_file
    assert browser.execute_script("return document.querySelectorAll('main form').length") == 0


@pytest.mark.usefixtures("browser")
def test_answers_are_saved_from_a_stick_too(stick: Path, browser: Chrome, tmp_path: Path) -> None:
    browser.get((stick / FORM / "index.html").as_uri())
    answers = some_answers(narrowest())
    fill_in(browser, narrowest().id, GROUP.id, answers)
    assert set(answers) <= asked_in(save(browser, "text", tmp_path))


def test_the_same_site_is_packed_into_the_same_bytes(tmp_path: Path) -> None:
    prints = set()
    for name in ("one.zip", "two.zip"):
        pack(Site(site().folder), tmp_path / name)
        prints.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
        for file in site().folder.glob("*.html"):
            file.touch()
    assert len(prints) == 1
    with ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == sorted(packed.namelist())
        day = (*charter().site.draft_date.timetuple()[:3], 0, 0, 0)
        assert {entry.date_time for entry in packed.infolist()} == {day}


def test_the_command_names_the_file_after_the_day_of_the_draft(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(site().folder)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "publish.offline.zip"]
    ended = subprocess.run(
        command,
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    file = tmp_path / f"co-production-charter-{charter().site.draft_date}.zip"
    assert file.name in ended.stdout
    assert file.read_bytes() == (site().folder / PACKED).read_bytes()
