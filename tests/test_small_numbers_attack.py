"""Ten thousand sets of answers, for somebody who has every page there ever was and can do sums; and
broken rules, which must fall.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from lxml.html import document_fromstring

from charter.answers import small_numbers
from charter.answers.progress import percent
from charter.answers.small_numbers import SMALL, SMALLEST_BASE, Shown, all_blocks
from charter.clock import quarters
from charter.model import Answers, Charter
from charter.model.answers import Count, Sent, Tally
from charter.site import pages
from publish.files import progress_csv
from tests.attacker import ANSWERS, Equation, Layout, worked_out
from tests.made_up_answers import day_in, with_answers
from tests.published import (
    AFTER,
    QUARTERS,
    TAKEN,
    Truth,
    as_text,
    by_year,
    charter_of,
    equations,
    fed,
    layout,
    one_each,
    page,
    random_truth,
    records,
    rows_of,
)

pytestmark = pytest.mark.slow

SEED = 20261123


def so_many(each_change: int, weekly: int) -> pytest.MarkDecorator:
    """Run a test, which takes `sets`, on some for each change and on more of them weekly."""
    many = [each_change, pytest.param(weekly, marks=pytest.mark.weekly)]
    return pytest.mark.parametrize("sets", many)


@pytest.fixture(name="layout")
def _layout() -> Layout:
    return layout()


@so_many(200, weekly=10_000)
def test_random_sets_of_answers_give_nothing_away(layout: Layout, sets: int) -> None:
    print(f"seed {SEED}")
    chance = np.random.default_rng(SEED)
    told = 0
    for number in range(sets):
        truth = random_truth(layout, chance)
        charter = charter_of(layout, truth)
        last, before = (
            page(charter, AFTER),
            page(charter, QUARTERS[chance.integers(1, len(QUARTERS))]),
        )
        # Whoever kept an older page has its numbers too.
        seen = equations(layout, rows_of(last)) + equations(layout, rows_of(before))
        told += len(seen)
        assert not (found := worked_out(layout, truth.astype(float), seen, chance)), (
            f"set {number}: {found}"
        )
        assert all(row.sides for row in rows_of(last))
    assert told > 20 * sets


def test_every_equation_of_the_attacker_is_true(layout: Layout) -> None:
    """Or else the attacker would be reading the pages wrongly, and prove nothing."""
    chance = np.random.default_rng(SEED + 1)
    for _ in range(100):
        truth = random_truth(layout, chance)
        for equation in equations(layout, rows_of(page(charter_of(layout, truth), AFTER))):
            assert truth.ravel()[equation.cells].sum() == equation.number


def test_the_pages_as_they_are_drawn_have_those_numbers_and_no_others(layout: Layout) -> None:
    chance = np.random.default_rng(SEED + 2)
    told = 0
    for _ in range(40):
        charter = charter_of(layout, random_truth(layout, chance))
        here = pages.Here(root="../", site="https://area.example/", today=day_in(AFTER))
        drawn = [str(pages.OFFERED["progress"](charter, here))]
        for pledge in charter.pledges_in_order:
            of_one = pages.OFFERED["pledge"](charter, here, pledge.id)
            assert isinstance(of_one, pages.Page)
            drawn.append(of_one.html)
        seen = page(charter, AFTER)
        read = {
            as_text(record)
            for html in drawn
            for record in progress_csv.rows(document_fromstring(html))
        }
        # The quarters of a value are drawn as shares of yes, and no table of the feed:
        # tests/test_progress.py looks at those.
        times = seen.progress.times
        assert read == {as_text(record) for row in fed(seen) for record in records(row) if times}
        told += len(read)
    assert told > 400


def test_the_state_of_the_charter_shows_the_years_sums_of_blocks_and_no_other_number(
    layout: Layout,
) -> None:
    chance = np.random.default_rng(SEED + 8)
    told = 0
    for _ in range(40):
        charter = charter_of(layout, random_truth(layout, chance))
        drawn = pages.OFFERED["year"](
            charter,
            pages.Here(root="../", site="https://area.example/", today=day_in(AFTER)),
            "all",
        )
        assert isinstance(drawn, pages.Page)
        cells = Counter(re.findall(r"(\d+)% of (\d+) answers", drawn.html))
        shown = [it for row in by_year(page(charter, AFTER)) for it in row.sides.values() if it]
        assert cells == Counter((str(percent(it.yes, it.base)), str(it.base)) for it in shown)
        gaps = re.findall(r"<td>(\d+) answers", drawn.html)
        assert len(gaps) <= len(shown) / 2
        told += len(shown)
    assert told > 100


# --- Somebody who adds made-up copies, and takes them away again
# ----------------------------------------------------------------------------------


def padded(
    layout: Layout, truth: Truth, chance: np.random.Generator
) -> tuple[Charter, np.ndarray[Any, np.dtype[Any]]]:
    """The charter after one sender has added made-up copies to some quarters and groups, and what
    was added.
    """
    added = np.zeros_like(truth)
    for place in np.argwhere(chance.random(truth.shape[:3]) < 0.3):
        for answer in chance.integers(len(ANSWERS), size=chance.choice([1, 3, 15, 300])):
            added[(*place, slice(None), answer)] += 1
    charter = charter_of(layout, truth + added)
    honest = {
        (count.quarter, count.occasion, count.group): count.senders
        for count in charter_of(layout, truth).answers.counts
    }
    counts = []
    for count in charter.answers.counts:
        where = (count.quarter, count.occasion, count.group)
        own = int(added[layout.place(*where)].sum(axis=-1).max())
        senders = [*honest.get(where, []), *([Sent(sender="f" * 16, copies=own)] if own else [])]
        counts.append(count.model_copy(update={"senders": senders}))
    return (
        with_answers(charter, charter.answers.model_copy(update={"counts": counts})),
        added,
    )


def opened_by_padding(layout: Layout, sets: int) -> tuple[int, int]:
    """In how many sets of answers whoever pads works something out, and how many figures they
    see."""
    chance = np.random.default_rng(SEED + 7)
    opened = told = 0
    for _ in range(sets):
        truth = random_truth(layout, chance)
        charter, added = padded(layout, truth, chance)
        seen = [
            Equation(each.cells, each.number - int(added.ravel()[each.cells].sum()))
            for each in equations(layout, rows_of(page(charter, AFTER)))
        ]
        assert all(truth.ravel()[each.cells].sum() == each.number for each in seen)
        told += len(seen)
        opened += bool(worked_out(layout, truth.astype(float), seen, chance))
    return opened, told


@so_many(100, weekly=1_000)
def test_whoever_adds_made_up_copies_and_takes_them_away_again_works_out_nothing(
    layout: Layout, sets: int
) -> None:
    opened, told = opened_by_padding(layout, sets)
    assert opened == 0 and told > 4 * sets


def test_a_rule_that_counts_copies_and_not_senders_is_opened_by_made_up_copies(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(small_numbers, "most_of", lambda copies, senders: senders - 1)
    opened, _ = opened_by_padding(layout, 60)
    assert opened > 50


# --- From one day to the next
# ------------------------------------------------------------------------------------


def with_one_more(layout: Layout, charter: Charter, when: str, chance: random.Random) -> Charter:
    """The charter after one more person has answered in a quarter."""
    answers = [chance.choice(ANSWERS) for _ in layout.pledges]
    tallies = [
        Tally(pledge=pledge, does_not_apply=0, **{each: int(each == answer) for each in ANSWERS})
        for pledge, answer in zip(layout.pledges, answers, strict=True)
    ]
    occasion, group = chance.choice(charter.did_we.occasions).id, chance.choice(charter.groups).id
    sent = [Sent(sender="f" * 16, copies=1)]
    count = Count(quarter=when, occasion=occasion, group=group, senders=sent, answers=tallies)
    taken = [*charter.answers.taken, TAKEN]
    return with_answers(
        charter, Answers.model_construct(taken=taken, counts=[*charter.answers.counts, count])
    )


def pages_on_two_days(layout: Layout, on: str, sets: int) -> Iterator[tuple[object, object]]:
    """Pages on a day in the last quarter with answers, or in another one, before and after one more
    copy is counted.
    """
    chance, other = np.random.default_rng(SEED + 3), random.Random(SEED)
    for _ in range(sets):
        truth = random_truth(layout, chance)
        truth[0, 0, 0, 0, 0] += 1  # somebody has answered
        charter = charter_of(layout, truth)
        yield page(charter, on), page(with_one_more(layout, charter, QUARTERS[-1], other), on)


@so_many(100, weekly=1_000)
def test_one_more_copy_changes_nothing_on_any_page_until_the_quarter_is_over(
    layout: Layout, sets: int
) -> None:
    pairs = list(pages_on_two_days(layout, QUARTERS[-1], sets))
    assert len(pairs) == sets
    assert all(before == after for before, after in pairs)


def test_a_page_of_the_running_quarter_would_change_with_each_copy(layout: Layout) -> None:
    assert any(before != after for before, after in pages_on_two_days(layout, AFTER, 100))


@so_many(100, weekly=500)
def test_blocks_never_change_from_one_end_of_a_quarter_to_the_next(
    layout: Layout, sets: int
) -> None:
    chance = np.random.default_rng(SEED + 4)
    grown = 0
    for _ in range(sets):
        charter = charter_of(layout, random_truth(layout, chance))
        ends = [all_blocks(charter, when) for when in [*QUARTERS, AFTER]]
        for earlier, later in pairwise(ends):
            for key, found in earlier.items():
                assert later[key][: len(found)] == found
                grown += len(later[key]) > len(found)
    assert grown > sets


def test_the_pages_do_not_depend_on_how_many_copies_there_are(layout: Layout) -> None:
    chance = np.random.default_rng(SEED + 5)
    truth = random_truth(layout, chance)
    charter = charter_of(layout, truth)
    many = [
        count.model_copy(update={"senders": [*count.senders, *one_each(f"more-{place}-", 500)]})
        for place, count in enumerate(charter.answers.counts)
    ]
    assert page(charter, AFTER) == page(
        with_answers(charter, Answers.model_construct(taken=[TAKEN] * 9000, counts=many)), AFTER
    )


# --- Broken rules, which the attacker must break
# -----------------------------------------------------------------


def broken(layout: Layout, told: Callable[[Charter, Truth], list[Equation]], sets: int = 60) -> int:
    """In how many sets of answers an attacker works something out from what a broken rule tells."""
    chance = np.random.default_rng(SEED + 6)
    found = 0
    for _ in range(sets):
        truth = random_truth(layout, chance)
        found += bool(
            worked_out(layout, truth.astype(float), told(charter_of(layout, truth), truth), chance)
        )
    return found


def small_ones_left_out(layout: Layout, charter: Charter, _: Truth) -> list[Equation]:
    """Each block of ten people or more with how many answered, and each count that is not small: no
    second one is hidden.
    """
    found = []
    for (pledge, side), parts in all_blocks(charter, AFTER).items():
        start = QUARTERS[0]
        for part in parts:
            when = tuple(each for each in QUARTERS if start <= each <= part.until)
            found.append(Equation(layout.cells(when, side, pledge, ANSWERS), part.base))
            found += [
                Equation(layout.cells(when, side, pledge, joint), number)
                for joint, number in part.counts
                if number not in SMALL
            ]
            start = next(iter(quarters(part.until, "2030-Q1")[1:]))
    return found


def test_leaving_out_only_the_small_number_is_caught(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    def whole(until: str, numbers: Counter[str], *_: int) -> Shown | None:
        told = Shown(until, tuple(((answer,), numbers[answer]) for answer in ANSWERS))
        return told if told.base >= SMALLEST_BASE else None

    monkeypatch.setattr(small_numbers, "shown", whole)
    assert broken(layout, lambda charter, truth: small_ones_left_out(layout, charter, truth)) > 30


def test_telling_a_sum_of_few_people_is_caught(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    def any_sum(until: str, numbers: Counter[str], *_: int) -> Shown | None:
        told = Shown(
            until,
            ((("yes",), numbers["yes"]), (("partly", "no"), numbers["partly"] + numbers["no"])),
        )
        return told if told.base >= SMALLEST_BASE else None

    monkeypatch.setattr(small_numbers, "shown", any_sum)
    assert broken(layout, lambda charter, _: equations(layout, rows_of(page(charter, AFTER)))) > 30


def with_totals(layout: Layout, charter: Charter, truth: Truth, side: str) -> list[Equation]:
    """What is really told, and for each pledge how many of a side answered in all: shown or
    waiting.
    """
    found = equations(layout, rows_of(page(charter, AFTER)))
    for pledge in layout.pledges:
        cells = layout.cells(QUARTERS, side, pledge, ANSWERS)
        if (base := int(truth.ravel()[cells].sum())) >= SMALLEST_BASE:
            found.append(Equation(cells, base))
    return found


@pytest.mark.parametrize("side", ["families", "staff"])
def test_totals_that_take_in_what_waits_are_caught(layout: Layout, side: str) -> None:
    assert broken(layout, lambda charter, truth: with_totals(layout, charter, truth, side)) > 10
