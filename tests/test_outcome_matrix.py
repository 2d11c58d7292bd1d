"""The table of pledges against outcomes tells what the data say, and names the gaps."""

from pathlib import Path

from charter.data.load import load
from charter.model.outcome_matrix import matrix
from tests.sample import sample


def test_the_table_has_every_pledge_and_every_outcome_in_order(tmp_path: Path) -> None:
    table = matrix(load(sample(tmp_path)))
    assert [row.pledge.id for row in table.rows] == ["kindness-1", "kindness-2", "courage-1"]
    assert [outcome.id for outcome in table.outcomes] == ["friends", "health", "home"]
    assert [row.serves for row in table.rows] == [
        (True, False, False),
        (False, False, False),
        (False, True, False),
    ]
    assert table.counts == (1, 1, 0)


def test_the_gaps_are_named(tmp_path: Path) -> None:
    table = matrix(load(sample(tmp_path)))
    assert [outcome.id for outcome in table.outcomes_without_pledge] == ["home"]
    assert [pledge.id for pledge in table.pledges_without_outcome] == ["kindness-2"]
