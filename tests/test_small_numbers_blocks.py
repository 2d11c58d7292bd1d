"""Blocks of answers as they are cut from the counts: which quarters, which sides, which sums."""

from collections import Counter
from dataclasses import FrozenInstanceError

import pytest

from charter.answers.small_numbers import Shown, all_blocks, blocks, joined
from charter.answers.small_numbers import shown as rule
from charter.data.load import load
from charter.model import Answers, Charter, Group, Records
from charter.model.answers import Count, Sent, Tally
from tests.attacker import ANSWERS
from tests.published import one_each
from tests.sample import DATA

FINE = (("yes",), ("partly",), ("no",))
COARSE = (("yes",), ("partly", "no"))


def shown(until: str, way: tuple[tuple[str, ...], ...], *numbers: int) -> Shown:
    return Shown(until, tuple(zip(way, numbers, strict=True)))


def counted(*counts: tuple[str, str, tuple[int, int, int]]) -> Charter:
    """The made-up area with answers to its first pledge: quarter, group, and yes, partly, no."""
    area = load(DATA)
    pledge = area.pledges_in_order[0].id
    made_up = [
        Count.model_construct(
            quarter=quarter,
            occasion="meeting",
            group=group,
            senders=one_each(f"{quarter}-{group}-", 50),
            answers=[Tally(pledge=pledge, yes=yes, partly=partly, no=no, does_not_apply=50)],
        )
        for quarter, group, (yes, partly, no) in counts
    ]
    answers = Answers.model_construct(taken=[], counts=made_up)
    groups = Records([*area.groups, Group(id="parents", name="Parents", side="families")])
    return area.model_copy(update={"answers": answers, "groups": groups})


def alone(quarter: str, senders: int) -> Counter[str]:
    """Senders who sent a copy each, and nothing in another quarter."""
    return Counter({f"{quarter}-{number}": 1 for number in range(senders)})


def test_a_block_starts_anew_once_the_one_before_is_shown() -> None:
    quarters = [("2027-Q1", 9), ("2027-Q2", 2), ("2027-Q3", 3), ("2027-Q4", 12)]
    found = [(when, Counter(yes=number), alone(when, number)) for when, number in quarters]
    assert blocks(found) == [
        shown("2027-Q2", FINE, 11, 0, 0),
        shown("2027-Q4", FINE, 15, 0, 0),
    ]


@pytest.mark.parametrize(
    ("senders", "numbers", "way"),
    [
        ([1] * 10, (10, 0, 0), None),  # whoever sent one knows what nine others said
        ([1] * 11, (11, 0, 0), FINE),
        ([2] + [1] * 10, (11, 0, 0), None),  # ten senders can have given all eleven
        ([2] + [1] * 10, (12, 0, 0), FINE),
        ([1] * 30, (12, 5, 9), COARSE),
        ([1] * 30, (12, 6, 9), FINE),
        ([15, *[1] * 30], (12, 0, 20), None),  # fifteen of twelve yes may be made up
        ([15, *[1] * 30], (20, 0, 20), FINE),
        ([15, *[1] * 30], (20, 19, 20), COARSE),
        ([300], (100, 100, 100), None),
        ([300] * 10, (900, 900, 900), None),
        ([300] * 11, (1501, 1501, 0), FINE),
    ],
)
def test_a_number_is_shown_only_if_enough_senders_gave_it(
    senders: list[int], numbers: tuple[int, int, int], way: tuple[tuple[str, ...], ...] | None
) -> None:
    copies = Counter({str(place): sent for place, sent in enumerate(senders)})
    found = blocks([("2027-Q1", Counter(dict(zip(ANSWERS, numbers, strict=True))), copies)])
    assert [tuple(joint for joint, _ in block.counts) for block in found] == ([way] if way else [])


def test_a_sender_who_comes_again_while_a_block_waits_is_one_sender() -> None:
    again = [
        (f"{year}-Q1", Counter(yes=6), Counter(a=1, b=1, c=1, d=1, e=1, f=1))
        for year in (2027, 2028)
    ]
    assert blocks(again) == []
    others = Counter(g=1, h=1, i=1, j=1, k=1)
    assert blocks([*again, ("2029-Q1", Counter(yes=5), others)]) == [
        shown("2029-Q1", FINE, 17, 0, 0)
    ]


@pytest.mark.parametrize("small", range(1, 5))
def test_each_number_from_one_to_four_is_hidden(small: int) -> None:
    few_no, few_yes = Counter(yes=20, partly=8, no=small), Counter(yes=small, partly=20, no=20)
    senders = alone("2027-Q1", 99)
    assert blocks([("2027-Q1", few_no, senders)]) == [shown("2027-Q1", COARSE, 20, 8 + small)]
    assert blocks([("2027-Q1", few_yes, senders)]) == []
    assert rule("", few_no) == shown("", COARSE, 20, 8 + small)
    assert rule("", few_yes) is None


def test_a_shown_block_can_not_be_changed() -> None:
    block = shown("2027-Q1", FINE, 20, 8, 6)
    with pytest.raises(FrozenInstanceError):
        block.until = "2027-Q2"  # type: ignore[misc]


def test_all_blocks_add_the_groups_of_a_side_over_quarters_that_are_over() -> None:
    area = load(DATA)
    sides = {group.side: group.id for group in area.groups}
    families = sides["families"]
    first, *others = [pledge.id for pledge in area.pledges_in_order]
    charter = counted(
        ("2027-Q1", families, (5, 0, 0)),
        ("2027-Q1", "parents", (6, 6, 0)),
        ("2027-Q1", sides["staff"], (0, 10, 0)),
        ("2027-Q3", families, (7, 6, 8)),
        ("2027-Q4", families, (40, 40, 40)),
    )
    made = all_blocks(charter, "2027-Q4")
    assert made[first, "families"] == [
        shown("2027-Q1", FINE, 11, 6, 0),
        shown("2027-Q3", FINE, 7, 6, 8),
    ]
    assert made[first, "staff"] == []
    assert set(made) == {(pledge, side) for pledge in (first, *others) for side in sides}
    assert not any(made[pledge, side] for pledge in others for side in sides)
    assert all_blocks(charter, "2027-Q1")[first, "families"] == []
    assert not any(all_blocks(counted(), "2027-Q4").values())


def test_a_sum_is_as_coarse_as_its_coarsest_part_and_as_late_as_its_latest() -> None:
    fine, coarse = shown("2027-Q3", FINE, 20, 8, 6), shown("2027-Q1", COARSE, 30, 11)
    assert joined([fine, coarse]) == shown("2027-Q3", COARSE, 50, 25)
    assert joined(iter([fine, fine])) == shown("2027-Q3", FINE, 40, 16, 12)
    assert joined([]) is None


@pytest.mark.parametrize(
    ("numbers", "ends"),
    [((20, 8, 6), [34, 28, 20]), ((20, 0, 6), [26, 20]), ((0, 0, 12), [12])],
)
def test_bars_end_where_the_counts_before_add_up_to(
    numbers: tuple[int, int, int], ends: list[int]
) -> None:
    block = shown("2027-Q1", FINE, *numbers)
    assert [end for _, end in block.ends] == ends
    names = [joint for joint, number in block.counts if number]
    assert [joint for joint, _ in block.ends] == names[::-1]
    assert (block.base, block.yes) == (sum(numbers), numbers[0])


def test_copies_of_one_sender_add_up_over_groups_and_no_further_than_their_block() -> None:
    many = Counter({"z": 15} | {str(number): 1 for number in range(30)})
    quarters = [
        ("2027-Q1", Counter(yes=12), many),
        ("2027-Q2", Counter(yes=9), alone("2027-Q2", 9)),
        ("2027-Q3", Counter(yes=11), alone("2027-Q3", 11)),
    ]
    assert [(block.until, block.base) for block in blocks(quarters)] == [("2027-Q3", 32)]
    assert [block.until for block in blocks([*quarters, quarters[2]])] == ["2027-Q3"] * 2
    area = counted(("2027-Q1", "parents", (12, 0, 0)), ("2027-Q1", "children", (2, 0, 0)))
    for of_each, found in ((1, 1), (3, 0)):
        hand = Sent(sender="f" * 16, copies=of_each)
        counts = [
            count.model_copy(update={"senders": [*one_each(count.group, 20), hand]})
            for count in area.answers.counts
        ]
        answers = Answers.model_construct(taken=[], counts=counts)
        made = all_blocks(area.model_copy(update={"answers": answers}), "2027-Q2")
        assert len(made[area.pledges_in_order[0].id, "families"]) == found
