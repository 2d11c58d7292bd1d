"""The area: the map says what the list says, its shapes are true to the postcodes, and a damaged
file of shapes is told.
"""

import datetime
import json
from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import shapely
from selenium.webdriver import Keys

from a11y.browser.driver import shown
from a11y.browser.states import DARK, NARROW, NO_SCRIPT, PAPER, WIDE, State
from a11y.site import site
from charter.data.load import load
from charter.map.shapes import read
from charter.problems import ProblemsFound
from charter.site.pages.charter import area
from charter.site.pages.page import Here
from tests.project import ROOT, charter
from tests.sample import edit, sample
from tests.test_keyboard import press
from tools.map.postcodes import postcodes

FILE = "area/districts.geojson"

PAGE = "area/"
# Gaps between districts, in m²: smaller ones can't be seen on any screen.
GAP = 100


@cache
def shapes() -> dict[str, Any]:
    """The shape of each district and neighbour, by code."""
    found = charter().shapes
    assert found
    return {
        shape.properties.code: shapely.MultiPolygon(
            [(p[0], p[1:]) for p in shape.geometry.coordinates]
        )
        for shape in found.features
    }


@pytest.mark.usefixtures("site")
def test_the_map_the_list_and_the_table_hold_the_same_places_in_the_same_order() -> None:
    main = site().page(PAGE).main
    places = charter().area.places
    on_map = main.xpath(".//*[@id='art-map']//a")
    assert [link.get("href") for link in on_map] == [f"#{place.id}" for place in places]
    assert [link.get("aria-label").removesuffix(", not covered") for link in on_map] == [
        place.name for place in places
    ]
    assert main.xpath(".//ul[@class='districts']/li/@id") == [place.id for place in places]
    assert main.xpath(".//ul[@class='districts']/li/h3/text()") == [place.name for place in places]
    assert [" ".join(row.text_content().split()) for row in main.xpath(".//table//tbody//th")] == [
        f"{place.name}, {place.code}" for place in places
    ]


@pytest.mark.usefixtures("site")
def test_a_neighbour_is_said_to_be_outside_on_the_map_and_in_the_list_with_its_reason() -> None:
    main = site().page(PAGE).main
    for neighbour in charter().area.neighbours:
        assert main.xpath(f".//*[@id='art-map']//a[@href='#{neighbour.id}']/@aria-label") == [
            f"{neighbour.name}, not covered"
        ]
        text = main.xpath(f"string(.//li[@id='{neighbour.id}'])")
        assert "Not covered" in text and all(reason in text for reason in neighbour.reason)


@pytest.mark.usefixtures("site")
def test_stories_stand_in_the_districts_that_they_name() -> None:
    main = site().page(PAGE).main
    for district in charter().area.districts:
        wanted = [
            f"../case-studies/{story.id}/"
            for story in charter().case_studies
            if district.id in story.districts
        ]
        assert (
            main.xpath(f".//li[@id='{district.id}']//a[contains(@href, 'case-studies')]/@href")
            == wanted
        )


def test_nearly_all_postcodes_lie_in_the_shape_of_their_district() -> None:
    everywhere = postcodes()
    for code, shape in shapes().items():
        points = shapely.points(everywhere.points[everywhere.codes == code])
        assert len(points) > 1000
        shapely.prepare(shape)
        assert shapely.covers(shape, points).mean() >= 0.995, code


def test_shapes_are_sound_and_overlap_nowhere() -> None:
    for shape in shapes().values():
        assert shape.is_valid
    for (one, shape), (other, beside) in combinations(shapes().items(), 2):
        assert shape.intersection(beside).area == 0, (one, other)


def test_shapes_leave_no_gap_between_them() -> None:
    whole = shapely.union_all(list(shapes().values()))
    gaps = [
        shapely.Polygon(ring).area for part in shapely.get_parts(whole) for ring in part.interiors
    ]
    assert [gap for gap in gaps if gap > GAP] == []


def test_districts_side_by_side_have_different_patterns_and_what_is_outside_has_its_own() -> None:
    found = charter().shapes
    assert found
    facts = {shape.properties.code: shape.properties for shape in found.features}
    assert all((facts[code].pattern == 0) is not facts[code].inside for code in facts)
    for one, other in combinations(facts, 2):
        if shapes()[one].touches(shapes()[other]):
            assert facts[one].pattern != facts[other].pattern, (one, other)


# Every name on the map: its box, and the size of its letters as they are seen, in CSS pixels.
NAMES = """
const map = document.getElementById("art-map"), scale = map.getScreenCTM().a;
const frame = map.getBoundingClientRect();
return [...map.querySelectorAll("text")].map(text => {
  const box = text.getBoundingClientRect();
  const inFrame = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * scale, inFrame, box.left, box.top, box.right, box.bottom];
});
"""


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize("state", [WIDE, DARK, NARROW, PAPER], ids=lambda state: state.name)
@pytest.mark.parametrize("page", [PAGE, "progress/tracker/"])
def test_every_name_on_the_map_can_be_read(page: str, state: State) -> None:
    with shown(page, state) as browser:
        names = browser.execute_script(NAMES)
    assert len(names) == len(charter().area.places)
    for name, size, in_frame, *_ in names:
        assert size >= 11, name
        assert in_frame, name
    boxes = {name: shapely.box(*box) for name, _, _, *box in names}
    for one, other in combinations(boxes, 2):
        # Boxes hold room above and below the letters, where two may touch.
        assert boxes[one].intersection(boxes[other]).area <= 0.1 * min(
            boxes[one].area, boxes[other].area
        ), (one, other)


@pytest.mark.usefixtures("site", "browser")
def test_a_place_is_chosen_on_the_map_with_the_keyboard_and_without_script() -> None:
    for place in charter().area.places:
        with shown(PAGE, NO_SCRIPT) as browser:
            browser.execute_script(
                f"document.querySelector('#art-map [href=\"#{place.id}\"]').focus()"
            )
            press(browser, Keys.ENTER)
            assert (
                browser.execute_script(
                    "return document.querySelector(':target').querySelector('h3').innerText"
                )
                == place.name
            )
            assert (
                browser.execute_script(
                    "return document.querySelector(':target').getBoundingClientRect().top"
                )
                < NO_SCRIPT.height
            )


HERE = Here("../", "https://riverdale.example/", datetime.date(2026, 11, 24))


def test_the_area_without_a_map_is_still_a_list(tmp_path: Path) -> None:
    data = sample(tmp_path)
    text = (data / "area.yml").read_text(encoding="utf-8")
    (data / "area.yml").write_text(text[: text.index("map:")], encoding="utf-8")
    (data / FILE).unlink()
    loaded = load(data)
    drawn = str(area(loaded, HERE))
    assert loaded.shapes is None
    assert "<svg" not in drawn
    assert all(f'id="{place.id}"' in drawn for place in loaded.area.places)


def test_the_sample_map_is_drawn() -> None:
    drawn = str(area(load(ROOT / "tests" / "sample" / "data"), HERE))
    assert 'd="M0 20l10 0 0-10-10 0z"' in drawn
    assert '<tspan dy="-.2em">Down</tspan> <tspan x="15" dy="1.1em">Stream</tspan>' in drawn


def changed(change: Callable[[Any], object]) -> Callable[[bytes], bytes]:
    """A way to spoil a file of shapes: parse it, change it, write it again."""

    def spoil(content: bytes) -> bytes:
        parsed = json.loads(content)
        change(parsed)
        return json.dumps(parsed).encode()

    return spoil


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], int, str]] = {
    "empty": (lambda content: b"", 1, "the file is cut off or damaged"),
    "cut off": (lambda content: content[: len(content) // 2], 7, "the file is cut off or damaged"),
    "another encoding": (lambda content: b"\xff" + content, 1, "the file is not saved as UTF-8"),
    "brackets": (lambda content: b"[" * 100_000, 1, "nested too deep"),
    "no map": (lambda content: b"[]", 1, "the whole file"),
    "no features": (changed(lambda found: found["features"].clear()), 1, "features is empty"),
    "no number": (
        changed(lambda found: found["features"][0]["properties"].update(at=["x", 1])),
        1,
        "features.0.properties.at.0",
    ),
    "degrees": (
        changed(lambda found: found["around"]["coordinates"][0][0].insert(1, [0.5, 51.2])),
        1,
        "around.coordinates",
    ),
    "open ring": (
        changed(lambda found: found["features"][1]["geometry"]["coordinates"][0][0].pop()),
        1,
        "does not end where it began",
    ),
    "shape missing": (
        changed(lambda found: found["features"].pop(0)),
        1,
        "the shape of Upstream (E99000001) is missing",
    ),
    "shape twice": (
        changed(lambda found: found["features"].append(found["features"][0])),
        1,
        "there are two shapes of E99000001",
    ),
    "shape unknown": (
        changed(lambda found: found["features"][2]["properties"].update(code="E99000009")),
        1,
        "area.yml knows no Otherdale",
    ),
    "neighbour inside": (
        changed(lambda found: found["features"][2]["properties"].update(inside=True)),
        1,
        "says that it is inside",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_of_shapes_is_told_with_line_and_remedy(damage: str, tmp_path: Path) -> None:
    spoil, line, said = DAMAGE[damage]
    data = sample(tmp_path)
    (data / FILE).write_bytes(spoil((data / FILE).read_bytes()))
    with pytest.raises(ProblemsFound) as found:
        load(data)
    told = str(found.value)
    assert f"data/{FILE}, line {line}: " in told
    assert said in told
    assert "(see tools/README.md)" in told


def test_a_missing_file_of_shapes_is_told(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / FILE).unlink()
    with pytest.raises(
        ProblemsFound,
        match=(
            rf"data/{FILE}, line 1: the file is missing or can't be read. Put it back, or take"
            r" map: out"
        ),
    ):
        load(data)


STORY = "case-studies/school-garden.yml"
MISTAKES = {
    "unknown district": (
        STORY,
        "where: here",
        "where: here\ndistricts:\n  - upstrem",
        'no district called "upstrem". Did you mean "upstream"?',
    ),
    "repeated id": (
        "area.yml",
        "id: down-stream",
        "id: upstream",
        '"upstream" is used already in data/area.yml, line 4',
    ),
    "id of a district": (
        "area.yml",
        "id: otherdale",
        "id: upstream",
        'the id "upstream" is used twice among districts and neighbours',
    ),
    "no code": (
        "area.yml",
        "code: E99000002",
        "code: Dale",
        '"Dale" does not have the right form. Write it like this: E07000105',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_the_area_is_told(mistake: str, tmp_path: Path) -> None:
    file, old, new, said = MISTAKES[mistake]
    data = sample(tmp_path)
    edit(data, file, old, new)
    with pytest.raises(ProblemsFound) as found:
        load(data)
    assert said in str(found.value)


def test_the_file_of_shapes_is_small_and_in_whole_metres() -> None:
    content = (ROOT / "data" / FILE).read_text(encoding="utf-8")
    assert len(content) <= 60_000
    assert read(content).features
