"""What a body that is named answers to what is said of it (`reply` in several files)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import PastDay, Text, Texts
from charter.model.records import Record


class Reply(Record):
    """The answer of a body, in its own words."""

    who: Text
    """The body and the role of who wrote it: Riverdale Council, head of participation. Never a
    private person's name."""
    date: PastDay = Field(description="The day on which it was sent, without quotes: 2026-12-01.")
    words: Texts = Field(description="Its own words, uncut: one paragraph an item.")


Replies = Annotated[
    list[Reply],
    Field(
        default_factory=list,
        description="What bodies named here answered. It is shown beside what is said of them."
        " Leave it out while there is none.",
    ),
]
