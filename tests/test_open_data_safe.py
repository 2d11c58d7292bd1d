"""Open data give no hidden number away: files are the same whatever waits, and an attacker who
reads them works nothing out.
"""

import json
import random
from typing import Any

import numpy as np
import pytest
from jsonschema import Draft202012Validator

from charter.answers.progress import Row
from charter.answers.small_numbers import SMALL, SMALLEST_BASE, Shown
from charter.api.export import texts as exported
from charter.model import Charter
from publish.files import progress_csv
from tests.attacker import ANSWERS, Layout, worked_out
from tests.full_of_answers import Built, full
from tests.made_up_answers import day_in
from tests.published import (
    AFTER,
    QUARTERS,
    Truth,
    charter_of,
    equations,
    layout,
    page,
    random_truth,
    rows_of,
)

pytestmark = pytest.mark.xdist_group("full of answers")

SEED = 20261124
PROGRESS = "api/v1/progress.json"
SIDES = {"families": "families", "staff": "staff", "others": "other"}


@pytest.fixture(name="layout")
def _layout() -> Layout:
    return layout()


def files(charter: Charter, when: str = AFTER) -> dict[str, str]:
    return exported(charter, "https://area.example/", day_in(when))


def figures(charter: Charter) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files(charter)[PROGRESS])["figures"]
    return found


def planted(layout: Layout, numbers: dict[tuple[int, int], tuple[int, int, int]]) -> Truth:
    """Answers of the first group on the first occasion: yes, partly and no, by quarter and pledge."""
    truth: Truth = np.zeros(layout.shape, dtype=int)
    for (quarter, pledge), answers in numbers.items():
        truth[quarter, 0, 0, pledge] = answers
    return truth


@pytest.mark.parametrize(
    "answers", [(1, 0, 0), (0, 0, 9), (3, 3, 3), (2, 20, 20), (9, 0, 0), (30, 3, 0)]
)
def test_answers_that_must_wait_leave_no_trace_in_any_file(
    answers: tuple[int, int, int], layout: Layout
) -> None:
    nobody = files(charter_of(layout, planted(layout, {})))
    few = files(charter_of(layout, planted(layout, {(0, 0): answers})))
    assert few == nobody


def test_only_the_file_of_answers_depends_on_answers_at_all(layout: Layout) -> None:
    nobody = files(charter_of(layout, planted(layout, {})))
    many = files(charter_of(layout, planted(layout, {(0, 0): (50, 20, 12)})))
    assert {name for name in many if many[name] != nobody[name]} == {PROGRESS}


def test_what_waits_beside_what_is_shown_changes_nothing(layout: Layout) -> None:
    shown = {(0, 0): (50, 20, 12), (0, 1): (12, 0, 0)}
    for waiting in [(1, 0, 0), (4, 4, 1), (2, 30, 30)]:
        assert files(charter_of(layout, planted(layout, {**shown, (1, 0): waiting}))) == files(
            charter_of(layout, planted(layout, shown))
        )


def test_answers_of_the_running_quarter_are_in_no_file(layout: Layout) -> None:
    before = planted(layout, {(0, 0): (50, 20, 12)})
    with_more = before + planted(layout, {(3, 0): (70, 70, 70)})
    assert files(charter_of(layout, with_more), QUARTERS[3]) == files(
        charter_of(layout, before), QUARTERS[3]
    )


@pytest.mark.build
def test_no_name_of_a_copy_and_no_count_of_copies_is_in_any_file() -> None:
    found = full()
    everything = "".join(
        (found.folder / "site" / name).read_text(encoding="utf-8") for name in files(found.charter)
    )
    assert len(found.charter.answers.taken) == 3000
    assert not [name for name in found.charter.answers.taken if name in everything]
    assert "copies" not in everything and "taken" not in json.loads(
        (found.folder / "site" / PROGRESS).read_text(encoding="utf-8")
    )


def as_rows(told: list[dict[str, Any]]) -> list[Row]:
    """The figures of the file, as rows that the attacker reads."""
    return [
        Row(
            row["value"],
            row["pledge"] or "",
            row["quarter"] or "",
            "",
            {SIDES[row["who"]]: _shown(row)},
        )
        for row in told
    ]


def _shown(row: dict[str, Any]) -> Shown | None:
    if row["answers"] is None:
        assert [row[name] for name in ("yes", "partly", "no", "partly_or_no")] == [None] * 4
        return None
    ways = [
        (("yes",), row["yes"]),
        (("partly",), row["partly"]),
        (("no",), row["no"]),
        (("partly", "no"), row["partly_or_no"]),
    ]
    told = Shown(
        row["quarter"] or "", tuple((joint, number) for joint, number in ways if number is not None)
    )
    assert told.base == row["answers"]
    return told


def test_an_attacker_works_nothing_out_from_the_file_of_answers(layout: Layout) -> None:
    chance, told = np.random.default_rng(SEED), 0
    for number in range(300):
        truth = random_truth(layout, chance)
        seen = equations(layout, as_rows(figures(charter_of(layout, truth))))
        told += len(seen)
        assert all(truth.ravel()[equation.cells].sum() == equation.number for equation in seen)
        assert not (found := worked_out(layout, truth.astype(float), seen, chance)), (
            f"set {number}: {found}"
        )
    assert told > 5000


def test_an_attacker_would_work_something_out_from_a_file_with_raw_numbers(layout: Layout) -> None:
    """Or else the attacker would prove nothing."""
    chance, caught = np.random.default_rng(SEED + 1), 0
    for _ in range(30):
        truth = random_truth(layout, chance)
        seen = equations(layout, as_rows(figures(charter_of(layout, truth))))
        raw = [
            type(seen[0])(cells, int(truth.ravel()[cells].sum()))
            for pledge in layout.pledges
            for cells in [layout.cells(QUARTERS, "families", pledge, (ANSWERS[0],))]
        ]
        caught += bool(worked_out(layout, truth.astype(float), [*seen, *raw], chance))
    assert caught > 10


def test_the_file_has_the_figures_of_the_pages_and_no_others(layout: Layout) -> None:
    chance, told = np.random.default_rng(SEED + 2), 0
    for _ in range(60):
        charter = charter_of(layout, random_truth(layout, chance))
        seen = page(charter, AFTER)
        on_pages = {
            (row.value, row.pledge, row.quarter, side, shown.counts if shown else None)
            for row in rows_of(seen)
            if seen.times and (row.pledge or not row.quarter)
            for side, shown in row.sides.items()
        }
        in_file = {
            (row.value, row.pledge, row.quarter, side, shown.counts if shown else None)
            for row in as_rows(figures(charter))
            for side, shown in row.sides.items()
        }
        assert in_file == on_pages
        told += len(in_file)
    assert told > 1000


@pytest.fixture(name="full")
def _full() -> Built:
    return full()


@pytest.mark.build
def test_the_file_and_the_table_for_spreadsheets_say_the_same(full: Built) -> None:
    told = json.loads((full.folder / "site" / PROGRESS).read_text(encoding="utf-8"))["figures"]
    columns = {column: column.replace(" ", "_") for column in progress_csv.COLUMNS}
    as_table = [
        {
            **{
                column: "" if row[name] is None else str(row[name])
                for column, name in columns.items()
            },
            "quarter": row["quarter"] or "all",
        }
        for row in told
    ]
    assert len(as_table) > 200
    assert sorted(as_table, key=str) == sorted(full.feed(), key=str)


@pytest.mark.build
def test_no_number_from_one_to_four_and_no_base_under_ten_is_in_the_file(full: Built) -> None:
    told = json.loads((full.folder / "site" / PROGRESS).read_text(encoding="utf-8"))["figures"]
    numbers = [
        row[name]
        for row in told
        for name in ("yes", "partly", "no", "partly_or_no")
        if row[name] is not None
    ]
    assert len(numbers) > 100
    assert not set(numbers) & set(SMALL)
    assert min(row["answers"] for row in told if row["answers"] is not None) >= SMALLEST_BASE


@pytest.mark.build
def test_the_schema_itself_refuses_a_small_number(full: Built) -> None:
    found = json.loads((full.folder / "site" / PROGRESS).read_text(encoding="utf-8"))
    check = Draft202012Validator(
        json.loads((full.folder / "site/api/v1/schema/progress.json").read_text(encoding="utf-8"))
    )
    assert check.is_valid(found)
    some = random.Random(SEED).choice([row for row in found["figures"] if row["yes"] is not None])
    for change in ({"yes": 3}, {"partly_or_no": 1}, {"answers": 9}):
        assert not check.is_valid({**found, "figures": [{**some, **change}]}), change
