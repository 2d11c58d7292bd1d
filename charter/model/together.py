"""The test of four questions: how much people did together, as `engagement/` and `case-studies/`
answer it. The label (co-production, co-design …) follows from the answers alone."""

from typing import Literal, get_args

from pydantic import Field

from charter.model.fields import Text
from charter.model.records import Record

Question = Literal["started", "decided", "throughout", "checked"]


class Answer(Record):
    """The answer to one question of the test."""

    answer: Literal["yes", "no", "not known"]
    """Say yes or no only if a source shows it, in quotes: "yes". If none does, say not known."""
    because: Text | None = None
    """What the source says, in a few words. Leave it out where that is plain."""


def _not_known() -> Answer:
    return Answer(answer="not known")


class Together(Record):
    """What families or young people did together with services. A question that is left out is not
    known."""

    started: Answer = Field(default_factory=_not_known)
    """Did they start it, or take part before there was a plan?"""
    decided: Answer = Field(default_factory=_not_known)
    """Did they make it or decide it together, rather than only give their views?"""
    throughout: Answer = Field(default_factory=_not_known)
    """Did they take part all the way through, rather than once?"""
    checked: Answer = Field(default_factory=_not_known)
    """Did they help check if it worked?"""
    called: Text | None = None
    """What others call it, in a sentence, where that is another label. Leave it out if it isn't."""

    def said(self, question: Question) -> Answer:
        """The answer to one question."""
        answer: Answer = getattr(self, question)
        return answer

    @property
    def unknown(self) -> list[Question]:
        """The questions to which no source gives an answer, with no more to say."""
        return [each for each in get_args(Question) if self.said(each) == _not_known()]
