"""We said, we did, therefore: three parts that stand apart, what is still open, and where to see
it.
"""

import datetime
from pathlib import Path

import pytest
from lxml import html
from selenium.webdriver import Chrome

from a11y.browser.driver import shown
from a11y.browser.states import NARROW, NO_SCRIPT, WIDE, State
from a11y.site import site
from charter.data.load import load
from charter.site.pages import OFFERED
from charter.site.pages.page import Here
from tests.project import charter
from tests.sample import sample

PAGE = "progress/said-did/"
PARTS = ["We said", "We did", "Therefore"]


def test_each_entry_has_its_three_parts_in_order_and_a_link_to_where_it_shows() -> None:
    main = site().page(PAGE).main
    assert charter().said_did
    for entry in charter().said_did:
        (section,) = main.xpath(f".//section[@id='{entry.id}']")
        parts = section.xpath("./div[@class='three']/div")
        assert [part.xpath("string(h3)") for part in parts] == PARTS
        for part, wanted in zip(parts, (entry.said, entry.did, entry.therefore), strict=True):
            assert part.xpath("p/text()") == wanted
        assert section.xpath(".//a/@href") == [f"../../{entry.shown.page}"]


def test_what_is_still_open_is_said_and_only_where_something_is() -> None:
    main = site().page(PAGE).main
    for entry in charter().said_did:
        (section,) = main.xpath(f".//section[@id='{entry.id}']")
        assert section.xpath(".//li/text()") == entry.still_open
        assert ("Still open" in section.xpath(".//h3/text()")) is bool(entry.still_open)


def test_an_entry_without_an_open_question_does_not_speak_of_one(tmp_path: Path) -> None:
    here = Here("../../", "https://riverdale.example/", datetime.date(2026, 11, 24))
    page = html.fromstring(f"<main>{OFFERED['said_did'](load(sample(tmp_path)), here)}</main>")
    assert page.xpath(".//section/@id") == ["bench", "pond"]
    assert "Still open" not in page.xpath("string(.//section[@id='bench'])")
    assert "Who feeds the fish?" in page.xpath("string(.//section[@id='pond'])")


def places(browser: Chrome) -> list[list[list[float]]]:
    """For each entry, the left and upper edge of each of its three parts."""
    edges = "part => { const box = part.getBoundingClientRect(); return [box.left, box.top]; }"
    found: list[list[list[float]]] = browser.execute_script(
        "return [...document.querySelectorAll('.three')].map(three =>"
        f" [...three.children].map({edges}))"
    )
    assert len(found) == len(charter().said_did)
    return found


def test_the_parts_stand_side_by_side_on_a_wide_screen() -> None:
    with shown(PAGE, WIDE) as browser:
        for (left, top), (middle, second), (right, third) in places(browser):
            assert left < middle < right
            assert top == second == third


@pytest.mark.parametrize("state", [NARROW, NO_SCRIPT], ids=lambda state: state.name)
def test_the_parts_stand_one_below_the_other_on_a_phone(state: State) -> None:
    with shown(PAGE, state) as browser:
        for (left, top), (middle, second), (right, third) in places(browser):
            assert left == middle == right
            assert top < second < third
