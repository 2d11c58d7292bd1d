"""What is not settled (`open-questions.yml`)."""

from pydantic import Field

from charter.model.fields import Anchor, Text
from charter.model.records import Record
from charter.model.references import Sources


class OpenQuestion(Record):
    """Something that nobody has settled, or that we don't know."""

    id: Anchor
    question: Text = Field(description="What is not settled, as a question.")
    detail: Text = Field(description="What is known about it, and what is not.")
    sources: Sources
