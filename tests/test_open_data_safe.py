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
from tests.attacker import ANSWERS, Equation, Layout, worked_out
from tests.full_of_answers import Built, full
from tests.made_up_answers import day_in
from tests.published import (
    AFTER,
    QUARTERS,
    Truth,
    charter_of,
    equations,
    fed,
    layout,
    page,
    random_truth,
)

pytestmark = [pytest.mark.xdist_group("full of answers"), pytest.mark.slow]

SEED = 20261124
PROGRESS = "api/v1/progress.json"
COUNTS = ("yes", "partly", "no", "partly_or_no")
SIDES = {"families": "families", "staff": "staff", "others": "other"}


@pytest.fixture(name="layout")
def _layout() -> Layout:
    return layout()


@pytest.fixture(name="full")
def _full() -> Built:
    return full()


def files(charter: Charter, when: str = AFTER) -> dict[str, str]:
    return exported(charter, "https://area.example/", day_in(when))


def figures(charter: Charter) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(files(charter)[PROGRESS])["figures"]
    return listed


def files_of(
    layout: Layout, numbers: dict[tuple[int, int], tuple[int, int, int]], when: str = AFTER
) -> dict[str, str]:
    """The files with answers of the first group on the first occasion: yes, partly and no, by
    quarter and pledge.
    """
    truth: Truth = np.zeros(layout.shape, dtype=int)
    for (quarter, pledge), answers in numbers.items():
        truth[quarter, 0, 0, pledge] = answers
    return files(charter_of(layout, truth), when)


ENOUGH = (50, 20, 12)


@pytest.mark.parametrize(
    "waiting", [(1, 0, 0), (0, 0, 9), (3, 3, 3), (2, 20, 20), (9, 0, 0), (30, 3, 0), (4, 4, 1)]
)
def test_answers_that_must_wait_leave_no_trace_in_any_file(
    waiting: tuple[int, int, int], layout: Layout
) -> None:
    assert files_of(layout, {(0, 0): waiting}) == files_of(layout, {})
    shown = {(0, 0): ENOUGH, (0, 1): (12, 0, 0)}
    assert files_of(layout, {**shown, (1, 0): waiting}) == files_of(layout, shown)


def test_only_the_file_of_answers_depends_on_answers_at_all(layout: Layout) -> None:
    nobody, many = files_of(layout, {}), files_of(layout, {(0, 0): ENOUGH})
    assert {name for name in many if many[name] != nobody[name]} == {PROGRESS}


def test_answers_of_the_running_quarter_are_in_no_file(layout: Layout) -> None:
    with_more = {(0, 0): ENOUGH, (3, 0): (70, 70, 70)}
    for when, same in ((QUARTERS[3], True), (AFTER, False)):
        before = files_of(layout, {(0, 0): ENOUGH}, when)
        assert (files_of(layout, with_more, when) == before) is same


@pytest.mark.weekly
@pytest.mark.build
def test_no_name_of_a_copy_and_no_count_of_copies_is_in_any_file(full: Built) -> None:
    everything = "".join(full.read(name) for name in files(full.charter))
    taken = full.charter.answers.taken
    assert len(taken) == 3000
    assert not [each for each in taken if each.name in everything]
    assert "copies" not in everything and "taken" not in json.loads(full.read(PROGRESS))


def as_rows(listed: list[dict[str, Any]]) -> list[Row]:
    """The figures of the file, as rows that the attacker reads."""
    return [
        Row(
            it["value"], it["pledge"] or "", it["quarter"] or "", "", {SIDES[it["who"]]: _shown(it)}
        )
        for it in listed
    ]


def _shown(row: dict[str, Any]) -> Shown | None:
    ways = [(tuple(name.split("_or_")), row[name]) for name in COUNTS if row[name] is not None]
    if row["answers"] is None:
        assert ways == []
        return None
    shown = Shown(row["quarter"] or "", tuple(ways))
    assert shown.base == row["answers"]
    return shown


def test_an_attacker_works_nothing_out_from_the_file_of_answers(layout: Layout) -> None:
    chance, told = np.random.default_rng(SEED), 0
    for number in range(100):
        truth = random_truth(layout, chance)
        seen = equations(layout, as_rows(figures(charter_of(layout, truth))))
        told += len(seen)
        assert all(truth.ravel()[equation.cells].sum() == equation.number for equation in seen)
        assert not (found := worked_out(layout, truth.astype(float), seen, chance)), (
            f"set {number}: {found}"
        )
    assert told > 1500


def test_an_attacker_would_work_something_out_from_a_file_with_raw_numbers(layout: Layout) -> None:
    """Or else the attacker would prove nothing."""
    chance, caught = np.random.default_rng(SEED + 1), 0
    for _ in range(30):
        truth = random_truth(layout, chance)
        seen = equations(layout, as_rows(figures(charter_of(layout, truth))))
        raw = [
            Equation(cells, int(truth.ravel()[cells].sum()))
            for pledge in layout.pledges
            for cells in [layout.cells(QUARTERS, "families", pledge, (ANSWERS[0],))]
        ]
        caught += bool(worked_out(layout, truth.astype(float), [*seen, *raw], chance))
    assert caught > 10


def by_key(rows: list[Row]) -> set[tuple[object, ...]]:
    return {
        (row.value, row.pledge, row.quarter, side, shown.counts if shown else None)
        for row in rows
        for side, shown in row.sides.items()
    }


def test_the_file_has_the_figures_of_the_pages_and_no_others(layout: Layout) -> None:
    chance, compared = np.random.default_rng(SEED + 2), 0
    for _ in range(30):
        charter = charter_of(layout, random_truth(layout, chance))
        seen = page(charter, AFTER)
        in_file = by_key(as_rows(figures(charter)))
        assert in_file == (by_key(fed(seen)) if seen.progress.times else set())
        compared += len(in_file)
    assert compared > 500


@pytest.mark.build
def test_the_file_and_the_table_for_spreadsheets_say_the_same(full: Built) -> None:
    columns = {column: column.replace(" ", "_") for column in progress_csv.COLUMNS}
    as_table = [
        {column: "" if row[name] is None else str(row[name]) for column, name in columns.items()}
        | {"quarter": row["quarter"] or "all"}
        for row in json.loads(full.read(PROGRESS))["figures"]
    ]
    assert len(as_table) > 200
    assert sorted(as_table, key=str) == sorted(full.rows(), key=str)


@pytest.mark.build
def test_no_small_number_is_in_the_file_and_its_schema_refuses_any(full: Built) -> None:
    content = json.loads(full.read(PROGRESS))
    told = content["figures"]
    numbers = [row[name] for row in told for name in COUNTS if row[name] is not None]
    assert len(numbers) > 100
    assert not set(numbers) & set(SMALL)
    assert min(row["answers"] for row in told if row["answers"] is not None) >= SMALLEST_BASE
    check = Draft202012Validator(json.loads(full.read("api/v1/schema/progress.json")))
    assert check.is_valid(content)
    some = random.Random(SEED).choice([row for row in told if row["yes"] is not None])
    changes = [{name: small} for name in COUNTS for small in (*SMALL, -1)] + [{"answers": 9}]
    for change in changes:
        assert not check.is_valid({**content, "figures": [{**some, **change}]}), change
