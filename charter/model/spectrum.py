"""The ways of working together (`spectrum.yml`)."""

from typing import Literal

from pydantic import Field, model_validator

from charter.model.fields import Id, Text, Texts
from charter.model.records import Record, Records
from charter.model.references import CaseStudyId, Sources
from charter.model.together import Question, Together


class Term(Record):
    """One way of working together on the spectrum."""

    id: Id
    """A short name in small letters, such as co-design. Stories name it: never change it."""
    name: Text = Field(description="What this way of working together is called.")
    meaning: Text = Field(description="What it means, in everyday words.")
    who_starts: Text = Field(description="Who starts it.")
    who_decides: Text = Field(description="Who decides in the end.")
    you_get_back: Text = Field(description="What people who took part hear back.")
    example: Text = Field(description="An example, in a sentence or two.")
    example_story: CaseStudyId | None = None
    """The id of a story that is an example. Leave it out if there is none."""
    needs: list[list[Question]] = Field(default_factory=list)
    """Which questions of the test need a yes: one of each list. Leave it out for the first way."""
    sources: Sources

    def fits(self, together: Together, *, if_known: bool = False) -> bool:
        """Whether the answers are those that it needs; `if_known` takes not known as a yes."""
        wanted = {"yes", "not known"} if if_known else {"yes"}
        return all(any(together.said(it).answer in wanted for it in some) for some in self.needs)


class Spectrum(Record):
    """The ways of working together, from the least to the most shared."""

    introduction: Texts
    """The words above the ways of working together: one paragraph an item."""
    status: Literal["proposed", "agreed"]
    """Leave it at proposed until these meanings really are agreed."""
    terms: Records[Term]
    """The ways of working together, from the least to the most shared."""

    @model_validator(mode="after")
    def _first_needs_nothing(self) -> "Spectrum":
        if self.terms[0].needs:
            raise ValueError("the first way of working together needs nothing. Take out its needs:")
        return self

    def label(self, together: Together) -> Term:
        """The way of working together that the answers show: the most shared one that fits."""
        return next(term for term in reversed(self.terms) if term.fits(together))

    def may_be_more(self, together: Together) -> bool:
        """Whether a more shared way could fit, if what is not known were known."""
        most = next(it for it in reversed(self.terms) if it.fits(together, if_known=True))
        return most != self.label(together)
