"""`make links`: what leads nowhere is told with its page, and hosts that turn machines away are on
a list that runs out.
"""

import datetime
import http.server
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from a11y.site import site
from charter.model import Source
from tests.links import TABLE, Answer, Flaky, ask, flaky, outside, to_read, told

pytestmark = [pytest.mark.xdist_group("links"), pytest.mark.slow]

TODAY = datetime.date(2026, 11, 24)
CODES = {
    "/ok": 200,
    "/gone": 404,
    "/moved": 301,
    "/moved-for-now": 302,
    "/turned-away": 403,
    "/broken": 500,
}


class _Host(http.server.BaseHTTPRequestHandler):
    """A host that answers as an address says: /slow after 5 seconds, /once only the second time."""

    asked: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        if self.path == "/slow":
            time.sleep(5)
        code = CODES.get(self.path, 200)
        if self.path == "/once" and self.asked[self.path] == 1:
            code = 503
        self.send_response(code)
        if code in (301, 302):
            self.send_header("Location", "/ok")
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"hi")

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def answers(port: int) -> dict[str, Answer]:
    """What each address of the host answered, by its path; nobody waits longer than a second."""
    paths = [*CODES, "/slow", "/once"]
    nowhere = "http://nowhere.invalid/nowhere"
    found = ask(
        [
            *(f"http://127.0.0.1:{port}{path}" for path in paths),
            f"http://localhost:{port}/turned-away-too",
            nowhere,
        ],
        patience=1,
    )
    return {f"/{answer.address.split('/', 3)[3]}": answer for answer in found}


def test_what_leads_somewhere_is_told_from_what_does_not(answers: dict[str, Answer]) -> None:
    broken = {path: answer.said for path, answer in answers.items() if not answer.works}
    assert set(broken) == {"/gone", "/turned-away", "/broken", "/slow", "/nowhere"}
    assert "404" in broken["/gone"] and "403" in broken["/turned-away"]
    assert "timed out" in broken["/slow"] and "resolve" in broken["/nowhere"]
    # What fails once only is asked again.
    assert answers["/once"].works and _Host.asked["/once"] == 2


def test_each_answer_is_told_by_what_is_to_be_done(answers: dict[str, Answer], port: int) -> None:
    """What is broken is to mend, with every page that links to it. What moved for good, or is
    broken on a host of the list, is worth knowing; another host is not excused.
    """

    def lines(*paths: str, host: str = "") -> tuple[list[str], list[str]]:
        given = [answers[path] for path in paths]
        rows = [Flaky(f"{host}:{port}", "It turns machines away.", TODAY)] if host else []
        pages = {answer.address: {"/about/", "/area/"} for answer in given}
        return told(given, pages, rows, TODAY)

    gone = f"{answers['/gone'].address} (on /about/, /area/): 404 Not Found"
    assert lines("/gone", "/ok") == ([gone], [])
    wrong, (moved,) = lines("/moved", "/moved-for-now")
    assert not wrong and "301 Moved Permanently" in moved
    wrong, (known,) = lines("/turned-away", host="127.0.0.1")
    assert not wrong and "403 Forbidden" in known
    (wrong_line,), _ = lines("/turned-away", "/turned-away-too", host="localhost")
    assert "/turned-away (on" in wrong_line


def test_sources_that_are_there_and_that_nobody_has_opened_are_told_with_the_line_to_write() -> (
    None
):
    """What leads nowhere, what was opened already and what is on paper wait for nobody."""
    given: list[dict[str, object]] = [
        {"id": "there", "address": "https://there.example/#a", "read": "stored copy, 2026-11"},
        {"id": "gone", "address": "https://gone.example/", "read": "stored copy, 2026-11"},
        {"id": "opened", "address": "https://opened.example/", "opened": TODAY},
        {"id": "on-paper", "read": "stored copy, 2026-11"},
    ]
    facts = {"title": "A", "publisher": "B", "published": "no date"}
    sources = [Source.model_validate(facts | each) for each in given]
    answers = [
        Answer(f"https://{name}.example/", name != "gone", "", "")
        for name in ("there", "gone", "opened")
    ]
    assert to_read(answers, sources, TODAY) == ["there: opened: 2026-11-24"]


def test_a_row_that_has_run_out_or_that_no_link_needs_is_told() -> None:
    fine = Answer("https://a.example/x", True, "200 OK", "")
    late = Flaky("a.example", "Slow.", TODAY - datetime.timedelta(days=1))
    unused = Flaky("b.example", "Slow.", TODAY)
    assert told([fine], {fine.address: {"/"}}, [late, unused], TODAY)[0] == [
        "flaky.yml: the row for a.example ran out on 2026-11-23. Look again",
        "flaky.yml: no link leads to b.example any more. Take the row out",
    ]


def test_every_row_says_why_and_until_when(tmp_path: Path) -> None:
    assert all(row.reason for row in flaky())
    _, start, rows = TABLE.read_text(encoding="utf-8").partition("# - host:")
    table = tmp_path / "flaky.yml"
    table.write_text((start + rows).replace("# ", "").replace("[]", ""), encoding="utf-8")
    (row,) = flaky(table)
    assert row.host == "www.example.org" and row.until > TODAY
    table.write_text("- host: a.example", encoding="utf-8")
    with pytest.raises(TypeError, match="reason"):
        flaky(table)


@pytest.mark.usefixtures("site")
def test_every_outside_link_of_the_site_is_asked_once() -> None:
    found = outside(site().folder)
    links = {
        (page.path, link.partition("#")[0])
        for page in site().pages
        for link in page.document.xpath("//body//a/@href")
    }
    wanted = {link for _, link in links if link.startswith(("http://", "https://"))}
    assert len(wanted) > 20 and set(found) == wanted
    assert {(page.removeprefix("/"), link) for link, pages in found.items() for page in pages} == {
        one for one in links if one[1] in wanted
    }
