"""Whatever happens to the data ends in a right site, or in problems that say where and what to do.
`make fuzz` tries far more.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from charter.site.check import check
from tests import project
from tests.fuzz import home, seen, spoilt
from tests.fuzz.__main__ import faults, told
from tests.fuzz.drawn import Drawing
from tests.fuzz.judge import Judge
from tests.fuzz.mutations import Copy, Mutation, Planted, apply
from tests.fuzz.watch import ROOM, Report, portions, run
from tests.fuzz.worker import Order

RUNS, SEED = 500, 20_261_124
# What each planted fault of the charter must be found as, and the kind of mutation that brings it
# out.
CAUGHT_AS = {
    "templates do not escape": ("alive", "markup in text"),
    "of two equal keys one is dropped": ("lost", "key doubled"),
    "notes swallow text": ("lost", "comment"),
    "loading raises": ("traceback", "key dropped"),
    "loading never ends": ("hang", "key dropped"),
    "loading eats memory": ("memory", "key dropped"),
    "any address will do": ("alive", "script for an address"),
    "problems say no line": ("not helpful", "tag"),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good data."""
    return home.good_data(tmp_path_factory.mktemp("good"))


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Iterator[tuple[Copy, Judge]]:
    """A project whose data may be spoilt, and a judge of it."""
    made = home.project(tmp_path)
    copied = Copy(good, made / "data")
    yield copied, Judge(made)


def test_five_hundred_spoilt_copies_end_in_a_right_site_or_in_clear_problems(good: Path) -> None:
    report = Report()
    for done in run(good, portions(RUNS, SEED), workers=1):
        report.add(done)
    assert faults(report, RUNS) == [], "\n".join(told(report))


def test_every_fault_that_can_be_planted_has_its_name_here() -> None:
    assert set(CAUGHT_AS) == set(spoilt.FAULTS)


@pytest.mark.parametrize("fault", spoilt.FAULTS, ids=lambda fault: fault.replace(" ", "-"))
def test_a_fault_planted_in_the_charter_is_caught(fault: str, good: Path) -> None:
    report, (wanted, kind) = Report(), CAUGHT_AS[fault]
    order = Order(SEED, 200, ROOM, fault, (kind,))
    for done in run(good, [order], workers=1, patience=3 if wanted == "hang" else 20):
        report.add(done)
        if report.count(wanted):
            break
    assert report.count(wanted) > 0, report.outcomes


def test_a_report_of_too_few_runs_or_of_one_end_only_is_no_success() -> None:
    said = " ".join(faults(Report(), 10))
    assert "only 0 of 10 runs" in said
    assert "hardly any run with: key dropped" in said
    assert "not one run ended in: site" in said and "not one run ended in: told" in said
    assert faults(Report(peak=ROOM + 1), 0)[0].startswith("a worker had")


def test_the_judge_sees_a_page_that_came_from_data_and_not_from_a_template(
    copy: tuple[Copy, Judge],
) -> None:
    alive = [
        '<zqx-tag>x</zqx-tag>', '<p onclick="zqx()">x</p>', "<script>zqx()</script>", "<!-- zqx -->", '<a href="javascript:zqx()">x</a>',
        '<a href=" java\nscript:zqx()">x</a>', "<style>zqx { color: red }</style>", '<p style="zqx">x</p>', '<iframe srcdoc="x"></iframe>',
    ]  # fmt: skip
    page = "<html><head><title>x</title></head><body><header></header><main><h1>x</h1>{}</main><footer></footer></body></html>"
    assert seen.page("", page.format("<p>plain &lt;zqx&gt;</p>")).alive == ()
    assert [each for each in alive if not seen.page("", page.format(each)).alive] == []


def test_mutations_are_taken_back(copy: tuple[Copy, Judge]) -> None:
    copied, _ = copy
    before = {file: file.read_bytes() for file in copied.folder.rglob("*") if file.is_file()}
    for kind in (
        "a folder instead",
        "folder gone",
        "file copied",
        "two files swapped",
        "key dropped",
        "a link instead",
    ):
        assert apply(Mutation(kind, "pledges/ambition-1.yml", 3, 5), copied.folder) is not None
        assert {
            file: file.read_bytes() for file in copied.folder.rglob("*") if file.is_file()
        } != before
        copied.make_good()
        assert {
            file: file.read_bytes() for file in copied.folder.rglob("*") if file.is_file()
        } == before


# --- The quick way judges as the real one
# --------------------------------------------------------------------


def words_of_main(page: str) -> str:
    document = html.document_fromstring(page)
    (main,) = document.xpath("//main")
    return " ".join(main.text_content().split())


HARDER = ["markup in text", "Jinja", "Markdown", "right to left", "odd letters", "markup"]


def test_pages_drawn_quickly_are_those_of_a_real_build(good: Path, tmp_path: Path) -> None:
    """On data that are spoilt in every file in ways that end in a site."""
    copied = project.copy(tmp_path)
    shutil.rmtree(copied / "data")
    data = Copy(good, copied / "data")
    judge, planted, spoilt_files = Judge(copied), list[Planted](), 0
    names = sorted(file.relative_to(good).as_posix() for file in good.rglob("*.yml"))
    for number, name in enumerate(names):
        before = (data.folder / name).read_bytes()
        new = apply(
            Mutation(HARDER[number % len(HARDER)], name, 7 * number, 3 + 13 * number), data.folder
        )
        if new is None or judge.judge([]).outcome != "site":
            (data.folder / name).write_bytes(before)
            continue
        planted += new
        spoilt_files += 1
    assert spoilt_files > 30
    assert judge.judge(planted).bad == []
    built = project.run(copied, "mkdocs", "build", "--strict")
    assert built.status == 0, built.said
    drawing = Drawing(copied)
    for source in drawing.sources(check(copied)):
        real = (copied / "site" / source.address / "index.html").read_text(encoding="utf-8")
        quick = drawing.html(source)
        assert words_of_main(quick) == words_of_main(real), source.address
        assert seen.page(source.address, quick).words == seen.page(source.address, real).words
        assert seen.page(source.address, real).alive == ()


TOLD = ["key misspelt", "tag", "billion laughs", "tabs", "another encoding", "file removed"]


@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: kind.replace(" ", "-"))
def test_the_real_build_tells_the_same_problems(kind: str, good: Path, tmp_path: Path) -> None:
    copied = project.copy(tmp_path)
    shutil.rmtree(copied / "data")
    shutil.copytree(good, copied / "data")
    assert apply(Mutation(kind, "story.yml", 5, 40), copied / "data") is not None
    told_quickly = project.run(copied, "charter", "check")
    built = project.run(copied, "publish", "--without-pdf")
    assert told_quickly.status == built.status == 1
    assert told_quickly.said.strip() in built.said
    assert "Traceback" not in built.said
