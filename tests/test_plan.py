"""The action plan: who, by when, how it stands, and what is overdue."""

import datetime

import pytest

from a11y.site import site
from charter.data.load import load
from tests.drawn import drawn
from tests.project import charter
from tests.sample import DATA

DAY = datetime.date(2026, 11, 23)
AFTER = DAY + datetime.timedelta(days=1)
ACTIONS = {action.id: action for action in load(DATA).plan.everything}


@pytest.mark.parametrize(
    ("action", "day", "overdue"),
    [
        pytest.param("dig", DAY - datetime.timedelta(days=1), False, id="the day before"),
        pytest.param("dig", DAY, False, id="on its day"),
        pytest.param("dig", AFTER, True, id="the day after"),
        pytest.param("paint", datetime.date.max, False, id="done"),
        pytest.param("ask", datetime.date.max, False, id="without a date"),
    ],
)
def test_what_is_not_done_is_overdue_from_the_day_after_its_day(
    action: str, day: datetime.date, overdue: bool
) -> None:
    assert ACTIONS[action].overdue(day) is overdue
    assert (ACTIONS["paint"].by or DAY) < DAY and ACTIONS["ask"].by is None


@pytest.mark.parametrize(("today", "overdue"), [(DAY, []), (AFTER, ["dig"])])
def test_what_is_overdue_is_said_in_words_with_its_day_and_counted(
    today: datetime.date, overdue: list[str]
) -> None:
    page = drawn(DATA, "plan", today=today)
    said = "Overdue: due by 23 November 2026"
    cards = page.xpath(".//li[@class='paper']")
    assert [card.get("id") for card in cards if said in card.text_content()] == overdue
    assert page.xpath(".//li/a[@href='#dig']/text()") == ["Dig a pond."] * len(overdue)
    figures = page.xpath(".//dl[@class='figures']/div")
    assert {each.xpath("string(dt)"): each.xpath("string(dd)") for each in figures} == {
        "Actions and ideas": "5",
        "Nobody named": "1",
        "No date yet": "2",
        "Overdue": "1" if overdue else "None",
    }


def test_only_what_is_known_of_an_action_is_said() -> None:
    page = drawn(DATA, "plan", today=DAY)
    assert "Who" not in page.xpath("string(.//li[@id='dig'])")
    assert "By when" not in page.xpath("string(.//li[@id='ask'])")
    assert "not known" not in page.text_content().casefold()


@pytest.mark.usefixtures("site")
def test_every_action_stands_on_the_plan_with_its_sources() -> None:
    main = site().page("progress/plan/").main
    assert charter().plan.everything
    for each in charter().plan.everything:
        (card,) = main.xpath(f".//li[@id='{each.id}']")
        assert card.xpath("string(p[1])") == each.text
    sources = {source for each in charter().plan.everything for source in each.sources}
    assert set(main.xpath(".//details[@class='sources']//@data-source")) == sources
