"""The pledges, with what each said before (`pledges/`)."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.also import Also
from charter.model.fields import PRIVATE, Id, Month, Sentence, ShortText, Text, Texts
from charter.model.measures import Measure, SignatoryAnswer
from charter.model.records import Record, Unique
from charter.model.references import NotesLineId, OutcomeId, Sources, ValueId
from charter.model.retired import Out
from charter.model.translated import Translated
from charter.model.values import PROMISES


class InPractice(Record):
    """What each group of people can do, and what they can expect. A suggestion, until the area has
    agreed it."""

    families: Texts
    """What families can expect and do: one sentence or two an item. Say you to them."""
    families_part: Text | None = None
    """What families can do themselves: a pledge is mutual. A sentence or two."""
    young_people: Texts = Field(default_factory=list)
    """The same for children and young people. Leave it out where a charter is not about them."""
    staff: Texts = Field(description="What staff can do.")


class Helps(Record):
    """An outcome that a pledge could help with, and why."""

    outcome: OutcomeId = Field(description="The id of the outcome.")
    because: NotesLineId | None = None
    """The id of the line of the notes that supports it: a barrier or a help of that outcome."""


class Earlier(Record):
    """What a pledge said before. Nobody changes it any more: people may have cited it.

    What it said next stands from the day after `until`."""

    wording: Text = Field(description="The pledge's words as they were.")
    until: datetime.date
    """The last day on which the pledge said so, without quotes: 2026-11-23."""
    version: Text
    """The version of the charter in which it last stood, such as "draft 1"."""
    why: Text = Field(description="Why the words changed, in a plain sentence.")


class Pledge(Record):
    """A promise, and the question that asks whether it was kept.

    People write its shorter forms; no program cuts a pledge."""

    id: Id
    """The value and a number, such as kindness-1. The file has the same name. It is a part of
    addresses: never change it. Without a value: any word and a number, such as work-1."""
    value: ValueId
    """The id of the value that it belongs to. Leave it out of all pledges, if none has a value."""
    text: Annotated[Text, Translated()] = Field(
        description='The promise in full, such as "We will …" or "Families can …".'
    )
    short: ShortText
    """A name for it where there is little room, such as on a browser's tab. It has 40 characters at
    most."""
    also: Annotated[Also | None, PRIVATE] = None
    """The same in a second language, to stand beside the first."""
    level: Annotated[ShortText | None, PRIVATE] = None
    """Where it applies, where a charter has levels: individual, service or strategic."""
    by: Annotated[Month | None, PRIVATE] = None
    """The month by which it is to be kept, in quotes. Leave it out where there is none."""
    leaflet: Annotated[Text | None, PRIVATE] = None
    """What follows "We will:" on paper, in fewer words. It must not promise more or less than the
    text. If one pledge has none, paper has the whole text of each."""
    source_words: Text = ""
    """The promise just as the source prints it, faults and all. Never change it. Leave it out where
    the text is the site's own words for what the source says."""
    query: Text | None = None
    """What is not clear about it, as a fact and not as a question. Leave it out if all is clear."""
    question: Annotated[Sentence, Translated()] = ""
    """The question that asks whether it was kept, such as "Did we …?". Leave it out while nobody
    asks."""
    easy_question: Annotated[Sentence | None, PRIVATE] = None
    """The same in easy words. It stands below the question on the screen."""
    asks_one_thing: Annotated[bool, PRIVATE] = False
    """Whether the pledge promises two things, and its question asks for one that needs both. Then
    the whole pledge stands beside the question."""
    in_practice: InPractice | None = None
    """What each group of people can do. These are suggestions, until the area has agreed them.
    Leave it out while nobody has suggested anything."""
    outcomes: Annotated[list[Helps], Unique("outcome")] = Field(
        default_factory=list, serialization_alias="outcome_links"
    )
    """The outcomes that it could help with, each with the line that says why. Write [] for none."""
    status: Literal["draft", "agreed"] = "draft"
    """Leave it at draft until the pledge really is agreed."""
    measures: list[Measure] = Field(default_factory=list)
    """How people could know if it is kept. Leave it out if nobody has proposed anything."""
    signatories: Annotated[list[SignatoryAnswer], Unique("organisation")] = Field(
        default_factory=list
    )
    """The answer of each organisation that has signed to its line of the state of the charter.
    Leave it out while none has answered."""
    history: list[Earlier] = Field(default_factory=list)
    """What it said before, newest first. Leave it out while the words have never changed."""
    sources: Sources
    retired: Out

    @property
    def number(self) -> int:
        """Its place within its value, from 1."""
        return int(self.id.rsplit("-", 1)[1])

    @property
    def in_source_words(self) -> bool:
        """Whether it says just what the source says, but for the full stop. Where nothing is
        quoted, nothing differs."""
        return not self.source_words or self.text.removesuffix(
            "."
        ) == self.source_words.removesuffix(".")

    @property
    def wordings(self) -> int:
        """How many wordings it has had, with that of now. Each has its number as its address: the
        first is `#wording-1`."""
        return len(self.history) + 1

    @property
    def since(self) -> datetime.date | None:
        """The day from which it says what it says now; none, where it never said anything else."""
        return self.history[0].until + datetime.timedelta(days=1) if self.history else None

    @model_validator(mode="after")
    def _number_within_value(self) -> "Pledge":
        word = "[a-z0-9-]+" if self.value == PROMISES else re.escape(self.value)
        if not re.fullmatch(word + r"-[1-9]\d*", self.id):
            raise ValueError(
                f'the id "{self.id}" does not fit the value "{self.value}". Write id:'
                f" {self.value}-1, or -2, …"
            )
        return self
