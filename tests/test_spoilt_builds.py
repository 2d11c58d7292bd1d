"""Whole builds of a project that is spoilt in data/, docs/, mkdocs.yml, the environment, or where
`publish` writes: each ends in a site without anything alive in it, or in problems with a remedy.

A quick run tries a few. `make fuzz` tries for as long as SPOILT_MINUTES says, and prints how each
kind ended.
"""

import os
import re
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import html

from charter.clock import today
from publish.__main__ import main
from tests import project
from tests.fixtures import tell
from tests.test_spoilt_input import JARGON, MARKUP, REMEDY, WAYS, Change

pytestmark = pytest.mark.slow
LONG = "SPOILT_MINUTES"
PATIENCE = 300
KINDS = ("data", "docs", "settings", "environment", "publish")
ENDS = ("told", "built", "tracebacks", "hangs", "live markup", "riddles")
ADDRESSES = (
    "https://team.example/charter/", " https://team.example/charter ", "https://team.example",
    "", " ", "team.example", "https://team.example/?a=b", "https://team.example/index.html",
    "https://a@team.example/", "https://team.example/#x", "https://team.example/a b/", "[a]",
    "{a: b}", "no", "1", "https://team.example:x/", '"><i data-planted>', "https://[", "\t\n",
)  # fmt: skip
SECONDS = ("0", "-1", "1800000000", "words", "9" * 30, "1e9", " 1800000000 ", "", "253402300800")
IN_THE_WAY = ("file", "pipe", "dead link", "link", "nothing", "somebody's folder")
MARKS = ("<script>alert(1)</script>", f"{MARKUP}", f"[x]({MARKUP})", '<img src=x onerror="x">',
         "<meta http-equiv=refresh content=0>", "{{ 1/0 }}", "[a](javascript:alert(1))",
         "<a href='data:text/html,x'>x</a>")  # fmt: skip


@dataclass
class Spoilt:
    """A way to spoil a project: the kind, what is done to its files, settings of the environment,
    and arguments of `publish`."""

    kind: str
    what: str = ""
    change: Callable[[Path], None] = lambda copied: None
    environment: dict[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()


def of_file(kind: str, file: str, change: Change) -> Spoilt:
    """A change of one file."""
    return Spoilt(kind, file, lambda copied: change(copied / file))


def with_line(line: str, place: float) -> Change:
    """One more line in a page."""

    def change(file: Path) -> None:
        lines = file.read_text(encoding="utf-8").split("\n")
        at = 4 + int(place * len(lines[4:]))
        file.write_text("\n".join([*lines[:at], "", line, "", *lines[at:]]), encoding="utf-8")

    return change


def in_the_way(name: str, what: str) -> Spoilt:
    """Something else where `publish` writes."""

    def change(copied: Path) -> None:
        path = copied / name
        if what == "file":
            path.write_text("mine", encoding="utf-8")
        elif what == "pipe":
            os.mkfifo(path)
        elif what in ("dead link", "link"):
            path.symlink_to("nowhere" if what == "dead link" else "docs")
        elif what == "somebody's folder":
            path.mkdir()
            (path / "novel.txt").write_text("mine", encoding="utf-8")

    return Spoilt(
        "publish", f"{name}: {what}", change, arguments=("--to", name) if name != "site.new" else ()
    )


def files(folder: str) -> list[str]:
    """Files of the project that people edit."""
    return sorted(
        file.relative_to(project.ROOT).as_posix()
        for file in (project.ROOT / folder).rglob("*")
        if file.suffix in (".yml", ".md") and file.name not in ("README.md", "FIELDS.md")
    )


CHANGES = st.one_of(list(WAYS.values()))
SPOILT = st.one_of(
    st.builds(of_file, st.just("data"), st.sampled_from(files("data")), CHANGES),
    st.builds(of_file, st.just("docs"), st.sampled_from(files("docs")), CHANGES
        | st.builds(with_line, st.sampled_from(MARKS), st.floats(0, 0.99))),
    st.builds(of_file, st.just("settings"), st.just("mkdocs.yml"), CHANGES),
    st.builds(lambda a: Spoilt("environment", environment={"SITE_URL": a}),
              st.sampled_from(ADDRESSES) | st.text(
                  st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)),
    st.builds(lambda s: Spoilt("environment", environment={"SOURCE_DATE_EPOCH": s}),
              st.sampled_from(SECONDS)),
    st.builds(in_the_way, st.sampled_from(["site", "site.new", "out", "a/b/c", "docs"]),
              st.sampled_from(IN_THE_WAY)),
)  # fmt: skip


@dataclass
class Bench:
    """A project to spoil, and how all builds of it ended."""

    folder: Path
    ends: Counter[tuple[str, str]] = field(default_factory=Counter)

    def judge(self, spoilt: Spoilt) -> str:
        """Build what is spoilt; fails where that helps nobody."""
        copied = self.folder / "project"
        shutil.rmtree(copied, ignore_errors=True)
        copied.mkdir()
        project.copy(copied)
        try:
            spoilt.change(copied)
        except (OSError, UnicodeError):
            return "nothing spoilt"  # a file that is not there, or a folder in its place
        status, said = self.run(copied, spoilt)
        site = copied / (spoilt.arguments[1] if spoilt.arguments else "site")
        end = verdict(status, said, site, spoilt)
        self.ends[spoilt.kind, end] += 1
        shown = f"{spoilt.kind}, {spoilt.what}, {spoilt.environment}, {spoilt.arguments}"
        assert end in ("told", "built"), f"{end}: {shown}\n{status}\n{said[-1500:]}"
        return end

    def run(self, copied: Path, spoilt: Spoilt) -> tuple[int | None, str]:
        """The exit status of `publish`, None where it never ends, and what it says."""
        log = self.folder / "said"
        child = os.fork()
        if not child:
            _publish(copied, spoilt, log)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                said = log.read_text(encoding="utf-8", errors="replace")
                return os.waitstatus_to_exitcode(status), said
            time.sleep(0.05)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return None, log.read_text(encoding="utf-8", errors="replace")

    def table(self) -> Iterator[str]:
        """How builds of each kind ended."""
        yield f"{'':12}" + "".join(f"{end:>13}" for end in ENDS)
        for kind in KINDS:
            yield f"{kind:12}" + "".join(f"{self.ends[kind, end]:13}" for end in ENDS)


def _publish(copied: Path, spoilt: Spoilt, log: Path) -> None:
    """Publish in this process, which ends with it."""
    status = 99
    try:
        opened = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, 1)
        os.dup2(opened, 2)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="backslashreplace")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
        os.chdir(copied)
        os.environ.update(spoilt.environment)
        status = main(["--without-pdf", *spoilt.arguments])
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def verdict(status: int | None, said: str, site: Path, spoilt: Spoilt) -> str:
    """How a build ended, as one of ENDS."""
    if status is None:
        return "hangs"
    if "Traceback" in said or status not in (0, 1):
        return "tracebacks"
    if status == 1:
        return "told" if REMEDY.search(said) and not JARGON.search(said) else "riddles"
    address = spoilt.environment.get("SITE_URL", "").strip().rstrip("/")
    for file in site.rglob("*.html"):
        tree = html.parse(file).getroot()
        if tree.xpath("//*[@data-planted or @onerror or @http-equiv='refresh']") or any(
            link.strip().lower().startswith(("javascript:", "data:text"))
            for link in tree.xpath("//a/@href")
        ):
            return "live markup"
        for link in tree.xpath("//link[@rel='canonical']/@href"):
            if re.search(r"\s", link) or (address and not link.startswith(f"{address}/")):
                return "riddles"  # a site that does not know where it is
    return "built" if (site / "index.html").is_file() else "riddles"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Bench]:
    """A bench, which tells at its end how builds ended."""
    found = Bench(tmp_path_factory.mktemp("spoilt-builds"))
    yield found
    tell(pytestconfig, found.table())


def test_a_spoilt_project_ends_in_a_site_or_in_problems_that_can_be_mended(bench: Bench) -> None:
    found: list[str] = []
    end = time.monotonic() + 60 * float(os.environ.get(LONG, "10"))

    @settings(
        max_examples=3_000 if LONG in os.environ else 4,
        derandomize=LONG not in os.environ,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(spoilt=SPOILT)
    def try_all(spoilt: Spoilt) -> None:
        if time.monotonic() > end:
            raise TimeoutError  # which ends the run
        try:
            bench.judge(spoilt)
        except AssertionError as wrong:
            found.append(str(wrong))

    with suppress(TimeoutError):
        try_all()
    assert not found, "\n\n".join(found)
    assert sum(bench.ends.values()) > 1


@pytest.mark.parametrize(
    ("where", "what", "spoilt", "found"),
    [
        ("charter.site.docs_pages.mistakes", lambda docs: 1 / 0, Spoilt("docs"), "tracebacks"),
        ("publish.__main__.today", lambda: time.sleep(1_000), Spoilt("publish"), "hangs"),
        ("publish.__main__.build_pages", lambda *_: sys.exit(3), Spoilt("settings"), "tracebacks"),
        (
            "charter.site.site_address.checked",
            lambda address: "https://elsewhere.example/",  # a setting that is ignored
            Spoilt("environment", environment={"SITE_URL": "https://a.example/"}),
            "riddles",
        ),
    ],
)
def test_a_build_that_ends_badly_would_be_found(
    where: str,
    what: Callable[..., object],
    spoilt: Spoilt,
    found: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(where, what)
    if found == "hangs":
        monkeypatch.setattr("tests.test_spoilt_builds.PATIENCE", 10)
    with pytest.raises(AssertionError, match=f"^{found}"):
        Bench(tmp_path).judge(spoilt)


@pytest.mark.parametrize("planted", ["<i data-planted>x</i>", "<a href='javascript:x'>x</a>"])
def test_live_markup_and_a_wrong_address_in_a_page_would_be_found(
    planted: str, tmp_path: Path
) -> None:
    page = "<html><head><link rel=canonical href='https://a.example/x/'></head><body>{}</body>"
    (tmp_path / "index.html").write_text(page.format("fine"), encoding="utf-8")
    here = Spoilt("docs", environment={"SITE_URL": " https://a.example"})
    assert verdict(0, "", tmp_path, here) == "built"
    elsewhere = Spoilt("docs", environment={"SITE_URL": "https://b.example"})
    assert verdict(0, "", tmp_path, elsewhere) == "riddles"
    (tmp_path / "index.html").write_text(page.format(planted), encoding="utf-8")
    assert verdict(0, "", tmp_path, here) == "live markup"
    assert today()
