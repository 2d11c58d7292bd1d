"""The area: the map says what the list says, its shapes are true to the postcodes, and a damaged
file of shapes is told.
"""

import json
import re
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
from tests.drawn import drawn, words
from tests.project import ROOT, charter
from tests.sample import DATA, edit, refused, sample
from tests.test_keyboard import press
from tools.map.postcode_data import postcodes

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
def test_the_map_and_the_list_hold_the_same_places_in_the_same_order() -> None:
    main, area = site().page(PAGE).main, charter().area
    links = main.xpath(".//*[@id='art-map']//a")
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        (f"#{it.id}", it.name + (", not covered" if it in area.neighbours else ""))
        for it in area.places
    ]
    items = main.xpath(".//ul[@class='districts']/li")
    assert [item.get("id") for item in items] == [it.id for it in area.districts]
    assert [it.name for it in area.districts if it.name not in words(items.pop(0))] == []


@pytest.mark.usefixtures("site")
def test_the_page_says_why_a_neighbour_is_outside() -> None:
    text = site().page(PAGE).main.text_content()
    for neighbour in charter().area.neighbours:
        assert f"{neighbour.name} isn't covered" in text
        assert all(reason in text for reason in neighbour.reason)


@pytest.mark.weekly
@pytest.mark.slow
def test_nearly_all_postcodes_lie_in_the_shape_of_their_district() -> None:
    everywhere = postcodes()
    for code, shape in shapes().items():
        points = shapely.points(everywhere.points[everywhere.codes == code])
        assert len(points) > 1000
        shapely.prepare(shape)
        assert shapely.covers(shape, points).mean() >= 0.995, code


def test_shapes_are_sound_overlap_nowhere_and_leave_no_gap() -> None:
    assert all(shape.is_valid for shape in shapes().values())
    for (one, shape), (other, beside) in combinations(shapes().items(), 2):
        assert shape.intersection(beside).area == 0, (one, other)
    parts = shapely.get_parts(shapely.union_all(list(shapes().values())))
    gaps = [shapely.Polygon(ring).area for part in parts for ring in part.interiors]
    assert [gap for gap in gaps if gap > GAP] == []


# Every name on the map: the size of its letters as they are seen, in CSS pixels, and its box.
NAMES = """
const map = document.getElementById("art-map"), scale = map.getScreenCTM().a;
const frame = map.getBoundingClientRect();
return [...map.querySelectorAll("text")].map(text => {
  const box = text.getBoundingClientRect();
  const inFrame = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top
    && box.bottom <= frame.bottom;
  return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * scale, inFrame,
    box.left, box.top, box.right, box.bottom];
});
"""
TARGET = """
const place = document.querySelector(":target");
return [place.innerText, place.getBoundingClientRect().top];
"""


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize("state", [WIDE, DARK, NARROW, PAPER], ids=lambda state: state.name)
@pytest.mark.parametrize("page", [PAGE, "progress/tracker/"])
def test_every_name_on_the_map_can_be_read(page: str, state: State) -> None:
    with shown(page, state) as browser:
        names = browser.execute_script(NAMES)
    assert len(names) == len(charter().area.places)
    assert [name for name, size, in_frame, *_ in names if size < 14 or not in_frame] == []
    boxes = {name: shapely.box(*box) for name, _, _, *box in names}
    for one, other in combinations(boxes, 2):
        # Boxes hold room above and below the letters, where two may touch.
        smaller = min(boxes[one].area, boxes[other].area)
        assert boxes[one].intersection(boxes[other]).area <= 0.1 * smaller, (one, other)


@pytest.mark.usefixtures("site", "browser")
def test_a_place_is_chosen_on_the_map_with_the_keyboard_and_without_script() -> None:
    for place in charter().area.places:
        with shown(PAGE, NO_SCRIPT) as browser:
            link = f"#art-map [href='#{place.id}']"
            browser.execute_script("document.querySelector(arguments[0]).focus()", link)
            press(browser, Keys.ENTER)
            name, top = browser.execute_script(TARGET)
        assert place.name in name
        assert top < NO_SCRIPT.height


def test_the_area_without_a_map_is_still_a_list(tmp_path: Path) -> None:
    data = sample(tmp_path)
    text = (data / "area.yml").read_text(encoding="utf-8")
    (data / "area.yml").write_text(text[: text.index("map:")], encoding="utf-8")
    (data / FILE).unlink()
    page = drawn(data, "area")
    assert load(data).shapes is None and not page.xpath(".//svg")
    assert {place.id for place in load(data).area.places} <= set(page.xpath(".//@id"))


def test_the_sample_map_is_drawn() -> None:
    page = drawn(DATA, "area")
    assert page.xpath(".//path[@d='M0 20l10 0 0-10-10 0z']")
    spans = [(it.text, it.get("x"), it.get("dy")) for it in page.xpath(".//tspan")]
    down = spans.index(("Down", None, "-.2em"))
    assert spans[down + 1] == ("Stream", "15", "1.1em")


def changed(change: Callable[[Any], object]) -> Callable[[bytes], bytes]:
    """A way to spoil a file of shapes: parse it, change it, write it again."""

    def spoil(content: bytes) -> bytes:
        parsed = json.loads(content)
        change(parsed)
        return json.dumps(parsed).encode()

    return spoil


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda content: b"", "line 1: the file is cut off or damaged"),
    "cut off": (lambda content: content[: len(content) // 2], "line 7: the file is cut off"),
    "another encoding": (
        lambda content: b"\xff" + content,
        "line 1: the file is not saved as UTF-8",
    ),
    "brackets": (lambda content: b"[" * 100_000, "nested too deep"),
    "no map": (lambda content: b"[]", "the whole file"),
    "no features": (changed(lambda it: it["features"].clear()), "features is empty"),
    "no number": (
        changed(lambda it: it["features"][0]["properties"].update(at=["x", 1])),
        "features.0.properties.at.0",
    ),
    "degrees": (
        changed(lambda it: it["around"]["coordinates"][0][0].insert(1, [0.5, 51.2])),
        "around.coordinates",
    ),
    "open ring": (
        changed(lambda it: it["features"][1]["geometry"]["coordinates"][0][0].pop()),
        "does not end where it began",
    ),
    "shape missing": (
        changed(lambda it: it["features"].pop(0)),
        "the shape of Upstream (E99000001) is missing",
    ),
    "shape twice": (
        changed(lambda it: it["features"].append(it["features"][0])),
        "there are two shapes of E99000001",
    ),
    "shape unknown": (
        changed(lambda it: it["features"][2]["properties"].update(code="E99000009")),
        "area.yml knows no Otherdale",
    ),
    "neighbour inside": (
        changed(lambda it: it["features"][2]["properties"].update(inside=True)),
        "says that it is inside",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_of_shapes_is_reported_with_line_and_remedy(
    damage: str, tmp_path: Path
) -> None:
    spoil, said = DAMAGE[damage]
    data = sample(tmp_path)
    (data / FILE).write_bytes(spoil((data / FILE).read_bytes()))
    message = refused(load, data)
    assert re.search(rf"data/{FILE}, line \d+: ", message)
    assert said in message
    remedy = "Save it again" if damage == "another encoding" else "(see tools/README.md)"
    assert remedy in message


def test_a_missing_file_of_shapes_is_reported(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / FILE).unlink()
    missing = f"data/{FILE}, line 1: the file is missing or can't be read. Put it back, or take"
    assert f"{missing} map: out" in refused(load, data)


MISTAKES = {
    "unknown district": (
        "case-studies/school-garden.yml",
        ("where: here", "where: here\ndistricts:\n  - upstrem"),
        'no district called "upstrem". Did you mean "upstream"?',
    ),
    "repeated id": (
        "area.yml",
        ("id: down-stream", "id: upstream"),
        '"upstream" is used already in data/area.yml, line 4',
    ),
    "id of a district": (
        "area.yml",
        ("id: otherdale", "id: upstream"),
        'neighbours.id: "upstream" is used already in data/area.yml, line 4',
    ),
    "no code": (
        "area.yml",
        ("code: E99000002", "code: Dale"),
        '"Dale" does not have the right form. Write it like this: E07000105',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_the_area_is_reported(mistake: str, tmp_path: Path) -> None:
    file, change, said = MISTAKES[mistake]
    data = sample(tmp_path)
    edit(data, file, *change)
    assert said in refused(load, data)


def test_the_file_of_shapes_is_small_and_in_whole_metres() -> None:
    content = (ROOT / "data" / FILE).read_text(encoding="utf-8")
    assert len(content) <= 60_000
    assert read(content).features
