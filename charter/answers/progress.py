"""What people answered, in the shape of the progress page and of a pledge's own page: from shown
blocks and nothing else.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from charter.answers.small_numbers import COMPARED, Shown, all_blocks, joined
from charter.clock import quarter
from charter.model import Charter, Pledge, Value

# How many pledges the list of differences has: few enough to remember.
LONGEST_LIST = 5
# So many quarters a value's table has, and a pledge's own: pages stay light. Older ones are in the
# sum of all answers.
QUARTERS_OF_VALUE = 4
QUARTERS_OF_PLEDGE = 12

Blocks = dict[tuple[str, str], list[Shown]]
# What each side said, by side; nothing where it can't be shown.
Sides = dict[str, Shown | None]


@dataclass(frozen=True)
class Row:
    """One part of a table. `value`, `pledge` and `quarter` say what it sums: no pledge is all of a
    value, no quarter is all time.
    """

    value: str
    pledge: str
    quarter: str
    name: str
    sides: Sides


@dataclass(frozen=True)
class OfValue:
    """What was answered to the pledges of one value: the sum and each pledge over all time, and the
    sum quarter by quarter.
    """

    value: Value
    rows: list[Row]
    by_quarter: list[Row]


@dataclass(frozen=True)
class Difference:
    """A pledge of which families and staff say something different. `gap` is in percentage points,
    between the shares as they are shown.
    """

    pledge: Pledge
    families: Shown
    staff: Shown
    gap: int


@dataclass(frozen=True)
class Progress:
    """All that the site tells of answers.

    `any` says whether any copy was counted. `times` is the least number of copies that the shown
    figures can come from: it
    follows from them. (How many copies there are is not told: see decisions/0011-small-numbers.md.)
    `of_pledges` has what stands on each pledge's own page, by its id: all time, then quarter by
    quarter from the latest.
    It is empty for a pledge of which nothing can be shown.
    """

    any: bool
    times: int
    values: list[OfValue]
    differences: list[Difference]
    of_pledges: dict[str, list[Row]]


def progress(charter: Charter, today: datetime.date) -> Progress:
    """What may be shown on a day: only quarters that are over by then."""
    found = all_blocks(charter, quarter(today))
    return Progress(
        any=bool(charter.answers.taken),
        times=_times(found),
        values=[
            _of_value(charter, value, found)
            for value in charter.values
            if charter.pledges_of(value)
        ],
        differences=_differences(charter, found),
        of_pledges={pledge.id: _of_pledge(pledge, found) for pledge in charter.pledges_in_order},
    )


def percent(number: int, base: int) -> int:
    """A share in whole percent, halves up."""
    return (200 * number + base) // (2 * base)


def _times(found: Blocks) -> int:
    """No copy has two answers to one pledge: so the most answers to one pledge are the least number
    of copies.
    """
    answers: dict[str, int] = {}
    for (pledge, _), blocks in found.items():
        answers[pledge] = answers.get(pledge, 0) + sum(block.base for block in blocks)
    return max(answers.values(), default=0)


def _of_value(charter: Charter, value: Value, found: Blocks) -> OfValue:
    """Others than those compared stand in the sum only; what they said to each pledge is on its own
    page.
    """
    pledges = charter.pledges_of(value)
    together = _row(found, pledges, _sides(found), name="All its pledges")
    each = [_row(found, [pledge], COMPARED, pledge.id, pledge.text) for pledge in pledges]
    return OfValue(
        value, [together, *each], _by_quarter(found, pledges, "", COMPARED)[:QUARTERS_OF_VALUE]
    )


def _of_pledge(pledge: Pledge, found: Blocks) -> list[Row]:
    by_quarter = _by_quarter(found, [pledge], pledge.id, _sides(found))[:QUARTERS_OF_PLEDGE]
    return (
        [_row(found, [pledge], _sides(found), pledge.id, "All answers"), *by_quarter]
        if by_quarter
        else []
    )


def _by_quarter(
    found: Blocks, pledges: list[Pledge], pledge: str, sides: Sequence[str]
) -> list[Row]:
    """A row for each quarter in which anything could first be shown, from the latest."""
    quarters = {
        block.until for wanted in pledges for side in sides for block in found[wanted.id, side]
    }
    return [
        _row(found, pledges, sides, pledge, when=when) for when in sorted(quarters, reverse=True)
    ]


def _row(
    found: Blocks,
    pledges: list[Pledge],
    sides: Sequence[str],
    pledge: str = "",
    name: str = "",
    when: str = "",
) -> Row:
    """The sum of the blocks of pledges of one value: of those that could first be shown in the
    quarter `when`, or of all.
    """
    sums = {
        side: joined(
            block for one in pledges for block in found[one.id, side] if when in ("", block.until)
        )
        for side in sides
    }
    return Row(
        pledges[0].value,
        pledge,
        when,
        name,
        {side: shown for side, shown in sums.items() if shown or side in COMPARED},
    )


def _sides(found: Blocks) -> list[str]:
    """Every side, those that are compared first."""
    return [*COMPARED, *dict.fromkeys(side for _, side in found if side not in COMPARED)]


def _differences(charter: Charter, found: Blocks) -> list[Difference]:
    """The pledges where the shares of yes are furthest apart, the widest gap first."""
    listed = []
    for pledge in charter.pledges_in_order:
        families, staff = (joined(found[pledge.id, side]) for side in COMPARED)
        if families and staff:
            gap = abs(percent(families.yes, families.base) - percent(staff.yes, staff.base))
            listed.append(Difference(pledge, families, staff, gap))
    widest = sorted(listed, key=lambda difference: -difference.gap)[:LONGEST_LIST]
    return [difference for difference in widest if difference.gap]
