"""State of the charter: each measure's figure for this year and the last, worked out from answers,
tracker and plan, or what somebody has published.

What people answered is a sum of shown blocks, as on the progress page, and nothing else.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from charter.answers.progress import Blocks, Sides, percent
from charter.answers.small_numbers import COMPARED, Shown, all_blocks, joined
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


# What there is for one year: a figure, what each side said, or nothing.
Cell = Figure | Sides | None


@dataclass(frozen=True)
class Line:
    """A pledge, and each of its measures with what there is for this year and for the last."""

    pledge: Pledge
    measured: list[tuple[Measure, list[Cell]]]


def years(today: datetime.date) -> list[int]:
    """This year and the last."""
    return [today.year, today.year - 1]


def state(charter: Charter, today: datetime.date) -> list[Line]:
    """A line for each pledge that has a measure, in the order of the charter."""
    found = all_blocks(charter, quarter(today))
    return [
        Line(pledge, [(it, _cells(charter, pledge, it, today, found)) for it in pledge.measures])
        for pledge in charter.pledges_in_order
        if pledge.measures
    ]


def _cells(
    charter: Charter, pledge: Pledge, measure: Measure, today: datetime.date, found: Blocks
) -> list[Cell]:
    """What was published goes first."""
    published = {each.year: Figure(each.number, each.of) for each in measure.published}
    cells: list[Cell] = []
    for year in years(today):
        sides = {side: _in_year(found[pledge.id, side], year) for side in COMPARED}
        if figure := published.get(year) or _figure(charter, measure, year, today, sides):
            cells.append(_judged(measure, figure))
        else:
            cells.append(sides if measure.figure == "yes" and any(sides.values()) else None)
    return cells


def _figure(
    charter: Charter, measure: Measure, year: int, today: datetime.date, sides: Sides
) -> Figure | None:
    if measure.figure == "gap":
        return _gap(*sides.values())
    if measure.counts == "tracker" and charter.tracker:
        return _of_activities(charter, measure, year, today)
    if (
        measure.counts == "plan" and charter.plan and year == today.year
    ):  # nobody keeps the year before
        return _of_actions(charter.plan.everything, measure)
    return None


def _in_year(blocks: Iterable[Shown], year: int) -> Shown | None:
    """The sum of the blocks that could first be shown in a year."""
    return joined(block for block in blocks if block.until.startswith(str(year)))


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
        "who decided": lambda it: it.together.decided.answer != "not known",
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


def _judged(measure: Measure, figure: Figure) -> Figure:
    """A figure with what it misses. A part of all misses the one standard unless it is all."""
    if figure.of is None:
        missed = [each for each in measure.standards if each.missed(figure.number)]
    else:
        some = figure.number < figure.of and len(measure.standards) == 1
        missed = measure.standards if some else []
    return Figure(figure.number, figure.of, tuple(missed))
