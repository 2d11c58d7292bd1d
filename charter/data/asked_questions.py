"""Each pledge has its question "Did we…?", or none has."""

from collections.abc import Iterator

from charter.model import Charter
from charter.model.records import Loc

NO_QUESTION = "is missing. Add it: other pledges have one"


def mistakes(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """Pledges without a question, where others have one."""
    asked = any(pledge.question for pledge in charter.pledges)
    for at, pledge in enumerate(charter.pledges):
        if asked and not pledge.question:
            yield ("pledges", at, "question"), NO_QUESTION
