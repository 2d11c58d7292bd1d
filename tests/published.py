"""Made-up answers, the pages that are drawn from them, and what each number on those pages says."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np

from charter.answers.progress import Progress, Row, progress
from charter.data.load import load
from charter.model import Answers, Charter, Group, Records
from charter.model.answers import Count, Sent, Taken, Tally
from publish.files import progress_csv
from tests.attacker import ANSWERS, Equation, Layout
from tests.made_up_answers import day_in, with_answers
from tests.sample import DATA

# How many people there are for each quarter, occasion, group, pledge and answer.
Truth = np.ndarray[Any, np.dtype[Any]]
QUARTERS = ("2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4")
AFTER = "2028-Q1"
TAKEN = Taken(name="0" * 32, mark="0000")


@cache
def layout() -> Layout:
    """The made-up area with one group more, and with every question asked on every occasion."""
    charter = load(DATA)
    questions = [pledge.id for pledge in charter.pledges]
    occasions = Records(
        occasion.model_copy(update={"questions": questions})
        for occasion in charter.did_we.occasions
    )
    groups = Records([*charter.groups, Group(id="parents", name="Parents", side="families")])
    return Layout(
        charter.model_copy(
            update={
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


def page(charter: Charter, when: str) -> Progress:
    """What the progress page and the page of each pledge are drawn from, on a day in a quarter."""
    return progress(charter, day_in(when))


def rows_of(seen: Progress) -> list[Row]:
    by_value = [row for of_value in seen.values for row in (*of_value.rows, *of_value.by_quarter)]
    return by_value + [row for rows in seen.of_pledges.values() for row in rows]


def equations(layout: Layout, rows: Sequence[Row]) -> list[Equation]:
    """What the rows say, as far as a reader can know which quarters each of them sums: a pledge's
    own rows tell that.
    """
    until = {
        (row.pledge, side, row.quarter)
        for row in rows
        for side, told in row.sides.items()
        if row.pledge and row.quarter and told
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
    """The quarters of a pledge's block that could first be shown in a quarter, or of all its
    blocks.
    """
    ends = sorted(when for of, who, when in until if (of, who) == (pledge, side))
    if not quarter:
        return tuple(each for each in layout.quarters if ends and each <= ends[-1])
    before = max((end for end in ends if end < quarter), default="")
    return tuple(each for each in layout.quarters if before < each <= quarter and quarter in ends)


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
