"""Pledges against outcomes: which serves which, and where the gaps are."""

from dataclasses import dataclass

from charter.model import Charter, Outcome, Pledge, Value


@dataclass(frozen=True)
class Row:
    """One pledge; `serves` has a truth for each outcome, in the order of the outcomes."""

    value: Value
    pledge: Pledge
    serves: tuple[bool, ...]


@dataclass(frozen=True)
class Matrix:
    """The full table, and both kinds of gap."""

    outcomes: list[Outcome]
    rows: list[Row]
    counts: tuple[int, ...]
    outcomes_without_pledge: list[Outcome]
    pledges_without_outcome: list[Pledge]


def matrix(charter: Charter) -> Matrix:
    """Set every pledge against every outcome."""
    values = {value.id: value for value in charter.values}
    rows = [
        Row(
            values[pledge.value],
            pledge,
            tuple(outcome.id in pledge.outcomes for outcome in charter.outcomes),
        )
        for pledge in charter.pledges_in_order
    ]
    counts = tuple(sum(row.serves[place] for row in rows) for place in range(len(charter.outcomes)))
    return Matrix(
        outcomes=charter.outcomes,
        rows=rows,
        counts=counts,
        outcomes_without_pledge=[
            outcome for outcome, count in zip(charter.outcomes, counts, strict=True) if not count
        ],
        pledges_without_outcome=[row.pledge for row in rows if not any(row.serves)],
    )
