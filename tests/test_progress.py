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
from lxml.html import HtmlElement

from a11y.site import Page
from charter.answers.progress import QUARTERS_OF_VALUE
from charter.answers.small_numbers import SMALL, SMALLEST_BASE
from charter.render.html import months
from charter.site.check import check
from publish.files import progress_csv
from publish.gates.addresses import addresses
from publish.site import Site
from tests import project
from tests.drawn import words
from tests.full_of_answers import Built, build, empty, full
from tests.made_up_answers import epoch, saved, write

pytestmark = [pytest.mark.xdist_group("full of answers"), pytest.mark.build]

WHO = {"families": "families", "staff": "staff", "other": "others"}


@pytest.fixture(name="full")
def _full() -> Built:
    return full()


@pytest.fixture(name="empty", scope="module")
def _empty() -> tuple[Path, Page]:
    """A project without answers, and its progress page."""
    return empty(), build(empty(), epoch(2027, 2))


def table_rows(page: Page) -> list[dict[str, str]]:
    return progress_csv.rows(page.document)


def total(rows: list[dict[str, str]], column: str) -> int:
    return sum(int(row[column] or 0) for row in rows)


def test_the_figures_are_those_of_the_copies(full: Built) -> None:
    side = {group.id: WHO[group.side] for group in full.charter.groups}
    latest: dict[tuple[str, str], str] = {}
    for row in full.rows():
        if row["pledge"] and row["quarter"] != "all" and row["answers"]:
            key = row["pledge"], row["who"]
            latest[key] = max(row["quarter"], latest.get(key, ""))
    answered = Counter(
        (pledge, side[copy["group"]], answer)
        for quarter, copy in full.copies
        for pledge, answer in copy["answers"].items()
        # Later answers wait until more have come.
        if quarter <= latest[pledge, side[copy["group"]]]
    )
    rows = [row for row in full.rows(quarter="all") if row["pledge"]]
    for row in rows:
        yes, *others = (answered[row["pledge"], row["who"], it] for it in ("yes", "partly", "no"))
        assert (int(row["answers"]), int(row["yes"])) == (yes + sum(others), yes)
        told = row["partly or no"] or total([row], "partly") + total([row], "no")
        assert int(told) == sum(others)
    assert len(rows) == 3 * len(full.charter.pledges)


@pytest.mark.parametrize("who", WHO.values())
def test_each_value_adds_up_its_pledges_and_all_time_adds_up_the_quarters(
    who: str, full: Built
) -> None:
    for value in full.charter.values:
        whole, *parts = sorted(
            full.rows(value=value.id, quarter="all", who=who), key=lambda row: row["pledge"]
        )
        assert whole["pledge"] == "" and parts
        for column in ("answers", "yes"):
            assert int(whole[column]) == total(parts, column)
    for pledge in full.charter.pledges:
        (whole,) = full.rows(pledge=pledge.id, quarter="all", who=who)
        quarters = [row for row in full.rows(pledge=pledge.id, who=who) if row != whole]
        assert len(quarters) > 3
        assert int(whole["answers"]) == total(quarters, "answers")


def trends(built: Built) -> dict[tuple[str, str], list[str]]:
    """The cells of the tables of quarters, by value and by the words for the quarter."""
    cells = {}
    for section in built.page().main.xpath(".//*[contains(@class, 'of-value')]"):
        for row in section.xpath(".//table[not(@data-row)]/tbody/tr"):
            name, *others = map(words, row)
            cells[section.xpath("string(h3/@id)"), name] = others
    return cells


def test_the_tables_of_quarters_add_up_the_pledges(full: Built) -> None:
    told = trends(full)
    rows = [row for row in full.rows() if row["pledge"] and row["answers"]]
    quarters = sorted({row["quarter"] for row in rows} - {"all"}, reverse=True)[:QUARTERS_OF_VALUE]
    for value in full.charter.values:
        for quarter in quarters:
            cells = told.pop((value.id, months(quarter)))
            for who, cell in zip(("families", "staff"), cells, strict=True):
                key = {"value": value.id, "quarter": quarter, "who": who}
                parts = [row for row in rows if key.items() <= row.items()]
                yes, base = total(parts, "yes"), total(parts, "answers")
                share = base and (200 * yes + base) // (2 * base)
                assert cell == (f"{share}% of {base}" if base else "Not enough answers yet")
    assert told == {}


def test_the_running_quarter_is_nowhere(full: Built) -> None:
    assert max({row["quarter"] for row in full.rows()} - {"all"}) == "2029-Q1"
    assert max(count.quarter for count in full.charter.answers.counts) == "2029-Q2"


@pytest.mark.parametrize("column", progress_csv.NUMBERS)
def test_no_number_from_one_to_four_and_no_base_under_ten_is_in_the_open_data(
    column: str, full: Built
) -> None:
    numbers = [int(row[column]) for row in full.rows() if row[column]]
    assert len(numbers) > 5
    assert not set(numbers) & set(SMALL)
    if column == "answers":
        assert min(numbers) >= SMALLEST_BASE


def test_the_open_data_have_the_rows_of_the_tables_and_no_others(full: Built) -> None:
    pages = [full.page(), *full.pledge_pages]
    on_pages = {tuple(row.values()) for page in pages for row in table_rows(page)}
    assert {tuple(row.values()) for row in full.rows()} == on_pages
    assert list(full.rows()[0]) == list(progress_csv.COLUMNS)
    assert len(on_pages) > 200


def test_every_number_on_the_page_is_one_of_the_open_data_or_follows_from_them(full: Built) -> None:
    rows, text = full.rows(), words(full.page().main)
    figures = [(row[name], row["answers"]) for row in rows for name in progress_csv.NUMBERS]
    known = {figure for figure, _ in figures} | set(re.findall(r"of (\d+)", str(trends(full))))
    shares = {round(100 * int(figure) / int(base)) for figure, base in figures if figure}
    near = {str(share + step) for share in shares for step in (-1, 0, 1)}  # rounding
    (section,) = full.page().main.xpath(".//section[h2/@id='differ']")
    gaps = set(re.findall(r"The gap is (\d+) in every", section.text_content())) | {"100"}
    years = {row["quarter"][:4] for row in rows}
    rules = {"1", "4"}  # "We do not show the numbers 1 to 4"
    most = max(
        total(full.rows(pledge=pledge.id, quarter="all"), "answers")
        for pledge in full.charter.pledges
    )
    numbers = set(re.findall(r"\d+", text))
    assert len(numbers) > 50
    assert numbers <= known | near | gaps | years | rules | {str(most)}
    assert f"answered at least {most} times" in text


def test_no_page_names_a_group_or_an_occasion_beside_a_figure(full: Built) -> None:
    names = [group.name for group in full.charter.groups]
    names += [occasion.name for occasion in full.charter.did_we.occasions]
    assert names
    texts = [full.read(str(progress_csv.FILE))]
    for page in [full.page(), *full.pledge_pages]:
        tables = page.main.xpath(".//table[contains(@class, 'results')]")
        assert tables
        texts += map(words, tables)
    assert not [name for name in names if any(name in text for text in texts)]


def test_where_families_and_staff_differ_most_comes_first_and_is_right(full: Built) -> None:
    def share(pledge: str, who: str) -> float:
        (row,) = full.rows(pledge=pledge, quarter="all", who=who)
        return 100 * int(row["yes"]) / int(row["answers"])

    exact = {
        pledge.text: abs(share(pledge.id, "families") - share(pledge.id, "staff"))
        for pledge in full.charter.pledges
    }
    told = []
    for text in map(words, full.page().main.xpath(".//*[@class='differ']/li")):
        (pledge,) = [pledge for pledge in full.charter.pledges if pledge.text in text]
        (gap,) = re.findall(r"The gap is (\d+) in every 100", text)
        assert abs(int(gap) - exact[pledge.text]) <= 1
        told.append(int(gap))
        for who in ("families", "staff"):
            (row,) = full.rows(pledge=pledge.id, quarter="all", who=who)
            assert f"of {row['answers']} answers were yes" in text
    assert len(told) == 5
    assert told == sorted(told, reverse=True)
    assert told[0] >= max(exact.values()) - 1


def test_a_pledge_page_shows_its_own_results(full: Built) -> None:
    page = full.pledge_pages[0]
    rows = table_rows(page)
    assert {row["pledge"] for row in rows} == {page.path.split("/")[1]}
    assert len({row["quarter"] for row in rows}) > 4
    assert page.main.xpath(".//section[h2/@id='know']//table[contains(@class, 'results')]")


# --- With few answers, and with none


def test_without_answers_the_page_says_so_and_how_to_give_the_first(
    empty: tuple[Path, Page],
) -> None:
    project, page = empty
    text, site = words(page.main), project / "site"
    assert "No results yet" in text
    assert ("Then send your copy" in text) is bool(check(project).takes_comments)
    assert not page.main.xpath(".//table | .//svg") and "%" not in text
    assert table_rows(page) == []
    assert "../did-we/" in page.main.xpath(".//p[@id='add']/a/@href")
    header = ",".join(progress_csv.COLUMNS) + "\n"
    assert (site / progress_csv.FILE).read_text(encoding="utf-8") == header
    assert "/api/v1/progress.csv" in addresses(Site(site))
    pledge = Page("", site / "charter" / check(project).pledges[0].id / "index.html")
    assert "What people answered" not in pledge.main.text_content()


def test_the_page_leads_to_all_that_shows_progress(empty: tuple[Path, Page]) -> None:
    items: list[HtmlElement] = empty[1].main.xpath(".//*[@id='more']/following-sibling::ul[1]/li")
    links = [link for item in items for link in item.xpath(".//a/@href")]
    assert links == ["tracker/", "plan/", "said-did/"]
    assert len(items) == 3


def test_answers_of_a_quarter_show_only_when_it_is_over_and_only_where_enough_people_answered(
    tmp_path: Path,
) -> None:
    folder = Path(shutil.copytree(empty(), tmp_path / "few"))
    given = check(folder)
    occasion = given.did_we.occasions[0]

    def copies(count: int, side: str, answer: str) -> list[dict[str, Any]]:
        chance = random.Random(f"{side} {answer}")
        group = next(group.id for group in given.groups if group.side == side)
        answers = dict.fromkeys(occasion.questions, answer)
        return [
            {**saved(chance, given, group, occasion.id), "answers": answers} for _ in range(count)
        ]

    families = ((11, "yes"), (7, "partly"), (2, "no"))
    made_up = [copy for count, said in families for copy in copies(count, "families", said)]
    write(folder / "in", made_up + copies(9, "staff", "no"))
    assert project.run(folder, "charter", "answers", "add", "in", day=epoch(2027, 3)).status == 0
    page = build(folder, epoch(2027, 3, 31))
    assert "It's too early to show what they said" in words(page.main)
    assert table_rows(page) == []

    page = build(folder, epoch(2027, 4, 1))
    by_side = {
        row["who"]: [row[column] for column in progress_csv.NUMBERS]
        for row in table_rows(page)
        if row["pledge"] == occasion.questions[0]
    }
    assert by_side["families"] == ["20", "11", "", "", "9"]
    assert by_side["staff"] == [""] * 5
    assert "Not enough answers yet" in words(page.main)
    assert "There is no pledge yet with enough answers from both" in words(page.main)
