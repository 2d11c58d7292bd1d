"""A site does without each part whose file is missing: its pages, and what leads to them."""

import datetime
import shutil
from pathlib import Path

import pytest

from charter.data.load import load
from charter.model import Charter, data_files
from charter.site import docs_calls, docs_pages, docs_stubs, left_out, pages
from charter.site.check import check
from charter.todo import gaps
from tests.project import ROOT
from tests.sample import with_pages

DOCS = ROOT / "docs"
DAY = datetime.date(2026, 11, 30)
# Written by programs, only there beside another file, or named by each pledge.
NO_PARTS = {"moved", "a11y_report", "shapes", "answers", "values"}
PARTS = [
    name
    for name, file in data_files().items()
    if (file.may_be_missing or file.may_be_empty) and name not in NO_PARTS
]
# What was promised of a part is promised for good, so a site drops one before it is published.
PROMISES = ("addresses.txt", "wordings.txt", "moved.yml")


def without(parts: list[str], to: Path) -> Charter:
    """This area's charter without some of its parts."""
    gone = [data_files()[name].path.removesuffix("/*.yml") for name in parts]
    gone += ["answers"] if "did_we" in parts else []
    shutil.copytree(ROOT / "data", to, ignore=lambda folder, names: {*PROMISES} & {*names})
    for path in gone:
        shutil.rmtree(to / path) if (to / path).is_dir() else (to / path).unlink(missing_ok=True)
    return load(to, docs_pages.addresses(DOCS))


def drawn(charter: Charter) -> dict[str, str]:
    """Every piece that a page of the site asks for."""
    files = left_out.docs_files(charter, DOCS)
    gone = left_out.pages(charter, files)
    titles = {**docs_pages.titles(DOCS), **pages.titles(charter)}
    titles = {address: title for address, title in titles.items() if address not in gone}
    here = pages.Here("../", "https://area.example/", DAY, titles=titles, left_out=gone)
    asked = [(file.relative_to(DOCS), call) for file, call in docs_pages.calls(DOCS)]
    calls = [call for file, call in asked if file not in files and not call.texts]
    calls += [
        call
        for text in docs_stubs.texts(charter).values()
        for call in docs_calls.read(text)
        if isinstance(call, docs_calls.Call)
    ]
    found = {str(call): pages.OFFERED[call.name](charter, here, *call.texts) for call in calls}
    return {
        call: left_out.drawn(it.html if isinstance(it, pages.Page) else it, "../", gone)
        for call, it in found.items()
    }


@pytest.mark.parametrize(
    "part", [*(pytest.param(part, marks=pytest.mark.slow) for part in PARTS), "all"]
)
def test_without_a_part_all_else_is_drawn_and_nothing_leads_to_it(
    part: str, tmp_path: Path
) -> None:
    charter = without(PARTS if part == "all" else [part], tmp_path / "data")
    gone = left_out.pages(charter, left_out.docs_files(charter, DOCS))
    links = {
        href.removeprefix("../")
        for text in drawn(charter).values()
        for href in left_out.HREF.findall(text)
        if href.startswith("../")
    }
    assert [href for href in links if left_out.is_left_out(href, gone)] == []
    assert pages.frame(charter, gone)
    assert gaps(charter, DAY)


def test_with_all_parts_no_page_is_left_out() -> None:
    charter = load(ROOT / "data")
    assert left_out.pages(charter, left_out.docs_files(charter, DOCS)) == frozenset()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('<p>Two.</p>\n<p>See <a href="../gone/#a">one</a>.</p>', "<p>Two.</p>"),
        ('<ul>\n<li><a href="../gone/">1</a></li>\n</ul>', ""),
        ('<ul>\n<li>1</li>\n<li><a href="../gone/">2</a></li>\n</ul>', "<ul>\n<li>1</li>\n</ul>"),
        ('<h2>A</h2>\n<p><a href="../gone/">B</a></p>\n<p>C</p>\n<h2>D</h2>', "<h2>D</h2>"),
        ('<section><h2>A</h2><p><a href="../gone/">B</a></p></section><p>C</p>', "<p>C</p>"),
        ('You can see <a href="../gone/">that</a> here.', ""),
        ('<p><a href="../here/">A</a> <a href="https://x.uk/gone/">B</a></p>', None),
    ],
)
def test_what_leads_to_such_a_page_goes_and_takes_along_what_is_empty(
    text: str, left: str | None
) -> None:
    assert left_out.drawn(text, "../", frozenset({"gone/"})) == (text if left is None else left)


def test_the_check_ends_well_without_an_area_though_there_is_a_box_for_postcodes(
    tmp_path: Path,
) -> None:
    with_pages(tmp_path)
    (tmp_path / "data/area.yml").unlink()
    assert (tmp_path / "data/postcode-box.yml").exists() and check(tmp_path).area is None
