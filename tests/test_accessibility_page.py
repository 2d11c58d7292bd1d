"""The accessibility statement says what the last run of the checks saw, and no more."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from a11y.browser.states import STATES
from a11y.report import exempted as table
from a11y.site import Page, site
from charter.data.load import load
from charter.model import A11yReport, Charter
from charter.model.a11y_report import Engine, Exempted
from charter.render.html import day
from charter.site.pages import OFFERED, Here
from tests.findings import SETTINGS
from tests.project import charter
from tests.reading import read
from tests.sample import edit, sample
from tests.words.hard import short_forms


def statement(of: Charter, tmp_path: Path) -> Page:
    """The statement, and what the checks saw, as one page, drawn from a charter."""
    drawn = "".join(
        str(OFFERED[name](of, Here("../", "https://charter.example/", date(2026, 1, 5))))
        for name in ("accessibility", "checks")
    )
    file = tmp_path / "statement.html"
    file.write_text(f"<html><body><main>{drawn}</main></body></html>", encoding="utf-8")
    return Page("statement/", file)


def exempted() -> list[Exempted]:
    return [Exempted.model_validate(row) for row in table(SETTINGS.exemptions)]


def words(page: Page) -> str:
    return " ".join(page.main.text_content().split())


def with_report(**changes: object) -> Charter:
    """This checkout's charter, with a report that is made up here."""
    made_up = A11yReport(
        date="2026-01-05",
        commit="1c0ffee",
        pages=["/", "/charter/", "/privacy/"],
        states=[state.name for state in STATES[:2]],
        engines=[
            Engine(name="axe-core", version="4.14.1", rules=101),
            Engine(name="another", version="2", rules=7),
        ],
        looks=6,
        findings=0,
        exemptions=exempted(),
    )
    return charter().model_copy(update={"a11y_report": made_up.model_copy(update=changes)})


@pytest.mark.usefixtures("site")
def test_the_statement_on_the_site_has_the_figures_of_the_report_that_it_was_built_with(
    tmp_path: Path,
) -> None:
    seen = words(statement(charter(), tmp_path)).partition("What the checks last looked at")[2]
    assert words(site().page("accessibility/criteria/")).endswith(seen)


def test_the_statement_says_how_much_was_looked_at_in_which_states_by_which_programs_and_when(
    tmp_path: Path,
) -> None:
    said = words(statement(with_report(), tmp_path))
    assert "5 January 2026, at version 1c0ffee of this website" in said
    assert "3 pages, in up to 2 states each. That makes 6 looks in all" in said
    assert "axe-core 4.14.1, with 101 rules another 2, with 7 rules" in said
    first, second, *others = (state.words for state in charter().wcag.looked_at)
    assert f"checked {first} {second} The programs" in said
    assert others
    assert [unseen for unseen in others if unseen in said] == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"date": "2027-02-01"}, "1 February 2027, at version"),
        ({"commit": "2c0ffee"}, "at version 2c0ffee"),
        ({"pages": ["/"], "looks": 2}, "1 pages, in up to 2 states each. That makes 2 looks"),
        (
            {"states": [STATES[-1].name], "looks": 3},
            "3 pages, in up to 1 states each. That makes 3 looks",
        ),
        ({"engines": [Engine(name="third", version="3.1", rules=9)]}, "third 3.1, with 9 rules"),
        ({"findings": 2}, "Faults left 2,"),
        ({"exemptions": []}, "Faults left None How"),
    ],
    ids=lambda given: next(iter(given)) if isinstance(given, dict) else None,
)
def test_another_report_makes_another_statement(
    changes: dict[str, object], said: str, tmp_path: Path
) -> None:
    assert said not in words(statement(with_report(), tmp_path))
    assert said in words(statement(with_report(**changes), tmp_path))


def test_every_exemption_is_named_with_its_reason_and_its_last_day(tmp_path: Path) -> None:
    said = words(statement(with_report(), tmp_path))
    assert exempted()
    for row in exempted():
        assert (
            f"{' '.join(row.reason.split())} Until {day(date.fromisoformat(row.until))}. Rule:"
            f" {row.rule}" in said
        )
    assert "without exceptions" in words(statement(with_report(exemptions=[]), tmp_path))


def test_without_a_report_the_statement_says_so_and_claims_nothing(tmp_path: Path) -> None:
    said = words(statement(charter().model_copy(update={"a11y_report": None}), tmp_path))
    assert "This copy has not been checked." in said and "No checks ran on this copy." in said
    assert not re.search(r"\blooks\b|\bFaults\b|at version", said)


def test_the_statement_counts_how_the_criteria_stand(tmp_path: Path) -> None:
    said = words(statement(charter(), tmp_path))
    counts = Counter(criterion.state for criterion in charter().wcag.criteria)
    assert f"have {counts.total()} parts" in said
    assert f"{counts['met']} are met" in said
    assert f"{counts['a person has to look']} still need a person to look" in said
    assert f"{counts['does not apply']} don't apply" in said


@pytest.mark.usefixtures("site")
def test_the_statement_claims_no_more_than_machines_can_tell() -> None:
    waiting = [
        criterion
        for criterion in charter().wcag.criteria
        if criterion.state == "a person has to look"
    ]
    said = words(site().page("accessibility/"))
    assert waiting
    assert "is partially compliant with" in said
    assert "is fully compliant" not in said


@pytest.mark.parametrize("kept", [True, False], ids=["report", "no-report"])
def test_the_statement_reads_easily_with_report_and_without(kept: bool, tmp_path: Path) -> None:
    page = statement(
        with_report(states=[state.name for state in STATES]) if kept else with_report(),
        tmp_path,
    )
    reading = read(page)
    assert reading.longest <= 25, reading.longest_sentence
    assert reading.grade <= 8
    assert list(short_forms(page)) == []


def test_a_site_of_another_area_is_drawn_from_its_own_data(tmp_path: Path) -> None:
    data = sample(tmp_path)
    said = words(statement(load(data), tmp_path))
    assert "2 pages, in up to 2 states each. That makes 4 looks" in said
    edit(data, "wcag.yml", "in light colours", "by daylight")
    assert "by daylight" in words(statement(load(data), tmp_path))
