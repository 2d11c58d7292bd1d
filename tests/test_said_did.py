"""We said, we did, therefore: three parts that stand apart, what is still open, and where to see
it.
"""

import datetime
from pathlib import Path

import pytest

from a11y.browser.driver import shown
from a11y.browser.states import NARROW, NO_SCRIPT, WIDE, State
from a11y.site import site
from tests.drawn import DAY, drawn
from tests.project import charter
from tests.sample import DATA, edit, sample

PAGE = "about/asks/"
# The left and upper edge of each of the three parts, for each entry.
EDGES = """
const edges = part => { const box = part.getBoundingClientRect(); return [box.left, box.top]; };
return [...document.querySelectorAll(".three")].map(three => [...three.children].map(edges));
"""


@pytest.mark.usefixtures("site")
def test_each_entry_has_its_three_parts_what_is_open_and_a_link_to_where_it_shows() -> None:
    assert charter().said_did
    for entry in charter().said_did:
        main = site().page(entry.page).main
        (section,) = main.xpath(f".//section[@id='{entry.id}']")
        parts = section.xpath("./div[@class='three']/div")
        assert [(part.xpath("string(h3)"), part.xpath("p/text()")) for part in parts] == [
            ("People said" if entry.about_this_site else "We said", entry.said),
            ("This draft" if entry.about_this_site else "We did", entry.did),
            ("Therefore", entry.therefore),
        ]
        assert section.xpath(".//a/@href") == [f"../../{entry.shown.page}"]
        assert section.xpath(".//li/text()") == entry.still_open
        assert ("Still open" in section.xpath(".//h3/text()")) is bool(entry.still_open)


@pytest.mark.usefixtures("site")
def test_each_heading_of_an_entry_is_read_out_with_its_title() -> None:
    for entry in charter().said_did:
        main = site().page(entry.page).main
        headings = main.xpath("//section[@id=$id]//h3", id=entry.id)
        assert main.get_element_by_id(f"heading-{entry.id}").text == entry.title
        assert len(headings) > 2
        for heading in headings:
            named = f"{heading.get('id')} heading-{entry.id}"
            assert heading.get("aria-labelledby") == named


def test_what_is_about_this_site_is_not_among_what_services_did(tmp_path: Path) -> None:
    edit(sample(tmp_path), "said-did/pond.yml", "shown:", "about_this_site: true\nshown:")
    for page, entries in (("said_did", ["bench"]), ("asks", ["pond"])):
        assert drawn(tmp_path / "data", page).xpath(".//section[@id]/@id") == entries


@pytest.mark.parametrize(("days", "overdue"), [(0, False), (1, True)])
def test_a_follow_up_is_overdue_from_the_day_after_and_not_on_its_day(
    days: int, overdue: bool, tmp_path: Path
) -> None:
    edit(sample(tmp_path), "said-did/pond.yml", "shown:", f"follow_up: {DAY}\nshown:")
    page = drawn(tmp_path / "data", "said_did", today=DAY + datetime.timedelta(days))
    said = ["Overdue: to be followed up by 24 November 2026"] if overdue else []
    assert page.xpath(".//p[@class='tag']/text()") == said
    assert "Follow up by: 24 November 2026" in page.text_content()


def test_without_an_entry_the_page_says_so(tmp_path: Path) -> None:
    data = sample(tmp_path)
    for entry in ("bench", "pond"):
        edit(data, f"said-did/{entry}.yml", "shown:", "about_this_site: true\nshown:")
    assert "nothing from any service here yet" in drawn(data, "said_did").text_content()


def test_an_entry_without_an_open_question_does_not_speak_of_one() -> None:
    page = drawn(DATA, "said_did")
    assert page.xpath(".//section/@id") == ["bench", "pond"]
    assert "Still open" not in page.xpath("string(.//section[@id='bench'])")
    assert "Who feeds the fish?" in page.xpath("string(.//section[@id='pond'])")


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize("state", [WIDE, NARROW, NO_SCRIPT], ids=lambda state: state.name)
def test_the_parts_stand_side_by_side_but_one_below_the_other_on_a_phone(state: State) -> None:
    with shown(PAGE, state) as browser:
        entries = browser.execute_script(EDGES)
    assert len(entries) == sum(entry.page == PAGE for entry in charter().said_did)
    for (left, top), (middle, second), (right, third) in entries:
        if state == WIDE:
            assert left < middle < right and top == second == third
        else:
            assert left == middle == right and top < second < third
