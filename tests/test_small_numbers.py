"""Small numbers stay hidden: from one who knows the rule, who has every page there ever was, and
who can do sums.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest

from charter.answers import small_numbers
from charter.answers.small_numbers import SMALL, SMALLEST_BASE, Shown, blocks, joined, shown
from tests.attacker import ANSWERS

SEED = 20261123
# Numbers of yes, partly and no.
Numbers = tuple[int, int, int]
# How many people there are for each quarter, occasion, group, pledge and answer.
Truth = np.ndarray[Any, np.dtype[Any]]
Rule = Callable[..., Shown | None]


def counter(numbers: Sequence[int]) -> Counter[str]:
    return Counter(dict(zip(ANSWERS, numbers, strict=True)))


def each_alone(quarter: str) -> Counter[str]:
    """Senders with a copy each. How many more of them there are makes no difference."""
    return Counter({f"{quarter}-{number}": 1 for number in range(SMALLEST_BASE)})


FIRST, SECOND = each_alone("first"), each_alone("second")


def in_two_quarters(first: Sequence[int], second: Sequence[int]) -> list[Shown]:
    """What is shown of answers that came one from each sender."""
    return blocks([("2027-Q1", counter(first), FIRST), ("2027-Q2", counter(second), SECOND)])


# --- The rule, for somebody who knows it
# -------------------------------------------------------------------------


@pytest.mark.usefixtures("site")
def test_fewer_than_ten_people_are_never_shown_and_ten_may_be() -> None:
    assert shown("2027-Q1", counter((9, 0, 0))) is None
    assert shown("2027-Q1", counter((10, 0, 0))) is not None


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("numbers, told", [
    ((20, 8, 6), {("yes",): 20, ("partly",): 8, ("no",): 6}),
    ((20, 0, 6), {("yes",): 20, ("partly",): 0, ("no",): 6}),
    ((20, 8, 3), {("yes",): 20, ("partly", "no"): 11}),
    ((20, 3, 2), {("yes",): 20, ("partly", "no"): 5}),
    ((0, 2, 30), {("yes",): 0, ("partly", "no"): 32}),
    ((20, 0, 3), None),  # "three did not say yes" would be a count of three people
    ((20, 2, 2), None),
    ((3, 20, 20), None),
    ((4, 4, 4), None),  # from a sum of twelve, and the rule, anybody could work out all three
])  # fmt: skip
def test_a_block_is_told_in_full_or_with_partly_and_no_together_or_it_waits(
    numbers: Numbers, told: dict[object, int] | None
) -> None:
    found = shown("2027-Q1", counter(numbers))
    assert (dict(found.counts) if found else None) == told


@pytest.mark.usefixtures("site")
def test_behind_each_number_told_together_there_are_four_possible_values_or_more() -> None:
    possible: defaultdict[object, list[set[int]]] = defaultdict(lambda: [set(), set(), set()])
    for numbers in product(range(41), repeat=3):
        if found := shown("2027-Q1", counter(numbers)):
            for place, number in enumerate(numbers):
                possible[found.counts][place].add(number)
    hidden = 0
    for counts, values in possible.items():
        told = dict(counts)  # type: ignore[call-overload]
        assert sum(told.values()) >= SMALLEST_BASE and not set(told.values()) & set(SMALL)
        for answer, known in zip(ANSWERS, values, strict=True):
            if (answer,) in told:
                assert known == {told[answer,]}
            elif (
                told["partly", "no"] <= 40
            ):  # with a larger sum, some of its parts are beyond those tried here
                assert len(known) >= 4, counts
                hidden += 1
    assert hidden > 1000


MOST = 10


def two_quarters(most: int = MOST) -> Iterator[tuple[Numbers, Numbers]]:
    """All answers of two quarters with at most ten of each kind in both together."""
    pairs = [(first, second) for first in range(most + 1) for second in range(most + 1 - first)]
    for yes, partly, no in product(pairs, repeat=3):
        yield (yes[0], partly[0], no[0]), (yes[1], partly[1], no[1])


MARGINS = [
    (when, kinds)
    for when in ((0,), (1,), (0, 1))
    for size in (1, 2, 3)
    for kinds in combinations(range(3), size)
]


CELLS = list(product(range(2), range(3)))
NOBODY = (0, 0, 0)


def given_away(
    rule: Rule,
    monkeypatch: pytest.MonkeyPatch,
    made_up: tuple[Numbers, Numbers] = (NOBODY, NOBODY),
    most: int = MOST,
) -> list[str]:
    """Every small count or base that has one value only in all pairs of quarters which look alike
    when they are published. Whoever looks has sent made-up copies in both, and takes them away.
    """
    monkeypatch.setattr(small_numbers, "shown", rule)
    copies = [Counter({"who looks": sum(numbers)}) for numbers in made_up]
    everything = list(two_quarters(most))
    seen: dict[object, int] = {}
    alike = []
    for both in everything:
        found = blocks(
            [
                (when, counter([*map(sum, zip(given, own, strict=True))]), others + sent)
                for when, given, own, others, sent in zip(
                    ("2027-Q1", "2027-Q2"), both, made_up, (FIRST, SECOND), copies, strict=True
                )
            ]
        )
        published = tuple((block.until, block.counts) for block in found)
        alike.append(seen.setdefault(published, len(seen)))
    sums = np.array(everything).reshape(-1, 6) @ np.array(
        [[when in margin[0] and kind in margin[1] for margin in MARGINS] for when, kind in CELLS]
    )
    least, greatest = np.full((len(seen), len(MARGINS)), 99), np.zeros((len(seen), len(MARGINS)))
    np.minimum.at(least, alike, sums)
    np.maximum.at(greatest, alike, sums)
    own = counter([*map(sum, zip(*made_up, strict=True))])
    assert len(seen) > 10
    return [
        f"{published}: {margin} is {low}"
        for published, place in seen.items()
        for margin, low, high in zip(MARGINS, least[place], greatest[place], strict=True)
        if low == high and 0 < low < (SMALLEST_BASE if len(margin[1]) == 3 else SMALL.stop)
        # Where somebody could have given one answer more often, not all that looks alike was tried.
        if all(
            sum(number for _, counts in published for joint, number in counts if answer in joint)  # type: ignore[attr-defined]
            <= most + own[answer]
            for answer in ANSWERS
        )
    ]


@pytest.mark.weekly
@pytest.mark.slow
def test_two_quarters_give_no_small_number_away_to_one_who_knows_the_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert given_away(shown, monkeypatch) == []


# What one hand may send beside others: each of these as it is, spread over two quarters.
PADDING: list[tuple[Numbers, Numbers]] = [
    ((1, 0, 0), NOBODY),
    ((2, 1, 0), NOBODY),
    ((3, 0, 0), NOBODY),
    ((0, 0, 1), (1, 0, 0)),
]


@pytest.mark.weekly
@pytest.mark.parametrize("made_up", PADDING, ids=str)
def test_made_up_copies_of_one_sender_open_nothing_when_they_are_taken_away_again(
    made_up: tuple[Numbers, Numbers], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert given_away(shown, monkeypatch, made_up, most=6) == []


@pytest.mark.slow
def test_without_senders_made_up_copies_would_open_every_small_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fifteen yes, fifteen partly and fifteen no lift all others over the line."""

    def by_people(until: str, numbers: Counter[str], *_: int) -> Shown | None:
        return shown(until, numbers)

    found = given_away(by_people, monkeypatch, ((15, 15, 15), NOBODY), most=5)
    for small in SMALL:
        assert any(said.endswith(f"((0,), (0,)) is {small}") for said in found), found[:5]


def next_lowest(until: str, numbers: Counter[str], *_: int) -> Shown | None:
    """A rule in use elsewhere: hide each small count and then the next lowest; if all would be
    hidden, wait.
    """
    counted = [numbers[answer] for answer in ANSWERS]
    hidden = {place for place in range(3) if counted[place] in SMALL}
    if len(hidden) == 1:
        hidden.add(
            min(
                (place for place in range(3) if place not in hidden),
                key=lambda place: (counted[place], -place),
            )
        )
    if sum(counted) < SMALLEST_BASE or len(hidden) == 3:
        return None
    told = [((ANSWERS[place],), counted[place]) for place in range(3) if place not in hidden]
    together = tuple(ANSWERS[place] for place in sorted(hidden))
    return Shown(
        until, (*told, *([(together, sum(counted[place] for place in hidden))] if hidden else []))
    )


@pytest.mark.weekly
def test_hiding_the_next_lowest_count_would_give_some_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Why we do not do so: what is hidden with it tells which was lowest. From "partly 6, yes or no
    together 10" follow 4 and 6.
    """
    found = given_away(next_lowest, monkeypatch)
    assert any("(('yes', 'no'), 10)" in said and "is 4" in said for said in found), found[:5]


def test_the_number_of_copies_would_give_away_what_ten_people_said() -> None:
    """Ten families said yes in the first quarter and one in the second: eleven are shown. Without
    the number of copies, the first quarter may have had any number from none to ten. With it, ten,
    then eleven, there was only one way: so it is not told.
    """
    published = in_two_quarters((10, 0, 0), (1, 0, 0))
    assert [block.base for block in published] == [11]
    alike = [
        first
        for first in range(12)
        if in_two_quarters((first, 0, 0), (11 - first, 0, 0)) == published
    ]
    assert alike == list(range(11))
    assert [first for first in alike if first <= 10 and 11 - first <= 1] == [10]


def test_a_sum_tells_no_more_than_its_parts() -> None:
    full, part = (
        Shown("2027-Q1", ((("yes",), 9), (("partly",), 5), (("no",), 6))),
        Shown("2027-Q2", ((("yes",), 7), (("partly", "no"), 8))),
    )
    assert joined([full, part]) == Shown("2027-Q2", ((("yes",), 16), (("partly", "no"), 19)))
    assert joined([full, full]) == Shown(
        "2027-Q1", ((("yes",), 18), (("partly",), 10), (("no",), 12))
    )
    assert joined([]) is None
