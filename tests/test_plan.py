"""The action plan: who, by when, how it stands, and what is overdue."""

import datetime
from pathlib import Path

import pytest
from lxml import html

from a11y.site import site
from charter.data.load import load
from charter.model.plan import Action
from charter.site.pages.page import Here
from charter.site.pages.progress import plan
from tests.project import charter
from tests.sample import sample

PAGE = "progress/plan/"
DAY = datetime.date(2026, 11, 23)


def action(data: Path, wanted: str) -> Action:
    """One action of the made-up area."""
    return next(each for each in load(data).plan.everything if each.id == wanted)


def drawn(data: Path, today: datetime.date) -> html.HtmlElement:
    """The plan of the made-up area, as it looks on a day."""
    return html.fromstring(
        f"<main>{plan(load(data), Here('../../', 'https://riverdale.example/', today))}</main>"
    )


@pytest.mark.parametrize(("later", "overdue"), [(-1, False), (0, False), (1, True)])
def test_an_action_is_overdue_from_the_day_after_its_day(
    later: int, overdue: bool, tmp_path: Path
) -> None:
    assert action(sample(tmp_path), "dig").overdue(DAY + datetime.timedelta(days=later)) is overdue


def test_what_is_done_is_never_overdue(tmp_path: Path) -> None:
    painted = action(sample(tmp_path), "paint")
    assert painted.by and painted.by < DAY
    assert not painted.overdue(datetime.date.max)


def test_what_has_no_date_is_never_overdue(tmp_path: Path) -> None:
    assert not action(sample(tmp_path), "ask").overdue(datetime.date.max)


def test_what_is_overdue_is_said_in_words_with_its_day(tmp_path: Path) -> None:
    page = drawn(sample(tmp_path), DAY + datetime.timedelta(days=1))
    marked = [
        card.get("id")
        for card in page.xpath(".//li[@class='paper']")
        if "Overdue: its day was" in card.text_content()
    ]
    assert marked == ["dig"]
    assert "Overdue: its day was 23 November 2026" in page.text_content()
    assert page.xpath(".//li/a[@href='#dig']/text()") == ["Dig a pond."]


def test_on_the_day_itself_nothing_is_overdue(tmp_path: Path) -> None:
    page = drawn(sample(tmp_path), DAY)
    assert "its day was" not in page.text_content()
    assert figures(page)["Overdue"] == "None"


def figures(page: html.HtmlElement) -> dict[str, str]:
    return {
        each.xpath("string(dt)"): each.xpath("string(dd)")
        for each in page.xpath(".//dl[@class='figures']/div")
    }


def test_the_figures_count_the_actions(tmp_path: Path) -> None:
    page = drawn(sample(tmp_path), DAY + datetime.timedelta(days=1))
    assert figures(page) == {
        "Actions": "5",
        "Nobody named": "1",
        "No date yet": "2",
        "Overdue": "1",
    }


def test_a_missing_owner_and_a_missing_date_are_said(tmp_path: Path) -> None:
    page = drawn(sample(tmp_path), DAY)
    assert "Not named" in page.xpath("string(.//li[@id='dig'])")
    assert "No date yet" in page.xpath("string(.//li[@id='ask'])")


def test_every_action_stands_on_the_plan_with_its_sources() -> None:
    main = site().page(PAGE).main
    assert charter().plan.everything
    for each in charter().plan.everything:
        (card,) = main.xpath(f".//li[@id='{each.id}']")
        assert card.xpath("string(h3)") == each.text
        assert card.xpath(".//*[@class='sources']/a/@href") == [
            f"../../about/#source-{source}" for source in each.sources
        ]


def test_old_links_to_the_plan_on_the_about_page_still_arrive() -> None:
    main = site().page("about/").main
    for each in [*charter().plan.expectations, *charter().plan.actions]:
        assert main.xpath(f".//*[@id='{each.id}']/text()") == [each.text]
    for part in ("expectations", "actions", "finding-out"):
        assert len(main.xpath(f".//h3[@id='{part}']")) == 1
    assert "../progress/plan/" in main.xpath(".//a/@href")
