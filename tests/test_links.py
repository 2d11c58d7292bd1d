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
import yaml

from a11y.site import site
from tests.links import TABLE, Answer, Flaky, ask, flaky, outside, told

pytestmark = pytest.mark.xdist_group("links")

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
    """A host that answers as an address says: /slow after five seconds, /once only the second time."""

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
    assert {path for path, answer in answers.items() if not answer.works} == {
        "/gone",
        "/turned-away",
        "/broken",
        "/slow",
        "/nowhere",
    }
    assert "404" in answers["/gone"].said
    assert "403" in answers["/turned-away"].said
    assert "timed out" in answers["/slow"].said
    assert "resolve" in answers["/nowhere"].said


def test_what_fails_once_only_is_asked_again(answers: dict[str, Answer]) -> None:
    assert answers["/once"].works and _Host.asked["/once"] == 2
    assert answers["/ok"].works


def lines(*given: Answer, rows: list[Flaky] | None = None) -> tuple[list[str], list[str]]:
    return told(
        list(given), {answer.address: {"/about/", "/area/"} for answer in given}, rows or [], TODAY
    )


def test_what_is_broken_is_told_with_every_page_that_links_to_it(
    answers: dict[str, Answer],
) -> None:
    wrong, known = lines(answers["/gone"], answers["/ok"])
    assert wrong == [f"{answers['/gone'].address} (on /about/, /area/): 404 Not Found"]
    assert known == []


def test_a_page_that_moved_for_good_is_worth_knowing_and_no_fault(
    answers: dict[str, Answer],
) -> None:
    wrong, known = lines(answers["/moved"], answers["/moved-for-now"])
    assert wrong == []
    assert len(known) == 1 and "301 Moved Permanently" in known[0]


def test_a_host_on_the_list_does_not_fail_and_is_still_told(
    answers: dict[str, Answer], port: int
) -> None:
    row = Flaky(f"127.0.0.1:{port}", "It turns machines away.", TODAY)
    wrong, known = lines(answers["/turned-away"], rows=[row])
    assert wrong == []
    assert len(known) == 1 and "403 Forbidden" in known[0]


def test_a_host_on_the_list_does_not_excuse_another(answers: dict[str, Answer], port: int) -> None:
    row = Flaky(f"localhost:{port}", "It turns machines away.", TODAY)
    wrong, _ = lines(answers["/turned-away"], answers["/turned-away-too"], rows=[row])
    assert len(wrong) == 1 and "/turned-away (on" in wrong[0]


def test_a_row_that_has_run_out_or_that_no_link_needs_is_told() -> None:
    fine = Answer("https://a.example/x", True, "200 OK", "")
    late, unused = (
        Flaky("a.example", "Slow.", TODAY - datetime.timedelta(days=1)),
        Flaky("b.example", "Slow.", TODAY),
    )
    wrong, _ = lines(fine, rows=[late, unused])
    assert wrong == [
        "flaky.yml: the row for a.example ran out on 2026-11-23. Look again",
        "flaky.yml: no link leads to b.example any more. Take the row out",
    ]


def test_every_row_says_why_and_until_when(tmp_path: Path) -> None:
    assert all(row.reason for row in flaky())
    _, start, rows = TABLE.read_text(encoding="utf-8").partition("# - host:")
    example = (start + rows).replace("# ", "").replace("[]", "")
    table = tmp_path / "flaky.yml"
    table.write_text(example, encoding="utf-8")
    (row,) = flaky(table)
    assert row.host == "www.example.org" and row.until > TODAY
    table.write_text(yaml.safe_dump([{"host": "a.example"}]), encoding="utf-8")
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
