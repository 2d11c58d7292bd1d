"""Exemptions from the checks: each row lets pass what it names, until its last day."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from a11y.exemptions import Exemption, Finding, idle, read_exemptions, run_out, unexplained, used
from tests.findings import SETTINGS

FINDING = Finding("did-we/", "print", "headings", "main > h2", "comes after an h4")


def row_until(day: datetime.date) -> Exemption:
    return Exemption("headings", "h2", "A reason.", day)


def test_a_row_lets_pass_what_it_names_on_its_last_day_and_nothing_on_the_next() -> None:
    other = replace(FINDING, rule="outline")
    today = datetime.date.today()
    last = row_until(today)
    assert unexplained([FINDING, other], [last]) == [other]
    assert run_out([last]) == []
    yesterday = today - datetime.timedelta(days=1)
    past = row_until(yesterday)
    assert unexplained([FINDING, other], [past]) == [FINDING, other]
    assert run_out([past]) == [
        f"the exemption from headings at h2 ran out on {yesterday}. Mend what it let pass, or look"
        " again and write a new day"
    ]


def test_a_row_that_nothing_needs_is_told_of_unless_it_has_run_out() -> None:
    today = datetime.date.today()
    needed, unneeded = row_until(today), replace(row_until(today), rule="outline")
    past = row_until(today - datetime.timedelta(days=1))
    table = [needed, unneeded, past]
    assert idle(table, used([FINDING], table)) == [unneeded]


def test_a_table_with_such_a_row_is_read_all_the_same(tmp_path: Path) -> None:
    """Otherwise no check at all would run, and no change of words could go live."""
    table = tmp_path / "exemptions.yml"
    table.write_text(
        "- {rule: headings, target: h2, reason: A reason., until: 2020-01-31}\n", encoding="utf-8"
    )
    (row,) = read_exemptions(table)
    assert row.has_run_out


@pytest.mark.slow
def test_no_exemption_of_ours_has_run_out() -> None:
    """Not in the quick tier: what goes live does not wait for this."""
    assert SETTINGS.exemptions
    assert run_out(SETTINGS.exemptions) == []
