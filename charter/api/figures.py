"""Figures of answers in open data: rows of the tables that people see, each once."""

from typing import Annotated, Literal

from pydantic import Field

from charter.answers.progress import progress
from charter.answers.small_numbers import SMALL, SMALLEST_BASE
from charter.api.public import Context
from charter.model.fields import Id
from charter.model.records import Record

# What the rule on small numbers lets through; whoever checks a file by its schema checks that, too.
People = Annotated[int, Field(json_schema_extra={"minimum": 0, "not": {"enum": list(SMALL)}})]
Base = Annotated[int, Field(json_schema_extra={"minimum": SMALLEST_BASE})]
Who = Literal["families", "staff", "others"]
# What answers of a side of the model are called in public.
WHO: dict[str, Who] = {"families": "families", "staff": "staff", "other": "others"}


class Figures(Record):
    """What one side said to a pledge, or to all pledges of a value.

    A number from 1 to 4, and a result of fewer than ten people, is never published. Then partly and
    no are counted together, or nothing is.
    """

    value: Id
    pledge: Id | None
    """Null for all pledges of the value together."""
    quarter: str | None
    """The quarter in which the answers could first be shown; null for all time."""
    who: Who
    answers: Base | None
    """How many answered yes, partly or no; null where nothing can be shown."""
    yes: People | None
    partly: People | None
    no: People | None
    partly_or_no: People | None
    """Partly and no together, where they can't be told apart."""


def figures(context: Context) -> list[Figures]:
    """The figures of each value and pledge over all time, and of each pledge by quarter."""
    progress_page = progress(context.charter, context.today)
    rows = [row for of_value in progress_page.values for row in of_value.rows]
    rows += [row for of_pledge in progress_page.of_pledges.values() for row in of_pledge]
    # A pledge stands below its value and on its own page; the latter has all sides.
    sums = {
        (row.value, row.pledge, row.quarter, side): shown
        for row in rows
        for side, shown in row.sides.items()
    }
    made = []
    for (value, pledge, quarter, side), shown in sums.items() if progress_page.times else ():
        counts = {"_or_".join(joint): number for joint, number in shown.counts} if shown else {}
        made.append(
            Figures(
                value=value,
                pledge=pledge or None,
                quarter=quarter or None,
                who=WHO[side],
                answers=shown.base if shown else None,
                **{name: counts.get(name) for name in ("yes", "partly", "no", "partly_or_no")},
            )
        )
    return made
