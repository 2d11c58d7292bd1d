"""What is not settled (`open-questions.yml`)."""

from charter.model.fields import (
    Id,
    Record,
    Sources,
    Text,
)


class OpenQuestion(Record):
    """Something that nobody has settled, or that we don't know."""

    id: Id
    """A short name in small letters, with hyphens. It is the address of this place on the page:
    never change it.
    """
    question: Text
    """What is not settled, as a question."""
    detail: Text
    """What is known about it, and what is not."""
    sources: Sources
