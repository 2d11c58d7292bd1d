"""No count gives a small number away: not by itself, and not by taking shown counts from others."""

import itertools
from collections import defaultdict
from collections.abc import Iterator

import pytest

from charter.comments.result import Heard, result
from charter.comments.small_numbers import FEWEST, SMALL, hide
from charter.comments.tone import TONES

MOST = 45


def splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to split a total into counts."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in splits(total - first, parts - 1))


@pytest.mark.parametrize("parts", [2, 3])
def test_whoever_knows_the_total_and_the_rule_can_work_out_no_hidden_count(parts: int) -> None:
    looked_at = 0
    for total in range(FEWEST, MOST + 1):
        may_be = defaultdict(list)
        for counts in splits(total, parts):
            named = {str(place): count for place, count in enumerate(counts)}
            may_be[tuple(hide(named).values())].append(counts)
        for shown, all_counts in may_be.items():
            for place, count in enumerate(shown):
                if count is None:
                    looked_at += 1
                    assert len({counts[place] for counts in all_counts}) > 1, (total, shown)
    assert looked_at > 50


def test_small_counts_are_hidden_and_others_shown() -> None:
    for counts in splits(40, 3):
        shown = hide({str(place): count for place, count in enumerate(counts)})
        assert all(
            value is None
            for count, value in zip(counts, shown.values(), strict=True)
            if 0 < count < SMALL
        )
        if all(count == 0 or count >= SMALL for count in counts):
            assert tuple(shown.values()) == counts
    assert hide({"a": 3, "b": 7, "c": 30}) == {"a": None, "b": None, "c": 30}
    assert hide({"a": 1, "b": 1, "c": 30}) == {"a": None, "b": None, "c": None}
    assert hide({"a": 0, "b": 0, "c": 30}) == {"a": 0, "b": 0, "c": 30}


def heard(about: tuple[int, ...], others: tuple[int, ...]) -> list[Heard]:
    """So many comments of each tone about one value, and not about it."""
    return [
        Heard(tone, values)
        for counts, values in ((about, ["v"]), (others, []))
        for tone, count in zip(TONES, counts, strict=True)
        for _ in range(count)
    ]


@pytest.mark.parametrize("total", [10, 15, 20])
def test_tones_of_a_value_can_not_be_worked_out_from_what_is_shown(total: int) -> None:
    may_be = defaultdict(list)
    for cells in splits(total, 2 * len(TONES)):
        told = result(heard(cells[:3], cells[3:]), ["v"])
        row = told.values["v"]
        may_be[(*told.tones.values(), row.comments, *row.tones.values())].append(cells)
    assert len(may_be) > 2
    for shown, all_cells in may_be.items():
        for place in range(6):
            possible = {cells[place] for cells in all_cells}
            # Whatever can be worked out is nothing, or enough.
            assert len(possible) > 1 or not 0 < next(iter(possible)) < SMALL, (shown, place)
        about = {sum(cells[:3]) for cells in all_cells}
        assert len(about) > 1 or not 0 < next(iter(about)) < SMALL, shown


def test_a_result_has_no_count_of_comments_about_no_value() -> None:
    told = result(heard((10, 10, 10), (10, 10, 10)), ["v"])
    assert told.comments == 60 and told.tones == dict.fromkeys(TONES, 20)
    assert list(told.values) == ["v"] and told.values["v"].tones == dict.fromkeys(TONES, 10)


def test_a_comment_may_be_about_two_values_and_each_row_is_judged_by_itself() -> None:
    both = [Heard(tone, ["a", "b"]) for tone in TONES for _ in range(8)]
    rest = [Heard(tone, ["a"]) for tone in TONES for _ in range(6)] + [
        Heard(tone, []) for tone in TONES for _ in range(7)
    ]
    told = result(both + rest, ["a", "b"])
    assert told.values["a"].comments == 42 and told.values["b"].comments == 24
    few = result([*both, *rest, Heard("mixed", ["c"])], ["a", "b", "c"])
    assert few.values["c"].comments is None and set(few.values["c"].tones.values()) == {None}
    assert all(
        None not in pair
        for pair in itertools.product(few.values["a"].tones.values(), [few.values["a"].comments])
    )
