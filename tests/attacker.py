"""Somebody who has everything that was ever published, and tries to work out what was hidden.

What is unknown is how many people gave each answer: a cell for each quarter, occasion, group,
pledge and answer.
An equation says that some cells add up to a published number. A margin is any sum of cells that
someone could be
interested in. A margin is worked out where the equations, and the fact that no cell is below zero,
leave it one value.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from typing import Any

import numpy as np

from charter.answers.small_numbers import SMALL, SMALLEST_BASE
from charter.model import Charter

ANSWERS = ("yes", "partly", "no")
# More people than there can be.
ENDLESS = 1e6
# A truth for each cell, and a number for each.
Cells = np.ndarray[Any, np.dtype[Any]]
Numbers = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Equation:
    """Cells (a truth for each) and their sum."""

    cells: Cells
    number: int


@dataclass(frozen=True, eq=False)
class Layout:
    """Which cells there are: by quarter, occasion, group, pledge and answer."""

    charter: Charter
    quarters: tuple[str, ...]

    @cached_property
    def shape(self) -> tuple[int, ...]:
        charter = self.charter
        return (
            len(self.quarters),
            len(charter.did_we.occasions),
            len(charter.groups),
            len(charter.pledges),
            len(ANSWERS),
        )

    @cached_property
    def pledges(self) -> list[str]:
        return [pledge.id for pledge in self.charter.pledges_in_order]

    @cache  # noqa: B019 - there are a handful of layouts in a run
    def cells(
        self, quarters: tuple[str, ...], side: str, pledge: str, answers: tuple[str, ...]
    ) -> Cells:
        """The cells of one side's answers to one pledge in some quarters."""
        found: Cells = np.zeros(self.shape, dtype=bool)
        kept = [self.quarters.index(quarter) for quarter in quarters]
        kinds = [ANSWERS.index(answer) for answer in answers]
        found[
            np.ix_(
                kept, range(self.shape[1]), self._groups(side), [self.pledges.index(pledge)], kinds
            )
        ] = True
        return found.ravel()

    def place(self, quarter: str, occasion: str, group: str) -> tuple[int, int, int]:
        """Where the cells of one group, on one occasion, in one quarter are."""
        occasions = [each.id for each in self.charter.did_we.occasions]
        groups = [each.id for each in self.charter.groups]
        return self.quarters.index(quarter), occasions.index(occasion), groups.index(group)

    def _groups(self, side: str) -> list[int]:
        return [place for place, group in enumerate(self.charter.groups) if group.side == side]

    @cached_property
    def axes(self) -> list[Numbers]:
        """What may be summed of each axis, as rows of 0 and 1. A margin takes one row of each: runs
        of quarters, one occasion or
        all, one group or a side or all, one pledge or those of a value or all, and any of the
        answers together.
        """
        quarters, occasions, groups, pledges, answers = (
            list(range(length)) for length in self.shape
        )
        sides = sorted({group.side for group in self.charter.groups})
        values = [
            [self.pledges.index(pledge.id) for pledge in self.charter.pledges_of(value)]
            for value in self.charter.values
        ]
        return [
            _rows(
                quarters,
                [quarters[first : last + 1] for first in quarters for last in quarters[first:]],
            ),
            _rows(occasions, [*([each] for each in occasions), occasions]),
            _rows(groups, [*([each] for each in groups), *map(self._groups, sides), groups]),
            _rows(pledges, [*([each] for each in pledges), *values, pledges]),
            _rows(
                answers, [list(kind) for size in (1, 2, 3) for kind in combinations(answers, size)]
            ),
        ]

    def margins(self, cells: Numbers) -> Numbers:
        """The sum of each margin."""
        found = cells.reshape(self.shape)
        for axis in self.axes:
            found = np.tensordot(
                found, axis, axes=(0, 1)
            )  # the axis that was summed becomes the last
        return found


def _rows(axis: list[int], choices: list[list[int]]) -> Numbers:
    found: Numbers = np.array([[float(place in choice) for place in axis] for choice in choices])
    return found


def worked_out(
    layout: Layout, truth: Numbers, equations: Sequence[Equation], chance: np.random.Generator
) -> list[str]:
    """The margins that must stay hidden (counts of 1 to 4, results of fewer than ten people) and
    can be worked out.
    """
    if not equations:
        return []
    sums = layout.margins(truth)
    # The last row of the last axis takes in all answers: that margin says how many people answered.
    last = np.full(sums.shape[-1], SMALL[-1])
    last[-1] = SMALLEST_BASE - 1
    secret = (sums >= SMALL[0]) & (sums <= last)
    matrix, numbers = _distinct(equations)
    low, high = _bounds(*_with_differences(matrix, numbers))
    for _ in range(2):  # a second change, lest the first was blind by chance
        secret &= np.abs(layout.margins(_change(matrix, low < high, chance))) < 1e-8
    return [f"{sums[tuple(place)]:.0f} people at {place.tolist()}" for place in np.argwhere(secret)]


def _distinct(equations: Sequence[Equation]) -> tuple[Cells, Numbers]:
    by_cells = {equation.cells.tobytes(): equation for equation in equations}
    return np.array([each.cells for each in by_cells.values()]), np.array(
        [float(each.number) for each in by_cells.values()]
    )


def _with_differences(matrix: Cells, numbers: Numbers) -> tuple[Cells, Numbers]:
    """All equations, and one for each pair of which one has all the cells of the other: the rest of
    the cells, and their sum.
    """
    sizes = matrix.sum(axis=1)
    shared = matrix.astype(int) @ matrix.T  # in whole numbers, which wait for no other process
    inner, outer = np.nonzero((shared == sizes[:, None]) & (sizes[:, None] < sizes[None, :]))
    rest = matrix[outer] & ~matrix[inner]
    return np.concatenate([matrix, rest]), np.concatenate(
        [numbers, numbers[outer] - numbers[inner]]
    )


def _bounds(matrix: Cells, numbers: Numbers) -> tuple[Numbers, Numbers]:
    """The least and the most that each cell can be, from one equation at a time, over and over."""
    low, high = np.zeros(matrix.shape[1]), np.full(matrix.shape[1], ENDLESS)
    for _ in range(3):
        most = (numbers - matrix @ low)[:, None] + low
        high = np.minimum(high, np.where(matrix, most, ENDLESS).min(axis=0))
        least = (numbers - matrix @ high)[:, None] + high
        low = np.maximum(low, np.where(matrix, least, 0.0).max(axis=0))
    return low, high


def _change(matrix: Cells, free: Cells, chance: np.random.Generator) -> Numbers:
    """A change of the cells that are still free, by chance, that keeps every equation true. What
    stays the same under it is
    a sum of multiples of equations (and of cells that are known): so it can be worked out, and
    nothing else can.
    """
    change: Numbers = np.where(free, chance.standard_normal(matrix.shape[1]), 0.0)
    # Cells that stand in just the same equations count as one, so that there is less to solve.
    names = chance.integers(2**40, size=len(matrix)) @ matrix[:, free]
    _, first, member, size = np.unique(
        names, return_index=True, return_inverse=True, return_counts=True
    )
    alike: Numbers = matrix[:, free][:, first].astype(float)
    sums = np.bincount(member, weights=change[free], minlength=len(size))
    wrong = np.linalg.lstsq(alike, alike @ sums, rcond=None)[0]
    change[free] -= (wrong / size)[member]
    return change
