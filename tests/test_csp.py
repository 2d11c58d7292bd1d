"""A strict policy on every page: it stops what was planted, nothing of ours breaks on it, and a
walk through all pages leaves no trace.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import log, shown
from a11y.site import Page, site
from publish.gates.csp import protect
from publish.site import Site
from tests.browser.did_we import FORM, asked_in, fill_in, press_button, save
from tests.fixtures import each_kind_of_page, every_page
from tests.host import Host, headers_for_all, hosted
from tests.needs import needs_the_box
from tests.project import charter
from tests.questions import GROUP, progress, says, some_answers, widest

pytestmark = [pytest.mark.xdist_group("policy"), pytest.mark.usefixtures("site")]

# Notes what a page's policy stops, from the first moment on.
WATCH = (
    "window.stopped = []; document.addEventListener('securitypolicyviolation', stop =>"
    " stopped.push(stop.violatedDirective))"
)
DISPLAY = "return getComputedStyle(document.querySelector('main')).display"
ANY_INLINE = "'unsafe-inline' 'unsafe-eval' 'unsafe-hashes' http: https: *"


def parsed(policy: str) -> dict[str, list[str]]:
    """A policy by its kinds."""
    return {kind: allowed for kind, *allowed in (part.split() for part in policy.split(";"))}


def policy_of(page: Page) -> dict[str, list[str]]:
    (policy,) = page.document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    return parsed(policy)


@contextmanager
def watched(host: Host) -> Iterator[Chrome]:
    """The browser, noting what policies stop on the pages of a host."""
    with shown("404.html") as browser:
        made = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        log("browser")
        try:
            yield browser
        finally:
            browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


def stopped(browser: Chrome) -> list[str]:
    """What was stopped on the open page, as the page was told and as the console says."""
    told: list[str] = browser.execute_script("return stopped")
    messages = [entry["message"] for entry in log("browser")]
    return told + [each for each in messages if not each.endswith("404 (Not Found)")]


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with hosted(site().folder) as host:
        yield host


@every_page
def test_a_page_allows_what_is_ours_and_peoples_own_styles_and_nothing_else(page: Page) -> None:
    policy = policy_of(page)
    own = {kind: ["'self'"] for kind in ["script-src", "connect-src", "worker-src", "manifest-src"]}
    none = {kind: ["'none'"] for kind in ["default-src", "base-uri", "form-action"]}
    styles = {"style-src": ["'unsafe-inline'"]}
    assert policy == own | none | styles | {"img-src": ["'self'", "data:"]}
    assert page.document.xpath("//meta[@name='referrer']/@content") == ["no-referrer"]
    # It comes before everything that it speaks of.
    kinds = [
        part.get("http-equiv") or part.get("charset") or part.tag
        for part in page.document.xpath("/html/head/*")
    ]
    assert kinds[:2] == ["utf-8", "Content-Security-Policy"]
    # Nothing stands in the page that it stops, and no style but the one of our files.
    scripts = "@*[starts-with(name(), 'on') or starts-with(normalize-space(), 'javascript:')]"
    assert (
        page.document.xpath(f"//@style | //{scripts} | //script[not(@src)] | //body//style") == []
    )


def test_the_header_says_what_the_pages_say_and_that_nobody_may_frame_them() -> None:
    headers = headers_for_all(site().folder)
    for_all, of_home = parsed(headers["Content-Security-Policy"]), policy_of(site().page(""))
    assert for_all == of_home | {"frame-ancestors": ["'none'"]}
    said = json.dumps({kind: for_all[kind] for kind in for_all if kind != "style-src"})
    assert [word for word in ANY_INLINE.split() if f'"{word}"' in said] == []
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-cache"
    features = headers["Permissions-Policy"].split(", ")
    assert len(features) > 10 and all(feature.endswith("=()") for feature in features)
    # Cloudflare Pages takes lines of up to 2,000 letters and 100 rules.
    lines = (site().folder / "_headers").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 2000


@pytest.mark.usefixtures("browser")
@each_kind_of_page
def test_no_page_breaks_its_policy_or_asks_another_host(page: Page, host: Host) -> None:
    with watched(host) as browser:
        log("performance")
        browser.get(host.address + page.path)
        browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        events = [json.loads(entry["message"])["message"] for entry in log("performance")]
        sent = [each for each in events if each["method"] == "Network.requestWillBeSent"]
        asked = [each["params"]["request"]["url"] for each in sent]
        assert any(address.startswith(host.address) for address in asked)
        ours = (host.address, "data:")
        assert [address for address in asked if not address.startswith(ours)] == []
        assert stopped(browser) == []
        # What the style says is in force: it was not stopped without a word.
        assert browser.execute_script(DISPLAY) == "grid"


@pytest.mark.usefixtures("browser")
def test_a_walk_through_all_pages_leaves_no_cookie_and_nothing_stored(host: Host) -> None:
    with watched(host) as browser:
        for page in site().pages:
            browser.get(host.address + page.path)
        assert browser.execute_cdp_cmd("Network.getAllCookies", {})["cookies"] == []
        assert browser.execute_script("return localStorage.length + sessionStorage.length") == 0
        origin = {"origin": host.address.rstrip("/")}
        used = browser.execute_cdp_cmd("Storage.getUsageAndQuota", origin)
        assert used["usage"] == 0, used
        workers = "navigator.serviceWorker.getRegistrations().then(arguments[0])"
        assert browser.execute_async_script(workers) == []


def copy_a_link(browser: Chrome, host: Host, _: Path) -> None:
    browser.get(f"{host.address}charter/{charter().pledges_in_order[0].id}/")
    allowed = {"permissions": ["clipboardSanitizedWrite"]}
    browser.execute_cdp_cmd("Browser.grantPermissions", allowed)
    browser.find_element(By.CSS_SELECTOR, ".copy button").click()
    status = browser.find_element(By.CSS_SELECTOR, ".copy [role=status]")
    WebDriverWait(browser, 10).until(lambda _: status.text)
    assert status.text == "Link copied."


def ask_about_a_postcode(browser: Chrome, host: Host, _: Path) -> None:
    browser.get(f"{host.address}area/")
    browser.find_element(By.CSS_SELECTOR, "[data-postcodes] input").send_keys("ZZ1 1ZZ", Keys.ENTER)
    box = charter().postcode_box
    assert box
    answer = "return document.querySelector('main [role=status]').textContent"
    none = ("", box.answers.waiting)
    WebDriverWait(browser, 10).until(lambda _: browser.execute_script(answer) not in none)
    assert browser.execute_script(answer) != box.answers.failed
    assert any(path.endswith("postcodes.txt") for path, _ in host.sent)


def press_print(browser: Chrome, host: Host, _: Path) -> None:
    browser.get(f"{host.address}leaflet/")
    browser.execute_script("window.print = () => document.title = 'printed'")
    browser.find_element(By.CSS_SELECTOR, "[data-print] button").click()
    assert browser.title == "printed"


def keep_answers(browser: Chrome, host: Host, folder: Path) -> None:
    browser.get(host.address + FORM)
    press_button(browser, "text", folder)  # asks for what is missing
    answers = some_answers(widest())
    browser.get(host.address + FORM)
    fill_in(browser, widest().id, GROUP.id, answers)
    says(browser, progress(len(answers), widest()))
    assert set(answers) <= asked_in(save(browser, "text", folder))


USES = [
    pytest.param(ask_about_a_postcode, marks=needs_the_box),
    *(copy_a_link, press_print, keep_answers),
]


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("use", USES, ids=lambda use: use.__name__)
def test_what_people_do_here_works_under_the_policy(
    use: Callable[[Chrome, Host, Path], None], host: Host, tmp_path: Path
) -> None:
    with watched(host) as browser:
        use(browser, host, tmp_path)
        assert stopped(browser) == []


PLANTED = {
    "script": ("<script>document.title = 'planted'</script>", "script-src-elem"),
    "handler": ("<img alt='' src='a.svg' onerror='document.title = `planted`'>", "script-src-attr"),
    "script of another host": (
        "<script src='http://localhost:1/a.js'></script>",
        "script-src-elem",
    ),
    "sheet of another host": (
        "<style>@import 'http://localhost:1/a.css'</style>",
        "style-src-elem",
    ),
    "ground of another host": (
        "<style>main { background: url(http://localhost:1/a.png) }</style>",
        "img-src",
    ),
    "font of another host": (
        "<style>@font-face { font-family: a; src: url(http://localhost:1/a.woff2) }"
        " main { font-family: a }</style>",
        "font-src",
    ),
    "style attribute": (
        "<p style='list-style: url(http://localhost:1/a.png)'>planted</p>",
        "img-src",
    ),
    "frame": ("<iframe src='/'></iframe>", "frame-src"),
    "picture of another host": ("<img alt='' src='http://localhost:1/a.png'>", "img-src"),
    "base": ("<base href='http://localhost:1/'>", "base-uri"),
}


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize(
    ("planted", "by_header"),
    # A host that does not read `_headers` sends none, and the policy in the page must do.
    [(name, by_header) for name in PLANTED for by_header in (False, True)],
)
def test_what_was_planted_does_nothing(planted: str, by_header: bool, tmp_path: Path) -> None:
    html, directive = PLANTED[planted]
    whole = site().page("privacy/").file.read_text(encoding="utf-8")
    page = plant(whole, html, keep_policy=not by_header)
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    shutil.copy(site().folder / "_headers", tmp_path)
    shutil.copy(site().folder / "404.html", tmp_path)
    with hosted(tmp_path, with_headers=by_header) as host, watched(host) as browser:
        browser.get(host.address)
        WebDriverWait(browser, 5).until(lambda _: browser.execute_script("return stopped.length"))
        assert browser.execute_script("return stopped[0]") == directive
        assert browser.title != "planted"
        assert browser.execute_script(DISPLAY) == "grid"
        log("browser")


def plant(page: str, html: str, keep_policy: bool) -> str:
    if not keep_policy:
        page, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
        assert count == 1
    assert "</main>" in page
    place = "<title>" if "<base" in html else "</main>"
    return page.replace(place, html + place)


@pytest.mark.usefixtures("browser")
def test_a_planted_script_would_run_without_the_policy(tmp_path: Path) -> None:
    whole = site().page("privacy/").file.read_text(encoding="utf-8")
    page = plant(whole, PLANTED["script"][0], keep_policy=False)
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with hosted(tmp_path, with_headers=False) as host, shown("404.html") as browser:
        browser.get(host.address)
        assert browser.title == "planted"


@pytest.mark.usefixtures("browser")
def test_peoples_own_styles_work(host: Host) -> None:
    """As the bookmarklets do that people use for dyslexia or wider spacing (WCAG 1.4.12)."""
    with watched(host) as browser:
        browser.get(host.address)
        browser.execute_script(OWN_STYLES)
        assert browser.execute_script(SPACING) == ["3px", "7px"]
        assert stopped(browser) == []


OWN_STYLES = """
    const sheet = document.createElement("style");
    sheet.textContent = "* { letter-spacing: 3px !important }";
    document.body.append(sheet);
    document.querySelector("h1").setAttribute("style", "word-spacing: 7px");"""
SPACING = (
    "const h1 = getComputedStyle(document.querySelector('h1'));"
    " return [h1.letterSpacing, h1.wordSpacing]"
)
FOREIGN = "//other.example/"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p style='color: red'>a</p>", "<p> has a style attribute"),
        ("<p onclick='a()'>a</p>", "<p> has a script in onclick"),
        ("<script>a()</script>", "a script stands in the page"),
        ("<script type='application/ld+json'>{}</script>", "a script stands in the page"),
        (f"<script src='{FOREIGN}a.js'></script>", f"<script> loads {FOREIGN}a.js"),
        ("<script src='data:text/javascript,a()'></script>", "<script> loads data:"),
        ("<script src='../_headers'></script>", "<script> loads ../_headers"),
        ("<script src='../assets/scripts/gone.js'></script>", "<script> loads ../assets"),
        ("<link rel='preload' href='../_headers'>", "<link> stands in the body"),
        ("<style>p { color: red }</style>", "<style> stands in the body"),
        (f"<img alt='' srcset='../_headers 1x, {FOREIGN}b 2x'>", "<img> loads ../_headers 1x"),
        (f"<video poster='{FOREIGN}b'></video>", "<video> loads"),
        (f"<svg><use href='{FOREIGN}a.svg#b'/></svg>", "<use> loads"),
        (f"<svg><image xlink:href='{FOREIGN}a.svg'/></svg>", "<image> may not stand"),
        ("<svg><a><set attributeName='href' to='javascript:a()'/></a></svg>", "<set> may not"),
        ("<meta http-equiv='refresh' content='0;url=/'>", "<meta> may not say that"),
        ("<meta name='referrer' content='unsafe-url'>", "<meta> may not say that"),
        (f"<base href='{FOREIGN}'>", "<base> may not stand"),
        ("<iframe></iframe>", "<iframe> may not stand"),
        ("<object></object>", "<object> may not stand"),
        ("<noscript>a</noscript>", "<noscript> may not stand"),
        (f"<form action='{FOREIGN}'></form>", "<form> has action"),
        (f"<button formaction='{FOREIGN}'>a</button>", "<button> has formaction"),
        (f"<a href='/' ping='{FOREIGN}'>a</a>", "<a> has ping"),
        ("<!-- a --><p>b</p>", "a comment stands in the page"),
        ("<?a b?><p>b</p>", "a comment stands in the page"),
    ],
)
@pytest.mark.parametrize("path", ["about/", "404.html"])
def test_what_no_page_may_hold_is_told_when_it_is_built(
    path: str, html: str, told: str, tmp_path: Path
) -> None:
    file = tmp_path / site().page(path).file.relative_to(site().folder)
    file.parent.mkdir(exist_ok=True)
    (tmp_path / "_headers").touch()
    shutil.copytree(site().folder / "assets", tmp_path / "assets")
    whole = site().page(path).file.read_text(encoding="utf-8")
    file.write_text(plant(whole, html, keep_policy=False), encoding="utf-8")
    found = protect(Site(tmp_path))
    assert found, html
    wanted = rf"{file.relative_to(tmp_path)}, line \d+: {re.escape(told)}"
    assert any(re.match(wanted, each) for each in found), found


@pytest.mark.parametrize(
    "rules",
    [
        f"@import '{FOREIGN}a.css';",
        f"@media print {{ h1 {{ background: url( '{FOREIGN}a.png' ) }} }}",
        f"@font-face {{ font-family: a; src: URL(https:{FOREIGN}a.woff) }}",
        f"h1 {{ background: image-set('a.png' 1x, '{FOREIGN}a.png' 2x) }}",
    ],
)
def test_a_style_that_asks_another_host_is_told(rules: str, tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><head><meta charset='utf-8'><style>{}</style></head>"
    said = []
    for style in (rules, "h1 { background: url(data:image/svg+xml,<svg xmlns='http://a/'/>) }"):
        (tmp_path / "index.html").write_text(page.format(style), encoding="utf-8")
        said.append(protect(Site(tmp_path)))
    assert said[0] and f"{FOREIGN}a." in said[0][0] and said[1] == []


def test_nothing_can_end_a_style_or_an_attribute(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!DOCTYPE html><title>A</title><style>p { content: 'X' }</style>"
        "<p title='&lt;/p>&lt;header>'>a"
    )
    built = Site(tmp_path)
    built.pages["/"].find("//style")[0].text = "p{content:'</STYLE><script>a()</script>'}"
    built.write()
    whole = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert r"p{content:'<\/STYLE><script>a()<\/script>'}" in whole
    assert "&lt;header&gt;" in whole
