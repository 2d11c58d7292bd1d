"""What is wanted for children (`outcomes.yml`), and what comes first (`priorities.yml`)."""

from pydantic import Field

from charter.model.fields import Id, Text
from charter.model.records import Record, Some
from charter.model.references import NotesLineId, PledgeId, Sources


class Point(Record):
    """Something that stands in the way of an outcome, or that could help."""

    text: Text = Field(description="What it is, in plain words that say no less than the source.")
    line: NotesLineId | None = None
    """The id of the line of the notes that says it, such as n12. Leave it out without notes."""


class Outcome(Record):
    """What is wanted for children and young people, what stands in the way, and how working
    together could help."""

    id: Id
    """A short name in small letters, such as quality-of-life. Pledges name it: never change it."""
    name: Text = Field(description="A name for it, in a few words.")
    statement: Text = Field(description="What is wanted for children and young people.")
    line: NotesLineId | None = None
    """The id of the line of the notes that states it, such as n12. Leave it out without notes."""
    source_words: Text | None = None
    """The source's own words, faults and all. Leave it out where the statement is just that."""
    query: Text | None = None
    """What is not clear about it, as a fact and not as a question. Leave it out if all is clear."""
    barriers: Some[Point] = Field(serialization_alias="barrier_points")
    """The barriers that people at the workshop named: one an item."""
    help: Some[Point] = Field(serialization_alias="help_points")
    """How working together could help: one way an item."""
    sources: Sources

    @property
    def points(self) -> list[Point]:
        """What stands in the way, then what could help."""
        return [*self.barriers, *self.help]


class Today(Record):
    """Something that is there in the area today, with the sources that say so."""

    text: Text = Field(description="What is there, or what is not known, in a sentence or two.")
    sources: Sources


class Ask(Record):
    """A question to ask about a priority, and the pledge that it comes from."""

    question: Text = Field(description="The question, in plain words.")
    pledge: PledgeId = Field(description="The id of the pledge that it comes from.")


class Priority(Record):
    """What the area wants to work on first."""

    id: Id = Field(description="A short name in small letters. Stories name it: never change it.")
    name: Text = Field(description="A name for it, in a few words.")
    text: Text = Field(description="What the area wants to work on, in plain words.")
    source_words: Text = Field(description="The same just as the source prints it, faults and all.")
    note: Text | None = None
    """What else to know. Leave it out if there is nothing."""
    lines: list[NotesLineId] = Field(default_factory=list)
    """The ids of the lines of the notes that speak of it, among those of the outcomes."""
    today: list[Today] = Field(default_factory=list)
    """What is there in the area today: one thing an item. Leave it out while nobody has looked."""
    ask: list[Ask] = Field(default_factory=list)
    """Questions to ask about it. Leave it out if there are none."""
    sources: Sources
