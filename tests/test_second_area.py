"""Another area's data in place of this one's: the site builds, is right without a map, and passes
the checks of every page.
"""

import re
from pathlib import Path

import pytest
from lxml import html

from a11y.browser.states import NARROW_DARK, PAPER
from charter.site.check import check
from tests.project import ROOT, charter
from tests.second_area import checkout, tried
from tests.second_area.bound import OF_THIS_AREA, any_area

pytestmark = pytest.mark.xdist_group("second area")

# `make second-area` runs all tests for any area, in all states. These look at the pages themselves.
LOOKED_AT = [
    "test_states.py",
    "test_pages.py",
    "test_addresses.py",
    "test_plain_text.py",
    "test_search_list.py",
]
STATES = [NARROW_DARK, PAPER]


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second area's checkout, with its built site."""
    return checkout(tmp_path_factory.mktemp("second") / "project")


def page(second: Path, path: str) -> html.HtmlElement:
    return html.document_fromstring(
        (second / "site" / path / "index.html").read_text(encoding="utf-8")
    )


def test_the_second_area_is_quite_different(second: Path) -> None:
    here, there = charter(), check(second)
    for kind in ("values", "pledges", "outcomes"):
        assert {record.id for record in getattr(here, kind)} & {
            record.id for record in getattr(there, kind)
        } == set()
        assert len(getattr(here, kind)) != len(getattr(there, kind))
    assert (len(there.values), len(there.pledges), len(there.area.districts)) == (3, 7, 4)
    assert here.area.map and not there.area.map


def test_without_a_map_and_postcodes_no_page_speaks_of_them(second: Path) -> None:
    area = page(second, "area")
    assert area.xpath("//*[@id='art-map' or @data-postcodes]") == []
    assert len(area.xpath("//ul[@class='districts']/li")) == len(check(second).area.districts)
    for path in ("charter", "progress/tracker", "privacy"):
        assert not re.search(r"\bthe map\b|\bpostcode", page(second, path).text_content())


def test_names_from_right_to_left_stand_apart_in_their_language(second: Path) -> None:
    (name,) = page(second, "area").xpath("//li[@id='nur-bagh']/h3/bdi")
    assert (name.text, name.get("lang")) == ("نور باغ", "ur")
    everywhere = [html.parse(str(file)).getroot() for file in (second / "site").rglob("index.html")]
    letters = "translate(., translate(., 'نورباغ', ''), '')"
    loose = [
        part
        for document in everywhere
        for part in document.xpath(f"//main//*[not(self::bdi)]/text()[{letters} != '']")
    ]
    assert sum(len(document.xpath("//bdi[@lang='ur']")) for document in everywhere) > 10
    assert loose == []


def test_every_check_finds_nothing_on_the_pages_of_the_second_area(second: Path) -> None:
    ended = tried(second, [f"tests/{name}" for name in LOOKED_AT], STATES)
    assert ended.status == 0, ended.said
    looks = re.search(r"(\d+) pages in \d+ states \([^)]*\): (\d+) looks", ended.said)
    assert looks
    assert int(looks[1]) == len(list((second / "site").rglob("index.html"))) + 1
    assert int(looks[2]) >= len(STATES) * int(looks[1])


def test_every_test_is_for_any_area_or_says_why_it_is_not() -> None:
    files = {file.name for file in (ROOT / "tests").glob("test_*.py")}
    assert set(OF_THIS_AREA) <= files
    assert all(OF_THIS_AREA.values())
    assert {Path(name).name for name in any_area()} == files - set(OF_THIS_AREA)
    assert set(LOOKED_AT) <= files - set(OF_THIS_AREA)
