"""State of the charter: each measure's figure for this year and the last, worked out from answers,
tracker and plan, or what somebody has published.

What people answered is a sum of shown blocks, as on the progress page, and nothing else.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from charter.answers.progress import COMPARED, Blocks, percent
from charter.answers.small_numbers import Shown, all_blocks, joined
from charter.clock import quarter
from charter.model import Activity, Charter, Pledge
from charter.model.measures import Measure, Standard
from charter.model.plan import Action


@dataclass(frozen=True)
class Figure:
    """A number, or so many of all; and the standards that it misses."""

    number: int
    of: int | None = None
    missed: tuple[Standard, ...] = ()


Cell = Shown | Figure | None


@dataclass(frozen=True)
class Row:
    """One row of a measure: whose it is, and what there is for this year and for the last."""

    side: str
    cells: list[Cell]


@dataclass(frozen=True)
class Line:
    """A pledge, with the rows of each of its measures."""

    pledge: Pledge
    measured: list[tuple[Measure, list[Row]]]


def years(today: datetime.date) -> list[int]:
    """This year and the last."""
    return [today.year, today.year - 1]


def state(charter: Charter, today: datetime.date) -> list[Line]:
    """A line for each pledge that has a measure, in the order of the charter."""
    found = all_blocks(charter, quarter(today))
    return [
        Line(
            pledge,
            [(measure, _rows(charter, pledge, measure, today, found)) for measure in measures],
        )
        for pledge in charter.pledges_in_order
        if (measures := pledge.measures)
    ]


def _rows(
    charter: Charter, pledge: Pledge, measure: Measure, today: datetime.date, found: Blocks
) -> list[Row]:
    """What was published goes first. Where both years lack a figure, one row says so."""
    sides = {side: _by_year(found[pledge.id, side], today) for side in COMPARED}
    if measure.figure == "yes" and any(map(any, sides.values())):
        return [Row(side, [*cells]) for side, cells in sides.items()]
    own: list[Cell] = [None, None]
    if measure.figure == "gap":
        own = [_gap(*pair) for pair in zip(*sides.values(), strict=True)]
    elif measure.counts == "tracker":
        own = [_of_activities(charter, measure, year, today) for year in years(today)]
    elif measure.counts == "plan":
        own = [_of_actions(charter.plan.everything, measure), None]  # nobody keeps the year before
    published = {each.year: Figure(each.number, each.of) for each in measure.published}
    cells = [published.get(year, cell) for year, cell in zip(years(today), own, strict=True)]
    return [Row("", [_judged(measure, cell) for cell in cells])]


def _by_year(blocks: Iterable[Shown], today: datetime.date) -> list[Shown | None]:
    """The sum of the blocks that could first be shown in each year."""
    told = list(blocks)
    return [
        joined(block for block in told if block.until.startswith(str(year)))
        for year in years(today)
    ]


def _gap(families: Shown | None, staff: Shown | None) -> Figure | None:
    if not families or not staff:
        return None
    return Figure(abs(percent(families.yes, families.base) - percent(staff.yes, staff.base)))


def _of_activities(
    charter: Charter, measure: Measure, year: int, today: datetime.date
) -> Figure | None:
    wanted = set(measure.groups)
    if measure.figure == "months since":
        now = f"{today:%Y-%m}" if year == today.year else f"{year}-12"
        months = [it.first_month for it in charter.engagement if wanted & _groups(it)]
        last = max((month for month in months if month <= now), default=None)
        return Figure(_months(now) - _months(last)) if last else None
    inside = [it for it in charter.engagement if it.started.startswith(str(year))]
    if measure.figure == "activities":
        return Figure(len(inside))
    tests: dict[str | None, Callable[[Activity], bool]] = {
        "names groups": lambda it: all(some.group for some in it.took_part),
        "includes groups": lambda it: wanted <= _groups(it),
    }
    test = tests.get(measure.figure)
    return Figure(sum(map(test, inside)), len(inside)) if test else None


def _groups(activity: Activity) -> set[str | None]:
    return {some.group for some in activity.took_part}


def _months(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:])


def _of_actions(actions: list[Action], measure: Measure) -> Figure | None:
    tests: dict[str | None, Callable[[Action], bool]] = {
        "done": lambda it: it.state == "done",
        "not known": lambda it: it.state == "not known",
        "role and date": lambda it: it.owner is not None and it.by is not None,
    }
    test = tests.get(measure.figure)
    return Figure(sum(map(test, actions)), len(actions)) if test else None


def _judged(measure: Measure, cell: Cell) -> Cell:
    """A figure with what it misses. A part of all misses the one standard unless it is all."""
    if not isinstance(cell, Figure) or not measure.standards:
        return cell
    if cell.of is not None:
        missed = measure.standards if len(measure.standards) == 1 and cell.number < cell.of else []
    else:
        missed = [each for each in measure.standards if each.missed(cell.number)]
    return Figure(cell.number, cell.of, tuple(missed))
