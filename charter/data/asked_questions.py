"""Each pledge has its question, where a site asks "Did we…?"."""

from collections.abc import Iterator

from charter.model import Charter
from charter.model.records import Loc

NONE = "is missing. Add it: did-we.yml asks it"


def mistakes(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """Pledges without a question, in a site that asks."""
    for at, pledge in enumerate(charter.pledges):
        if charter.did_we and not pledge.question:
            yield ("pledges", at, "question"), NONE
