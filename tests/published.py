"""Made-up answers, the pages that are drawn from them, and what each number on those pages says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from charter.answers.measures import Line, state, years
from charter.answers.progress import Progress, Row, progress
from charter.data.load import load
from charter.model import Answers, Charter, Group, Records
from charter.model.answers import Count, Sent, Taken, Tally
from charter.model.measures import Measure
from publish.files import progress_csv
from tests.attacker import ANSWERS, Equation, Layout
from tests.made_up_answers import day_in, with_answers
from tests.sample import DATA

# How many people there are for each quarter, occasion, group, pledge and answer.
Truth = np.ndarray[Any, np.dtype[Any]]
QUARTERS = ("2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2")
AFTER = "2028-Q3"
TAKEN = Taken(name="0" * 32, mark="0000")


@dataclass(frozen=True)
class Seen:
    """What the progress page, each pledge's page and the state of the charter are drawn from."""

    progress: Progress
    lines: list[Line]
    years: list[int]


@cache
def layout() -> Layout:
    """The made-up area with one group more, every question asked on every occasion, and every
    pledge measured by its answers.
    """
    charter = load(DATA)
    questions = [pledge.id for pledge in charter.pledges]
    occasions = Records(
        occasion.model_copy(update={"questions": questions})
        for occasion in charter.did_we.occasions
    )
    groups = Records([*charter.groups, Group(id="parents", name="Parents", side="families")])
    measures = [
        Measure(how="Ask", counts="did_we answers", figure=figure, unit="answers")
        for figure in ("yes", "gap")
    ]
    pledges = Records(each.model_copy(update={"measures": measures}) for each in charter.pledges)
    return Layout(
        charter.model_copy(
            update={
                "pledges": pledges,
                "groups": groups,
                "did_we": charter.did_we.model_copy(update={"occasions": occasions}),
            }
        ),
        QUARTERS,
    )


def random_truth(layout: Layout, chance: np.random.Generator) -> Truth:
    """How many gave each answer: few or many, some quarters and groups empty, some pledges answered
    all in one way.
    """
    often = chance.choice([0.0, 0.3, 1.0, 3.0], size=layout.shape[:3], p=[0.2, 0.3, 0.3, 0.2])
    leaning = chance.dirichlet([0.5, 0.4, 0.4], size=layout.shape[3])
    numbers: Truth = np.asarray(
        chance.poisson(often[..., None, None] * leaning * chance.choice([1.0, 3.0]))
    )
    return numbers


def charter_of(layout: Layout, truth: Truth) -> Charter:
    """The charter with these answers. (Names of copies play no part here.)"""
    counts = []
    for quarter, occasion, group in zip(*np.nonzero(truth.any(axis=(3, 4))), strict=True):
        tallies = [
            Tally.model_construct(
                pledge=pledge, does_not_apply=0, **dict(zip(ANSWERS, numbers, strict=True))
            )
            for pledge, numbers in zip(
                layout.pledges, truth[quarter, occasion, group].tolist(), strict=True
            )
        ]
        most = int(truth[quarter, occasion, group].sum(axis=-1).max())
        where = {
            "occasion": layout.charter.did_we.occasions[occasion].id,
            "group": layout.charter.groups[group].id,
        }
        counts.append(
            Count.model_construct(
                quarter=layout.quarters[quarter],
                senders=one_each(f"{quarter}-{occasion}-{group}-", most),
                answers=tallies,
                **where,
            )
        )
    return with_answers(
        layout.charter, Answers.model_construct(taken=[TAKEN] * bool(counts), counts=counts)
    )


def one_each(name: str, senders: int) -> list[Sent]:
    """So many senders with a copy each."""
    return [Sent.model_construct(sender=f"{name}{number}", copies=1) for number in range(senders)]


def page(charter: Charter, when: str) -> Seen:
    """What all pages are drawn from, on a day in a quarter."""
    today = day_in(when)
    return Seen(progress(charter, today), state(charter, today), years(today))


def rows_of(seen: Seen) -> list[Row]:
    by_value = [row for it in seen.progress.values for row in (*it.rows, *it.by_quarter)]
    by_pledge = [row for rows in seen.progress.of_pledges.values() for row in rows]
    return by_value + by_pledge + list(by_year(seen))


def fed(seen: Seen) -> list[Row]:
    """The rows that open data have."""
    return [row for row in rows_of(seen) if (row.pledge and "-Q" in row.quarter) or not row.quarter]


def by_year(seen: Seen) -> Iterator[Row]:
    """The rows of the state of the charter: the quarter of each is a year. (A gap follows from
    them.)
    """
    for line in seen.lines:
        for _, cells in line.measured:
            for year, sides in zip(seen.years, cells, strict=True):
                if isinstance(sides, dict):
                    yield Row(line.pledge.value, line.pledge.id, str(year), "", sides)


def equations(layout: Layout, rows: Sequence[Row]) -> list[Equation]:
    """What the rows say, as far as a reader can know which quarters each of them sums: a pledge's
    own rows tell that.
    """
    until = {
        (row.pledge, side, row.quarter)
        for row in rows
        for side, told in row.sides.items()
        if row.pledge and "-Q" in row.quarter and told
    }
    found = []
    for row in rows:
        for side, told in row.sides.items():
            if told is None:
                continue
            of = (
                [row.pledge]
                if row.pledge
                else [
                    pledge
                    for pledge in layout.pledges
                    if layout.charter.pledges[pledge].value == row.value
                ]
            )
            for joint, number in told.counts:
                parts = [
                    layout.cells(
                        covered(layout, until, pledge, side, row.quarter), side, pledge, joint
                    )
                    for pledge in of
                ]
                found.append(Equation(np.logical_or.reduce(parts), number))
    return found


def covered(
    layout: Layout, until: set[tuple[str, str, str]], pledge: str, side: str, quarter: str
) -> tuple[str, ...]:
    """The quarters of a pledge's blocks that could first be shown in a quarter or year, or of all
    its blocks.
    """
    ends = sorted(when for of, who, when in until if (of, who) == (pledge, side))
    inside = [end for end in ends if end.startswith(quarter)]
    if not inside:
        return ()
    before = max((end for end in ends if end < inside[0]), default="")
    return tuple(each for each in layout.quarters if before < each <= inside[-1])


def as_text(record: dict[str, str]) -> str:
    return " ".join(f"{column}={text}" for column, text in record.items() if text)


def records(row: Row) -> Iterator[dict[str, str]]:
    """A row as the open data should have it."""
    names = {"families": "families", "staff": "staff", "other": "others"}
    for side, told in row.sides.items():
        numbers = (
            {" or ".join(joint): str(number) for joint, number in told.counts}
            | {"answers": str(told.base)}
            if told
            else {}
        )
        where = {
            "value": row.value,
            "pledge": row.pledge,
            "quarter": row.quarter or "all",
            "who": names[side],
        }
        yield {column: {**where, **numbers}.get(column, "") for column in progress_csv.COLUMNS}
