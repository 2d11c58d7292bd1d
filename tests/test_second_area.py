"""Another area's data in place of this one's: the site builds, is right without a map, and passes
the checks of every page.
"""

import re
from pathlib import Path

import pytest
from lxml import html

from a11y.browser.states import STATES
from charter.site.check import check
from tests.project import ROOT, charter
from tests.second_area import checkout, tried

pytestmark = [pytest.mark.xdist_group("second area"), pytest.mark.weekly, pytest.mark.build]

# A file of tests, and why it says nothing of another area.
OF_THIS_AREA = {
    "test_area_postcode_box.py": "an area without a list of postcodes has no box to ask",
    "test_area_postcodes.py": "it compares this area's list of postcodes with its districts",
    "test_area_shapes.py": "it compares this area's map with its postcodes",
    "test_languages.py": "it knows which languages this area has, and their words",
    "test_screen_reader.py": "people have read what was said of this area's pages (transcripts/)",
    "test_search_answers.py": "it types what people here might look for (search/questions.yml)",
    "test_start.py": "it begins a small project, and knows the places of this area",
    "test_second_area.py": "it would put the second area in place of itself",
}


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
    (name,) = page(second, "area").xpath("//li[@id='nur-bagh']/bdi[1]")
    assert (name.text, name.get("lang")) == ("نور باغ", "ur")
    everywhere = [html.parse(str(file)).getroot() for file in (second / "site").rglob("index.html")]
    letters = "translate(., translate(., 'نورباغ', ''), '')"
    apart = "self::bdi or ancestor-or-self::*[@lang='ar']"  # Arabic has pages of its own
    loose = [
        part
        for document in everywhere
        for part in document.xpath(f"//main//*[not({apart})]/text()[{letters} != '']")
    ]
    assert sum(len(document.xpath("//bdi[@lang='ur']")) for document in everywhere) > 10
    assert loose == []


def test_every_other_test_passes_on_the_second_area_in_every_state(second: Path) -> None:
    files = {file.name for file in (ROOT / "tests").glob("test_*.py")}
    assert set(OF_THIS_AREA) <= files
    ended = tried(second, sorted(f"tests/{name}" for name in files - set(OF_THIS_AREA)))
    assert ended.status == 0, ended.said
    pages = len(list((second / "site").rglob("index.html"))) + 1
    assert f"{pages} pages in {len(STATES)} states" in ended.said
