"""How we would know: the measures of a pledge, and what signatories answer to it (`pledges/`)."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import Text
from charter.model.records import Record
from charter.model.references import GroupId, OrganisationId, Sources

Number = Annotated[int, Field(ge=0)]
Year = Annotated[int, Field(ge=2000)]
# What the site can work out by itself, by what is counted.
FIGURES = {
    "did_we answers": ("yes", "gap"),
    "tracker": ("activities", "names groups", "includes groups", "months since", "who decided"),
    "plan": ("done", "not known", "role and date"),
    "published figures": (),
}
OF_GROUPS = ("includes groups", "months since")


class Standard(Record):
    """A number from a public standard, to compare with."""

    text: Text = Field(
        description="Whose standard it is, with its number: Reviews, 2 weeks before."
    )
    at_most: Number | None = None
    """The most that it allows, in the measure's unit. Leave it out if it sets no such limit."""
    at_least: Number | None = None
    """The least that it asks for, in the measure's unit. Leave it out if it asks for none."""
    sources: Sources

    def missed(self, number: int) -> bool:
        """Whether a number is more than it allows, or less than it asks for."""
        too_many = self.at_most is not None and number > self.at_most
        return too_many or (self.at_least is not None and number < self.at_least)


class Published(Record):
    """A figure for one year that somebody has published."""

    year: Year = Field(description="The year that it is for, without quotes: 2027.")
    number: Number = Field(description="The figure, in the measure's unit.")
    of: Number | None = None
    """How many there were in all, where the figure is a part of them."""
    sources: Sources

    @model_validator(mode="after")
    def _no_more_than_all(self) -> "Published":
        if self.of is not None and self.number > self.of:
            raise ValueError(f"{self.number} is more than the {self.of} of which it is a part")
        return self


class Measure(Record):
    """One way to know if a pledge is kept. It is a proposal, until the area has agreed it."""

    how: Text
    """How it could be tested, in a plain sentence without vague words. The pledge's page shows the
    first."""
    counts: Literal["did_we answers", "tracker", "plan", "published figures"]
    """What is counted: answers to the question, the tracker, the action plan, or what others
    publish."""
    figure: (
        Literal[
            "yes", "gap", "activities", "names groups", "includes groups", "months since",
            "who decided", "done", "not known", "role and date",
        ]
        | None
    ) = None  # fmt: skip
    """What this site works out by itself. Leave it out if it can't: then the page says what is
    missing."""
    groups: list[GroupId] = Field(default_factory=list)
    """The ids of the groups, for "includes groups" and "months since". Leave it out for others."""
    unit: Text = Field(description="What the figure counts, such as Working days.")
    who: Text | None = None
    """The role that would answer for it, never a person. Leave it out while that is not decided."""
    standards: list[Standard] = Field(default_factory=list)
    """Public standards to compare with. Without one there is no number: leave it out."""
    published: list[Published] = Field(default_factory=list)
    """What somebody has published, a year an item. It goes before what this site works out."""
    status: Literal["proposal", "agreed"] = "proposal"
    """Leave it out until the measure really is agreed."""

    @model_validator(mode="after")
    def _figure_fits(self) -> "Measure":
        able = FIGURES[self.counts]
        if self.figure is not None and self.figure not in able:
            choices = f"write figure: {' or '.join(able)}" if able else "take figure: out"
            raise ValueError(
                f'"{self.figure}" can\'t be counted from {self.counts}. Here, {choices}'
            )
        if (self.figure in OF_GROUPS) is not bool(self.groups):
            raise ValueError(
                f"groups: goes with figure: {' or '.join(OF_GROUPS)}, and only with it. Add what is"
                " missing, or take it out"
            )
        return self


class SignatoryAnswer(Record):
    """What an organisation that signed answers to a pledge's line of the state of the charter."""

    organisation: OrganisationId = Field(description="The id of the organisation.")
    answer: Literal["accepted", "partly", "rejected"]
    """What it says, if that is public."""
    by: datetime.date | None = None
    """The day by which it will have acted, without quotes: 2027-06-30. Leave it out if it names
    none."""
    sources: Sources
