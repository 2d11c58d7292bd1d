"""A consultation that is over says what happens next, or what came of it: nobody is asked and then
left without a word."""

from collections.abc import Iterator

from charter.clock import today
from charter.model import Charter
from charter.model.records import Loc

NO_NEXT = (
    "it closed on this day, and nothing says what happens now. Write it under next:, or write what"
    " came of it under came_of_it:"
)
NO_PAGE = "no page shows this: there is no have-your-say.yml. Add that file"


def mistakes(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """Consultations that are over without a word, or that no page shows."""
    for at, each in enumerate(charter.consultations):
        if each.state(today()) == "closed" and not each.next:
            yield ("consultations", at, "closes"), NO_NEXT
        if charter.have_your_say is None:
            yield ("consultations", at), NO_PAGE
