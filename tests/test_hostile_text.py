"""Hostile text in every text field of the data and in each page of prose, through the whole build:
in the finished pages, hosted and packed, nothing of it lives and nothing of it is lost.
"""

import http.server
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar
from zipfile import ZipFile

import pytest
from lxml import etree
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from a11y.browser import install
from charter.model import Charter
from charter.model.fields import ANY_TEXT
from publish.offline.zip import PACKED
from tests.host import hosted
from tests.hostile import HOST, HOSTILE, built, read, whole_marks

pytestmark = [pytest.mark.xdist_group("hostile"), pytest.mark.build]

# Texts that a program writes, and that no editor does.
BY_A_PROGRAM = {"Exempted, target"}
# What no page shows: rules for words, what people say (it only finds a place), what is said while
# there is no address to write to (this site has one), and a title that comes from the data instead.
NOT_SHOWN = (
    "data/words.yml",
    "data/search.yml, sayings, say",
    "data/have-your-say.yml, closed",
    "docs/have-your-say.md, title",
    "data/workshop-notes.yml, hidden",
    # What a page in another language says once somebody has checked it, or without an address.
    "data/in-short.yml, nobody_to_tell",
    "data/in-short.yml, checked",
    "data/in-short.yml, leaflet",
    "data/in-short.yml, large_print",
    # What is said once there is a recording or a film: this site has none.
    "data/wcag.yml, criteria, how_once_played",
)
# What stands beside a figure, and most have none yet.
BESIDE_A_FIGURE = "measures, unit"
ALIVE = [
    f"<img src=http://{HOST}/b>",
    "<p onclick=a()>",
    "<a href=javascript:a()>a</a>",
    "<style>p{}</style>",
    "<svg><script href=a.js></script></svg>",
    "<!-- a -->",
]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site with harmless words, and the one with hostile text; each with the packed copy
    unpacked in it.
    """
    for site in (built(hostile=False).site, built(hostile=True).site):
        with ZipFile(site / PACKED) as packed:
            packed.extractall(site / "packed")
    return built(hostile=False).site, built(hostile=True).site


def pages(sites: tuple[Path, Path]) -> Iterator[tuple[str, str, str]]:
    """Each page's path, as it is with harmless words, and with hostile text."""
    harmless, hostile = sites
    files = sorted(harmless.rglob("*.html"))
    assert len(files) > 130
    for file in files:
        path = file.relative_to(harmless)
        yield (path.as_posix(), file.read_text("utf-8"), (hostile / path).read_text("utf-8"))


def strings(node: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every description of a text in a JSON Schema, with the place where it stands."""
    if isinstance(node, dict):
        if node.get("type") == "string":
            yield name, node
        for key, each in node.items():
            yield from strings(each, key if key[:1].isupper() else f"{name}, {key}")
    elif isinstance(node, list):
        for each in node:
            yield from strings(each, name)


def test_every_text_of_the_model_is_planted_or_has_a_form_of_its_own() -> None:
    found = list(strings(Charter.model_json_schema()))
    free = [name for name, each in found if each.get("pattern") == ANY_TEXT]
    others = [
        re.sub(", properties", "", name)
        for name, each in found
        if not {"pattern", "enum", "const", "format", "refersTo"} & each.keys()
    ]
    assert len(free) > 200 and set(others) == BY_A_PROGRAM


def test_nothing_lives_and_nothing_is_lost_on_any_page(sites: tuple[Path, Path]) -> None:
    seen: set[int] = set()
    for path, harmless, hostile in pages(sites):
        parsed, wanted = read(hostile), read(harmless)
        assert parsed.skeleton == wanted.skeleton, path
        there = whole_marks(parsed.text)
        assert there == whole_marks(wanted.text), path
        seen |= there.keys()
    planted = built(hostile=True)
    assert len(planted.texts) > 2000
    never = {place for number, place in planted.places.items() if number not in seen}
    never = {place for place in never if not place.endswith(BESIDE_A_FIGURE)}
    assert {place for place in never if not place.startswith(NOT_SHOWN)} == set()


@pytest.mark.parametrize("planted", ALIVE)
def test_what_lives_would_be_seen(planted: str) -> None:
    page = "<!DOCTYPE html><title>a</title><p>words"
    assert read(page + planted).skeleton != read(page).skeleton
    escaped = read(page + planted.replace("<", "&lt;"))
    assert escaped.skeleton == read(page).skeleton and planted in escaped.text


def test_nothing_lives_in_files_that_are_no_pages(sites: tuple[Path, Path]) -> None:
    """The feed and the site map have the same elements, open data and the search's list the same
    fields, and the line that the service worker writes into pages is the same HTML.
    """
    kinds = set()
    for file in sorted(sites[0].rglob("*.*")):
        other = sites[1] / file.relative_to(sites[0])
        if file.suffix in (".xml", ".atom"):
            trees: list[Any] = [etree.parse(one).iter() for one in (file, other)]
            found: list[Any] = [[(e.tag, *e.attrib.items()) for e in tree] for tree in trees]
        elif file.name == "languages.json":
            continue  # hostile English has no translation, so there are fewer words to find
        elif file.suffix == ".json":
            found = [fields(json.loads(one.read_text("utf-8"))) for one in (file, other)]
        elif file.name == "sw.js":
            found = [read(worker_line(one)).skeleton for one in (file, other)]
            assert HOSTILE in read(worker_line(other)).text
        else:
            continue
        kinds.add(file.suffix)
        assert found[0] == found[1], file
    assert kinds == {".xml", ".atom", ".json", ".js"}


def fields(value: Any, place: str = "") -> set[str]:
    """The fields of JSON, and the kind of what each holds."""
    if isinstance(value, dict):
        return {one for key, each in value.items() for one in fields(each, f"{place}/{key}")}
    if isinstance(value, list):
        return {one for each in value for one in fields(each, place)}
    return {f"{place} {type(value).__name__}"}


def worker_line(file: Path) -> str:
    data = file.read_text("utf-8").removeprefix("const SITE = ").partition(";\n//")[0]
    return str(json.loads(data)["line"])


class _Trap(http.server.BaseHTTPRequestHandler):
    """Every other host: it notes what it is asked."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def trapped() -> Iterator[Chrome]:
    """A browser for which every other host is a trap on this computer."""
    trap = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Trap)
    threading.Thread(target=trap.serve_forever, daemon=True).start()
    options = Options()
    options.binary_location = install.browser() or ""
    rules = f"MAP * 127.0.0.1:{trap.server_port}, EXCLUDE 127.0.0.1"
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--disable-background-networking", "--disable-component-update", "--no-first-run",
                 f"--host-resolver-rules={rules}"):  # fmt: skip
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = Chrome(options=options, service=Service(executable_path=install.driver()))
    try:
        yield browser
    finally:
        browser.quit()
        trap.shutdown()
        trap.server_close()


@pytest.mark.browser
def test_in_a_browser_nothing_runs_and_no_other_host_is_asked(
    sites: tuple[Path, Path], tmp_path: Path
) -> None:
    """Hosted, and from files. A dialog that opens would end the walk."""
    site = sites[1]
    paths = [file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html"))]
    alive = tmp_path / "alive.html"
    alive.write_text(f"<script src=http://{HOST}/a.js></script>", encoding="utf-8")
    with trapped() as browser, hosted(site) as host:
        for path in paths:
            packed = path.startswith("packed/")
            browser.get((site / path).as_uri() if packed else host.address + path)
            # What the policy had to stop was alive.
            log = [str(entry["message"]) for entry in browser.get_log("browser")]  # type: ignore[no-untyped-call]
            assert [line for line in log if "Content Security" in line or HOST in line] == [], path
        assert _Trap.asked == []
        # The trap works, from files too.
        browser.get(alive.as_uri())
        assert _Trap.asked == ["/a.js"]


@pytest.mark.browser
def test_the_policy_of_the_packed_copy_stops_what_is_planted_there(
    sites: tuple[Path, Path],
) -> None:
    (page,) = (sites[1] / "packed").glob("*/privacy/index.html")
    text = page.read_text(encoding="utf-8")
    page = page.with_name("planted.html")
    live = f"<script src=http://{HOST}/a.js></script><img src=x onerror=document.title='ran'>"
    page.write_text(text.replace("</main>", f"{live}</main>"), encoding="utf-8")
    _Trap.asked.clear()
    with trapped() as browser:
        browser.get(page.as_uri())
        assert browser.title != "ran" and _Trap.asked == []
        page.write_text(re.sub("<meta http-equiv[^>]*>", "", page.read_text("utf-8")), "utf-8")
        browser.get(page.as_uri())
        assert _Trap.asked == ["/a.js"]
    page.unlink()
