"""How this site meets each part of the accessibility guidelines (WCAG 2.2), and the accessibility
statement."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.facts import Once
from charter.model.fields import Anchor, Id, Text, Texts, shaped
from charter.model.page_words import Linked
from charter.model.records import Record, Records, Some

CriterionNumber = Annotated[str, shaped(r"[1-9]\.[1-9]\.[1-9]\d?", "1.4.3 (the official number)")]


class Section(Record):
    """A heading with paragraphs and, after them, a list."""

    id: Anchor
    heading: Text = Field(description="The heading.")
    text: Texts = Field(description="What stands below the heading: one paragraph an item.")
    points: list[Text] = Field(default_factory=list)
    """A list behind the paragraphs. Leave it out if there is none."""


class StatementPart(Section):
    """A part of the accessibility statement. `adds` says what is drawn below its words."""

    adds: Literal["criteria"] | None = None
    """Write criteria to count them below the words. Leave it out for nothing."""
    text_once_contact: Annotated[Texts | None, Once("contact", "text")] = None
    """What is said in place of text once site.yml has a contact. {address} becomes it."""
    advice: Linked | None = None
    """A last sentence with a link to who can advise. Leave it out if there is none."""


class State(Record):
    """A state that pages are looked at in, in words that go on after "each page": "in dark
    colours"."""

    id: Id = Field(description="The state's name, as the checks call it.")
    words: Text
    """The state in words that go on after "each page", such as "in dark colours"."""


class Principle(Record):
    """One of the guidelines' principles. The numbers of its criteria start with its own."""

    id: Id
    """A short name in small letters. It is the address of this place on the page: never change
    it."""
    number: Annotated[int, Field(ge=1)]
    """The principle's official number. The numbers of its criteria start with it."""
    name: Text = Field(description="The principle's official name.")
    meaning: Text = Field(description="What it means, in everyday words.")


class Criterion(Record):
    """One success criterion: its official number and name, how the site meets it, what checks that,
    and how sure we are."""

    number: CriterionNumber
    """The official number, such as 1.4.3. Leave it as it is."""
    name: Text = Field(description="The official name. Leave it as it is.")
    level: Literal["A", "AA", "AAA"] = Field(description="The official level. Leave it as it is.")
    how: Text = Field(description="How this site meets it, in everyday words.")
    by: Literal["machine in every state", "machine", "person"]
    """What looks at it."""
    state: Literal["met", "a person has to look", "does not apply"]
    """How sure we are. Only what a machine checks can be met."""
    how_once_contact: Annotated[Text | None, Once("contact", "how")] = None
    """How this site meets it once site.yml has a contact. Leave it out if that's the same."""
    state_once_contact: Annotated[
        Literal["met", "a person has to look"] | None, Once("contact", "state")
    ] = None
    """How sure we are then."""
    how_once_played: Annotated[Text | None, Once("played", "how")] = None
    """How it is met once there is a recording or a film. Leave it out if that's the same."""
    by_once_played: Annotated[Literal["machine", "person"] | None, Once("played", "by")] = None
    """What looks at it then."""
    state_once_played: Annotated[
        Literal["met", "a person has to look"] | None, Once("played", "state")
    ] = None
    """How sure we are then."""

    @model_validator(mode="after")
    def _nobody_has_looked(self) -> "Criterion":
        if self.state == "met" and self.by == "person":
            raise ValueError(
                'only a machine can have found this met so far. Write state: "a person has to'
                ' look", or what machine checks it'
            )
        return self

    @property
    def parts(self) -> tuple[int, ...]:
        """The number's parts, which put 1.4.3 before 1.4.10."""
        return tuple(int(part) for part in self.number.split("."))


class Wcag(Record):
    """All criteria that a site has to meet (`criteria`), and some beyond them that it aims at
    (`beyond`)."""

    introduction: Texts = Field(description="The words above the list: one paragraph an item.")
    looked_at: Records[State] = Field(description="The states in which each page is looked at.")
    principles: Some[Principle] = Field(description="The principles of the guidelines.")
    criteria: Some[Criterion] = Field(description="All criteria that a site has to meet.")
    beyond_introduction: Texts
    """The words above the criteria that go further: one paragraph an item."""
    beyond: list[Criterion]
    """Criteria beyond those that a site has to meet, or [] for none."""

    @model_validator(mode="after")
    def _below_a_principle(self) -> "Wcag":
        known = {principle.number for principle in self.principles}
        if lost := next(
            (criterion.number for criterion in self.criteria if criterion.parts[0] not in known),
            None,
        ):
            raise ValueError(
                f'no principle has the number that "{lost}" starts with. Add it to principles, or'
                " mend the number"
            )
        return self

    def of(self, principle: Principle) -> list[Criterion]:
        """The criteria of one principle, by number."""
        return sorted(
            (found for found in self.criteria if found.parts[0] == principle.number),
            key=lambda found: found.parts,
        )
