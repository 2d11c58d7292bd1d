"""What is not settled (`open-questions.yml`)."""

from pydantic import Field

from charter.model.facts import ByFacts
from charter.model.fields import Anchor, Text
from charter.model.references import Sources


class OpenQuestion(ByFacts):
    """Something that nobody has settled, or that we don't know."""

    id: Anchor
    question: Text = Field(description="What is not settled, as a question.")
    detail: Text = Field(description="What is known about it, and what is not.")
    points: list[Text] = Field(default_factory=list)
    """What belongs to it, in a list below. Leave it out if there is nothing."""
    sources: Sources
