"""What is wanted for children (`outcomes.yml`), and what comes first (`priorities.yml`)."""

from pydantic import Field

from charter.model.fields import Id, Text, Texts
from charter.model.records import Record
from charter.model.references import Sources


class Outcome(Record):
    """What is wanted for children and young people, what stands in the way, and how working
    together could help."""

    id: Id
    """A short name in small letters, such as quality-of-life. Pledges name it: never change it."""
    name: Text = Field(description="A name for it, in a few words.")
    statement: Text = Field(description="What is wanted for children and young people.")
    source_words: Text | None = None
    """The source's own words, faults and all. Leave it out where the statement is just that."""
    query: Text | None = None
    """What is not clear about it, as a fact and not as a question. Leave it out if all is clear."""
    barriers: Texts
    """The barriers that people at the workshop named: one an item."""
    help: Texts = Field(description="How working together could help: one way an item.")
    sources: Sources


class Priority(Record):
    """What the area wants to work on first."""

    id: Id = Field(description="A short name in small letters. Stories name it: never change it.")
    name: Text = Field(description="A name for it, in a few words.")
    text: Text = Field(description="What the area wants to work on, in plain words.")
    source_words: Text = Field(description="The same just as the source prints it, faults and all.")
    note: Text | None = None
    """What else to know. Leave it out if there is nothing."""
    sources: Sources
