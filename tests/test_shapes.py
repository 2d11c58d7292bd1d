"""A charter need not have this one's shape: one to twelve values, pledges without any, other
beginnings, levels, months, and a second language beside the first.
"""

from pathlib import Path

import pytest
from lxml import html

from charter.data.load import load
from charter.model.also import Also
from charter.model.values import LOOKS
from charter.problems import ProblemsFound
from tests.sample import edit, sample
from tests.shapes import dealt, drawn, sheets

WELSH = Also(lang="cy", text="Byddwn yn gwrando ar ein gilydd")


@pytest.mark.slow
@pytest.mark.parametrize("values", [1, 4, 7, 12])
def test_the_leaflet_holds_so_many_values_on_one_sheet(values: int) -> None:
    assert sheets(dealt(values), "leaflet") == 1


@pytest.mark.weekly
@pytest.mark.parametrize("values", [1, 4, 7, 12])
def test_the_card_holds_so_many_values_on_two_sheets_and_the_poster_on_one(values: int) -> None:
    assert (sheets(dealt(values), "card"), sheets(dealt(values), "poster")) == (2, 1)


def test_each_of_twelve_values_has_a_look_of_its_own_and_a_place_on_every_sheet() -> None:
    twelve = dealt(12)
    assert [value.look for value in twelve.values] == list(LOOKS)
    for name in ("leaflet", "card", "poster", "large_print"):
        text = drawn(twelve, name)
        missing = [one for one in twelve.values if f"look-{one.look}" not in text]
        assert missing == [], name


def test_a_second_language_is_marked_beside_each_value_and_pledge() -> None:
    both = dealt(2, WELSH)
    for name in ("home", "whole_charter", "leaflet", "large_print"):
        found = html.fromstring(drawn(both, name)).xpath("//*[@lang='cy']/text()")
        assert found == [WELSH.text] * (len(both.values) + len(both.pledges)), name


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return sample(tmp_path)


def without_values(data: Path, pledges: int) -> None:
    for file in sorted((data / "pledges").glob("*.yml"))[:pledges]:
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(x for x in lines if not x.startswith("value:")), "utf-8")


def test_pledges_without_values_stand_in_a_part_of_their_own(data: Path) -> None:
    edit(data, "site.yml", "area: ", "promises: What we'll do\narea: ")
    row = "  - value: courage\n"
    edit(
        data, "listening.yml", row, f"{row.replace('courage', 'promises')}    look_for: All.\n{row}"
    )
    without_values(data, 3)
    found = load(data)
    assert [found.values[pledge.value].name for pledge in found.pledges] == ["What we'll do"] * 3
    assert [found.pledge_name(pledge) for pledge in found.pledges] == [
        pledge.short for pledge in found.pledges
    ]


def test_a_pledge_whose_value_was_forgotten_is_told(data: Path) -> None:
    without_values(data, 1)
    with pytest.raises(ProblemsFound, match="value: is missing"):
        load(data)


def test_pledges_without_numbers_are_called_by_their_short_names(data: Path) -> None:
    edit(data, "site.yml", "area: ", "numbered: false\narea: ")
    found = load(data)
    pledge = found.pledges[0]
    assert found.pledge_name(pledge) == found.pledge_title(pledge) == pledge.short
    assert 'class="number"' not in drawn(found, "whole_charter")


def test_a_level_and_a_month_stand_beside_the_pledge(data: Path) -> None:
    edit(data, "pledges/courage-1.yml", "short:", 'level: Strategic\nby: "2026-04"\nshort:')
    assert "Strategic. By April 2026." in drawn(load(data), "whole_charter")


def test_pledges_that_begin_with_words_of_their_own_stand_in_full_on_paper(data: Path) -> None:
    edit(data, "pledges/courage-1.yml", "leaflet:", "poster_words:")
    edit(data, "pledges/courage-1.yml", "poster_words:", "# leaflet:")
    found = load(data)
    text = drawn(found, "leaflet")
    assert found.leaflet.we_will and found.leaflet.we_will not in text
    assert all(pledge.text in html.fromstring(text).text_content() for pledge in found.pledges)
