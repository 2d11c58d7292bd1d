"""A site with a recording and a film, built and opened: nothing of them is loaded before somebody
asks for it, and they play by keyboard.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import log, on_a_wide_screen
from charter.data.load import load
from charter.site_facts import MEDIA
from publish.gates.csp import protect
from publish.site import Site, text_of
from tests import project
from tests.host import Host, headers_for_all, hosted
from tests.sample import DATA, DOCS

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("recordings")]

SOUND, FILM = "recordings/promises-aloud", "films/promises-signed"
# The sound is made longer than the sample's, to have megabytes.
TIMES = 700
ASKED_FIRST = '<audio controls preload="none"'
ENDINGS = tuple(ending for endings in MEDIA.values() for ending in endings)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout's project with the made-up area's recording and film, built."""
    copied = project.copy(tmp_path_factory.mktemp("recordings"))
    version = project.charter().site.version
    for kind in MEDIA:
        shutil.copytree(DOCS / kind, copied / "docs" / kind, dirs_exist_ok=True)
        shutil.copytree(DATA / kind, copied / "data" / kind, dirs_exist_ok=True)
        for file in (copied / "data" / kind).iterdir():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("version: draft 2", f"version: {version}"), "utf-8")
    sound = copied / f"docs/{SOUND}.mp3"
    sound.write_bytes(sound.read_bytes() * TIMES)
    ended = project.run(copied, "publish", "--without-pdf")
    assert ended.status == 0, ended.said
    return copied


@pytest.fixture(scope="module")
def pages(built: Path) -> Site:
    return Site(built / "site")


@pytest.fixture
def host(built: Path) -> Iterator[Host]:
    with hosted(built / "site") as host:
        yield host


@pytest.fixture
def browser() -> Iterator[Chrome]:
    browser = on_a_wide_screen()
    log("browser")
    yield browser
    browser.get("about:blank")


def asked_for(host: Host) -> list[str]:
    """The recordings and films that a browser has fetched."""
    return [path for path, _ in host.sent if path.endswith(ENDINGS)]


def visit(browser: Chrome, host: Host, page: str) -> None:
    log("performance")
    browser.get(host.address + page)
    browser.execute_script("scrollTo(0, document.body.scrollHeight)")
    browser.execute_async_script("setTimeout(arguments[0], 500)")


def requests() -> list[str]:
    """Every address that the browser has asked for since it was last asked."""
    events = [json.loads(entry["message"])["message"] for entry in log("performance")]
    sent = [each for each in events if each["method"] == "Network.requestWillBeSent"]
    return [each["params"]["request"]["url"] for each in sent]


def test_a_transcript_is_every_word_of_the_data(built: Path, pages: Site) -> None:
    for each in load(built / "data").played:
        page = pages.pages[f"/{each.page}"]
        found = page.find("//section[h2/@id='transcript']//p")
        assert [text_of(one) for one in found] == each.transcript


def test_the_list_has_each_with_its_length_and_its_size(built: Path, pages: Site) -> None:
    size = (built / f"site/{SOUND}.mp3").stat().st_size / 1_000_000
    assert size > 1
    told = [text_of(one) for one in pages.pages["/formats/"].find("//*[@id='audio']//li")]
    assert told == [f"The promises, read aloud: 1 minute 5 seconds. {size:.1f} megabytes."]
    (film,) = pages.pages["/formats/"].find("//*[@id='british-sign-language']//li//a/@href")
    assert film == f"../{FILM}/"
    own = text_of(pages.pages[f"/{SOUND}/"].find("//*[@class='player not-on-paper']")[0])
    assert own == f"Save this recording 1 minute 5 seconds. {size:.1f} megabytes."


def test_nothing_says_that_they_are_missing_any_more(built: Path, pages: Site) -> None:
    waiting = pages.pages["/formats/"].find("//section[h2/@id='not-yet']//li/@id")
    assert {"audio", "british-sign-language"}.isdisjoint(waiting)
    languages = pages.pages["/languages/"]
    assert (
        text_of(languages.find("//h2[@id='signed']/following::a[1]")[0]) == "The promises, signed"
    )
    assert "British Sign Language" not in text_of(languages.find("//section[h2/@id='missing']")[0])
    gaps = project.run(built, "charter", "gaps").said
    assert "British Sign Language" not in gaps and "Audio" not in gaps


def test_the_accessibility_criteria_say_how_they_are_met(built: Path, pages: Site) -> None:
    listed = pages.pages["/accessibility/criteria/"].find("//dl[contains(@class, 'criteria')]")
    said = " ".join(text_of(each) for each in listed)
    before = project.charter().wcag.criteria
    then = [each for each in before if each.how_once_played]
    assert {each.number for each in then} == {"1.2.1", "1.2.2", "1.2.3", "1.2.5"}
    assert [each.number for each in then if str(each.how_once_played) not in said] == []
    assert {each.number for each in then if each.by_once_played == "person"} == {"1.2.2", "1.2.5"}
    assert "no film" not in said


def test_the_policy_lets_them_play_and_only_pages_that_have_one(built: Path, pages: Site) -> None:
    says = "//meta[@http-equiv='Content-Security-Policy']/@content"
    allowed = {page.address for page in pages.every_page if "media-src" in page.find(says)[0]}
    assert allowed == {f"/{SOUND}/", f"/{FILM}/"}
    assert (
        "media-src 'self'; frame-ancestors"
        in headers_for_all(built / "site")["Content-Security-Policy"]
    )
    features = headers_for_all(built / "site")["Permissions-Policy"]
    assert "fullscreen" not in features and "autoplay=()" in features


@pytest.mark.parametrize("page", ["formats/", f"{SOUND}/", f"{FILM}/"])
def test_no_browser_loads_any_before_somebody_asks_for_it(
    page: str, host: Host, browser: Chrome
) -> None:
    visit(browser, host, page)
    assert asked_for(host) == []
    asked = requests()
    assert asked and [url for url in asked if url.endswith(ENDINGS)] == []
    assert [url for url in asked if not url.startswith((host.address, "data:"))] == []


@pytest.mark.parametrize(
    ("page", "tag", "file"),
    [(f"{SOUND}/", "AUDIO", f"/{SOUND}.mp3"), (f"{FILM}/", "VIDEO", f"/{FILM}.mp4")],
)
def test_it_is_reached_and_played_by_keyboard(
    page: str, tag: str, file: str, host: Host, browser: Chrome
) -> None:
    visit(browser, host, page)
    for _ in range(40):
        if browser.execute_script("return document.activeElement.tagName") == tag:
            break
        ActionChains(browser).send_keys(Keys.TAB).perform()
    else:
        raise AssertionError(f"{tag} was not reached with the Tab key")
    ActionChains(browser).send_keys(Keys.SPACE).perform()
    WebDriverWait(browser, 10).until(lambda _: asked_for(host))
    assert asked_for(host)[0] == file
    said = [entry["message"] for entry in log("browser")]
    assert [each for each in said if "Content Security Policy" in each] == []
    if tag == "AUDIO":  # the made-up film has no pictures
        now = "return document.activeElement.currentTime"
        WebDriverWait(browser, 15).until(lambda _: browser.execute_script(now) > 0.2)


def test_neither_stick_nor_copy_for_times_without_a_network_has_them(built: Path) -> None:
    with ZipFile(built / "site/formats/charter.zip") as packed:
        names = packed.namelist()
        assert [name for name in names if name.endswith(ENDINGS)] == []
        (name,) = [name for name in names if name.endswith(f"{SOUND}/index.html")]
        page = html.fromstring(packed.read(name))
    assert page.xpath("//audio") == []
    # Who has the stick gets it from the website, and has its words.
    (link,) = page.xpath("//main//a[@download]/@href")
    assert link.endswith(f"/{SOUND}.mp3") and link.startswith("https://")
    assert page.xpath("//h2[@id='transcript']")
    worker = (built / "site/sw.js").read_text(encoding="utf-8")
    assert [each for each in ENDINGS if each in worker] == []


def test_the_search_finds_it_by_its_name_and_not_by_each_word_of_it(built: Path) -> None:
    listed = (built / "site/search/index.json").read_text(encoding="utf-8")
    assert f'"address":"{SOUND}/"' in listed and "The promises, read aloud" in listed
    assert "shouts near the pond" not in listed


@pytest.mark.parametrize(
    "changed",
    ["<audio controls", '<audio controls preload="auto"', '<audio preload="none"',
     '<audio controls autoplay preload="none"'],
)  # fmt: skip
def test_a_page_that_would_load_one_by_itself_stops_the_build(
    changed: str, built: Path, tmp_path: Path
) -> None:
    for name in (f"{SOUND}.mp3", f"{SOUND}/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(built / "site" / name, tmp_path / name)
    page = tmp_path / SOUND / "index.html"
    text = page.read_text(encoding="utf-8")
    assert [each for each in protect(Site(tmp_path)) if "audio" in each] == []
    assert text.count(ASKED_FIRST) == 1
    page.write_text(text.replace(ASKED_FIRST, changed), encoding="utf-8")
    assert any("<audio> may load before anybody asks" in each for each in protect(Site(tmp_path)))


@pytest.mark.weekly
@pytest.mark.browser
@pytest.mark.parametrize("page", [SOUND, FILM])
def test_both_pages_have_no_barrier_in_any_state(page: str, built: Path) -> None:
    settings = str(project.ROOT / "a11y/settings.yml")
    ended = project.run(
        project.ROOT, "a11y", str(built / "site"), "--pages", page, "--settings", settings
    )
    assert ended.status == 0, ended.said
