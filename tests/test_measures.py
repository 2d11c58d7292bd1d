"""How we would know: each pledge has a measure, and the state of the charter says what there is of
it this year and last, who missed what, and what is missing.
"""

import datetime
from pathlib import Path
from typing import Any

from lxml import html

from charter.data.load import load
from charter.model import Charter
from charter.model.answers import Answers, Count, Tally
from charter.site import docs_stubs, pages
from tests import project
from tests.drawn import words
from tests.published import one_each
from tests.sample import DATA, edit, sample

DAY = datetime.date(2027, 6, 1)


def rows(charter: Charter, pledge: str, today: datetime.date = DAY) -> list[list[str]]:
    """The cells of each row of a pledge's line."""
    here = pages.Here(root="../../", site="https://area.example/", today=today)
    page = pages.OFFERED["year"](charter, here, "all")
    assert isinstance(page, pages.Page)
    (line,) = html.document_fromstring(page.html).xpath(f"//tbody[tr/@id='{pledge}']")
    return [[words(cell) for cell in row.xpath("th|td")] for row in line.xpath("tr[td]")]


def test_every_pledge_has_a_measure_and_each_number_has_its_source() -> None:
    here = project.charter()
    assert [pledge.id for pledge in here.pledges if not pledge.measures] == []
    measures = [it for pledge in here.pledges for it in pledge.measures]
    assert {it.status for it in measures} == {"proposal"}
    standards = [each for it in measures for each in it.standards]
    assert standards and all(each.sources for each in standards)
    assert all((each.at_most is None) is not (each.at_least is None) for each in standards)


def test_what_is_missing_is_said() -> None:
    here = project.charter()
    for pledge in here.pledges:
        answer, *measured = rows(here, pledge.id)
        assert len(measured) == sum(1 + bool(it.standards) for it in pledge.measures)
        assert all(all(row) for row in measured)
        assert answer == [pledge.short]


def test_tracker_and_plan_are_counted_by_year(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "engagement/village-fair.yml", 'started: "2025"', 'started: "2026"')
    assert rows(load(data), "courage-1", datetime.date(2026, 6, 1))[1:] == [
        ["Agreed: Count fairs with children.", "0 of 1", "1 of 1"],
        ["Count sheds that are painted.", "1 of 5", "No record"],
    ]


def test_a_missed_standard_is_shown_as_missed_and_a_met_one_is_not() -> None:
    how = "Measure the days that a kind letter takes. Who is responsible: The caretaker."
    missed = [how, "7 days. Missed: the post, 3 days", "No figure known"]
    assert [missed, ["To compare: the post, 3 days"]] == rows(load(DATA), "kindness-1")[2:]


def test_part_of_all_misses_its_standard_and_all_does_not(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "pledges/kindness-1.yml", "number: 7\n", "number: 7\n        of: 8\n")
    assert "7 of 8. Missed: the post, 3 days" in rows(load(data), "kindness-1")[2]
    edit(data, "pledges/kindness-1.yml", "of: 8", "of: 7")
    assert "7 of 7" in rows(load(data), "kindness-1")[2]


def test_signatories_answer_is_shown_with_its_day() -> None:
    assert rows(load(DATA), "kindness-1")[0] == [
        "Be kind Riverdale Town Hall: partly accepted, by 24 December 2027.",
    ]


def test_answers_of_two_years_stand_side_by_side_families_beside_staff() -> None:
    def counted(quarter: str, group: str, yes: int, no: int) -> Any:
        tally = Tally(pledge="kindness-1", yes=yes, partly=0, no=no, does_not_apply=0)
        sent = one_each(f"{quarter}{group}", yes + no)
        return Count.model_construct(
            quarter=quarter, occasion="meeting", group=group, senders=sent, answers=[tally]
        )

    counts = [
        counted("2026-Q2", "children", 10, 10),
        counted("2026-Q2", "teachers", 12, 8),
        counted("2027-Q1", "children", 18, 6),
        counted("2027-Q1", "teachers", 3, 20),  # three said yes: it waits
    ]
    answers = Answers.model_construct(taken=[], counts=counts)
    charter = load(DATA).model_copy(update={"answers": answers})
    assert rows(charter, "kindness-1")[1] == [
        "Compare what both sides say.",
        "Families 75% of 24 answers. Staff no results yet.",
        "Families 50% of 20 answers. Staff 60% of 20 answers.",
    ]


def test_without_measures_there_is_no_page_and_no_way_to_it() -> None:
    charter = load(DATA)
    assert docs_stubs.YEAR in docs_stubs.texts(charter)
    bare = charter.model_copy(
        update={
            "pledges": type(charter.pledges)(
                pledge.model_copy(update={"measures": []}) for pledge in charter.pledges
            )
        }
    )
    assert docs_stubs.YEAR not in docs_stubs.texts(bare)
    here = pages.Here(root="", site="https://area.example/", today=DAY)
    for name in ("home", "progress", "search"):
        assert ("progress/year/" in str(pages.OFFERED[name](charter, here)), name) == (True, name)
        assert "progress/year/" not in str(pages.OFFERED[name](bare, here))


def test_a_pledges_page_says_how_one_could_know_and_leads_to_its_line() -> None:
    def page(pledge: str) -> html.HtmlElement:
        here = pages.Here(root="../../", site="https://area.example/", today=DAY)
        drawn = pages.OFFERED["pledge"](load(DATA), here, pledge)
        assert isinstance(drawn, pages.Page)
        return html.document_fromstring(drawn.html)

    (ask,) = page("kindness-1").xpath(".//section[h2/@id='question']")
    assert "A suggested check: Compare what both sides say." in words(ask)
    assert "progress/year/#kindness-1" in " ".join(ask.xpath(".//a/@href"))
    assert not page("kindness-2").xpath(".//a[contains(@href, 'year')]")


def test_the_page_has_few_words() -> None:
    here = pages.Here(root="", site="https://area.example/", today=DAY)
    page = pages.OFFERED["year"](project.charter(), here, "all")
    assert isinstance(page, pages.Page)
    assert len(words(html.document_fromstring(page.html)).split()) <= 700
