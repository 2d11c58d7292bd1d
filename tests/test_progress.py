"""The progress page, full of made-up answers, with few and with none: right figures, and nothing
hidden in them.
"""

import random
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml.html import document_fromstring

from a11y.site import Page
from charter.answers.progress import QUARTERS_OF_VALUE
from charter.answers.small_numbers import SMALL, SMALLEST_BASE
from charter.render.html import months
from charter.site.check import check
from publish.files import progress_csv
from publish.gates.addresses import addresses
from publish.site import Site
from tests import project
from tests.full_of_answers import PROGRESS, Built, build, empty, full
from tests.made_up_answers import epoch, saved, write

pytestmark = [pytest.mark.xdist_group("full of answers"), pytest.mark.build]


@pytest.fixture(name="full")
def _full() -> Built:
    return full()


@pytest.fixture(name="empty")
def _empty() -> Path:
    return empty()


def test_the_figures_are_those_of_the_copies(full: Built) -> None:
    side = {
        group.id: {"other": "others"}.get(group.side, group.side) for group in full.charter.groups
    }
    rows = full.feed()
    latest: dict[tuple[str, str], str] = {}
    for row in rows:
        if row["pledge"] and row["quarter"] != "all" and row["answers"]:
            latest[row["pledge"], row["who"]] = max(
                row["quarter"], latest.get((row["pledge"], row["who"]), "")
            )
    answered: Counter[tuple[str, str, str]] = Counter()
    for quarter, copy in full.copies:
        for pledge, answer in copy["answers"].items():
            if (
                quarter <= latest[pledge, side[copy["group"]]]
            ):  # later answers wait until more have come
                answered[pledge, side[copy["group"]], answer] += 1
    compared = 0
    for row in rows:
        if row["pledge"] and row["quarter"] == "all":
            wanted = {
                answer: answered[row["pledge"], row["who"], answer]
                for answer in ("yes", "partly", "no")
            }
            assert int(row["answers"]) == sum(wanted.values())
            assert int(row["yes"]) == wanted["yes"]
            assert (
                int(row["partly or no"] or int(row["partly"] or 0) + int(row["no"] or 0))
                == wanted["partly"] + wanted["no"]
            )
            compared += 1
    assert compared == 3 * len(full.charter.pledges)


def test_each_value_adds_up_its_pledges_and_all_time_adds_up_the_quarters(full: Built) -> None:
    rows = full.feed()
    for who in ("families", "staff", "others"):
        for value in full.charter.values:
            parts = [
                row
                for row in rows
                if (row["value"], row["quarter"], row["who"]) == (value.id, "all", who)
            ]
            (whole,) = [row for row in parts if not row["pledge"]]
            for column in ("answers", "yes"):
                assert int(whole[column]) == sum(int(row[column]) for row in parts if row["pledge"])
        for pledge in full.charter.pledges:
            mine = [row for row in rows if (row["pledge"], row["who"]) == (pledge.id, who)]
            (whole,) = [row for row in mine if row["quarter"] == "all"]
            assert int(whole["answers"]) == sum(
                int(row["answers"] or 0) for row in mine if row is not whole
            )
            assert len(mine) > 4


def trends(built: Built) -> dict[tuple[str, str], list[str]]:
    """The cells of the tables of quarters, by value and by the words for the quarter."""
    found = {}
    for section in built.page().main.xpath(".//*[contains(@class, 'of-value')]"):
        for row in section.xpath(".//table[not(@data-row)]/tbody/tr"):
            name, *cells = [" ".join(cell.text_content().split()) for cell in row]
            found[section.xpath("string(h3/@id)"), name] = cells
    return found


def test_the_tables_of_quarters_add_up_the_pledges(full: Built) -> None:
    told = trends(full)
    rows = [row for row in full.feed() if row["pledge"] and row["answers"]]
    quarters = sorted({row["quarter"] for row in rows} - {"all"}, reverse=True)[:QUARTERS_OF_VALUE]
    for value in full.charter.values:
        for quarter in quarters:
            cells = told.pop((value.id, months(quarter)))
            for who, cell in zip(("families", "staff"), cells, strict=True):
                parts = [
                    row
                    for row in rows
                    if (row["value"], row["quarter"], row["who"]) == (value.id, quarter, who)
                ]
                yes, base = (
                    sum(int(row[column]) for row in parts) for column in ("yes", "answers")
                )
                assert cell == (
                    f"{(200 * yes + base) // (2 * base)}% of {base}"
                    if base
                    else "Not enough answers yet"
                )
    assert told == {}


def test_the_running_quarter_is_nowhere(full: Built) -> None:
    quarters = {row["quarter"] for row in full.feed()} - {"all"}
    assert max(quarters) == "2029-Q1"
    assert max(count.quarter for count in full.charter.answers.counts) == "2029-Q2"


@pytest.mark.parametrize("column", progress_csv.NUMBERS)
def test_no_number_from_one_to_four_and_no_base_under_ten_is_in_the_open_data(
    column: str, full: Built
) -> None:
    numbers = [int(row[column]) for row in full.feed() if row[column]]
    assert len(numbers) > 5
    assert not set(numbers) & set(SMALL)
    if column == "answers":
        assert min(numbers) >= SMALLEST_BASE


def test_the_open_data_have_the_rows_of_the_tables_and_no_others(full: Built) -> None:
    pages = [full.page(), *full.pledge_pages]
    on_pages = {
        tuple(row.values())
        for page in pages
        for row in progress_csv.rows(document_fromstring(page.file.read_text(encoding="utf-8")))
    }
    assert {tuple(row.values()) for row in full.feed()} == on_pages
    assert list(full.feed()[0]) == list(progress_csv.COLUMNS)
    assert len(on_pages) > 200


def test_every_number_on_the_page_is_one_of_the_open_data_or_follows_from_them(full: Built) -> None:
    rows = full.feed()
    known = {row[column] for row in rows for column in progress_csv.NUMBERS} | set(
        re.findall(r"of (\d+)", str(trends(full)))
    )
    shares = {
        round(100 * int(row[column]) / int(row["answers"]))
        for row in rows
        for column in progress_csv.NUMBERS
        if row[column]
    }
    near = {str(share + step) for share in shares for step in (-1, 0, 1)}  # rounding
    given: Counter[str] = Counter()
    for row in rows:
        if row["pledge"] and row["quarter"] == "all":
            given[row["pledge"]] += int(row["answers"])
    (section,) = full.page().main.xpath(".//section[h2/@id='differ']")
    gaps = set(re.findall(r"The gap is (\d+) in every", section.text_content())) | {"100"}
    years = set(re.findall(r"(\d{4})-Q", " ".join(row["quarter"] for row in rows)))
    text = " ".join(full.page().main.text_content().split())
    rules = {"1", "4"}  # "We do not show the numbers 1 to 4"
    found = set(re.findall(r"\d+", text))
    assert len(found) > 50
    assert found <= known | near | gaps | years | rules | {str(max(given.values()))}
    assert f"answered at least {max(given.values())} times" in text


def test_no_page_names_a_group_or_an_occasion_beside_a_figure(full: Built) -> None:
    names = [group.name for group in full.charter.groups] + [
        occasion.name for occasion in full.charter.did_we.occasions
    ]
    assert names
    for page in [full.page(), *full.pledge_pages]:
        text = " ".join(
            table.text_content()
            for table in page.main.xpath(".//table[contains(@class, 'results')]")
        )
        assert text and not [name for name in names if name in text]
    assert not [
        name
        for name in names
        if name in (full.folder / "site" / progress_csv.FILE).read_text(encoding="utf-8")
    ]


def test_where_families_and_staff_differ_most_comes_first_and_is_right(full: Built) -> None:
    rows = {
        (row["pledge"], row["who"]): row
        for row in full.feed()
        if row["pledge"] and row["quarter"] == "all"
    }

    def share(pledge: str, who: str) -> float:
        return 100 * int(rows[pledge, who]["yes"]) / int(rows[pledge, who]["answers"])

    exact = {
        pledge.id: abs(share(pledge.id, "families") - share(pledge.id, "staff"))
        for pledge in full.charter.pledges
    }
    listed = full.page().main.xpath(".//*[@class='differ']/li")
    assert len(listed) == 5
    told = []
    for item in listed:
        text = " ".join(item.text_content().split())
        (pledge,) = [pledge for pledge in full.charter.pledges if pledge.text in text]
        told.append(int(re.search(r"The gap is (\d+) in every 100", text)[1]))  # type: ignore[index]
        assert abs(told[-1] - exact[pledge.id]) <= 1
        for who in ("families", "staff"):
            assert f"of {rows[pledge.id, who]['answers']} answers were yes" in text
    assert told == sorted(told, reverse=True)
    assert told[0] >= max(exact.values()) - 1


def test_a_pledge_page_shows_its_own_results(full: Built) -> None:
    page = full.pledge_pages[0]
    (section,) = page.main.xpath(".//section[h2/@id='know']")
    rows = progress_csv.rows(document_fromstring(page.file.read_text(encoding="utf-8")))
    assert {row["pledge"] for row in rows} == {page.path.split("/")[1]}
    assert len({row["quarter"] for row in rows}) > 4
    assert section.xpath(".//table[contains(@class, 'results')]")


# --- With few answers, and with none
# --------------------------------------------------------------------------------


def test_without_answers_the_page_says_so_and_how_to_give_the_first(empty: Path) -> None:
    html = build(empty, epoch(2027, 2))
    page = Page(PROGRESS, empty / "site" / PROGRESS / "index.html")
    text = " ".join(page.main.text_content().split())
    assert "Nobody’s answers have been counted yet" in text and "Give the first answers" in text
    assert "There is no address to send it to yet" in text or check(empty).did_we.send_to
    assert not page.main.xpath(".//table | .//svg") and "%" not in text
    assert progress_csv.rows(document_fromstring(html)) == []
    assert "../did-we/" in page.main.xpath(".//section[h2/@id='add']//a/@href")
    assert (empty / "site" / progress_csv.FILE).read_text(encoding="utf-8") == ",".join(
        progress_csv.COLUMNS
    ) + "\n"
    assert "/api/v1/progress.csv" in addresses(Site(empty / "site"))
    pledge = check(empty).pledges_in_order[0]
    assert (
        "There are no answers yet that we can show"
        in Page("", empty / "site" / "charter" / pledge.id / "index.html").main.text_content()
    )


def test_the_page_leads_to_all_that_shows_progress(empty: Path) -> None:
    build(empty, epoch(2027, 2))
    page = Page(PROGRESS, empty / "site" / PROGRESS / "index.html")
    items = page.main.xpath(".//*[@id='more']/following-sibling::ul[1]/li")
    assert [item.xpath(".//a/@href") for item in items] == [
        ["tracker/"],
        ["said-did/"],
        ["plan/"],
        ["listening/"],
    ]
    assert all(item.text_content().strip().endswith(".") for item in items)


def test_answers_of_a_quarter_show_only_when_it_is_over_and_only_where_enough_people_answered(
    empty: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(empty, tmp_path / "few"))
    given = check(folder)
    occasion = given.did_we.occasions[0]
    (family, *_), (staff, *_) = (
        [group.id for group in given.groups if group.side == side] for side in ("families", "staff")
    )

    def copies(count: int, group: str, answer: str) -> list[dict[str, Any]]:
        chance = random.Random(f"{group} {answer}")
        answers = dict.fromkeys(occasion.questions, answer)
        return [
            {**saved(chance, given, group, occasion.id), "answers": answers} for _ in range(count)
        ]

    write(
        folder / "in",
        copies(11, family, "yes")
        + copies(7, family, "partly")
        + copies(2, family, "no")
        + copies(9, staff, "no"),
    )
    assert project.run(folder, "charter", "answers", "add", "in", day=epoch(2027, 3)).status == 0
    html = build(folder, epoch(2027, 3, 31))
    assert (
        "It is too early to show what they said" in html
        and progress_csv.rows(document_fromstring(html)) == []
    )

    rows = progress_csv.rows(document_fromstring(build(folder, epoch(2027, 4, 1))))
    by_side = {row["who"]: row for row in rows if row["pledge"] == occasion.questions[0]}
    assert (
        by_side["families"]["answers"],
        by_side["families"]["yes"],
        by_side["families"]["partly or no"],
    ) == ("20", "11", "9")
    assert (
        by_side["families"]["partly"]
        == by_side["families"]["no"]
        == by_side["staff"]["answers"]
        == ""
    )
    page = Page(PROGRESS, folder / "site" / PROGRESS / "index.html")
    assert "Not enough answers yet" in page.main.text_content()
    assert (
        "There is no pledge yet for which we can set both side by side" in page.main.text_content()
    )
