"""What shows whether promises are kept: groups of people, questions and their answers, and what to listen for."""

from collections import Counter
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from charter.model.fields import (
    GroupId,
    Id,
    Month,
    OccasionId,
    PledgeId,
    Quarter,
    Record,
    Sources,
    Text,
    ValueId,
)

# What may be answered to "Did we…?", in the order in which it is offered.
ANSWERS = ("yes", "partly", "no", "does_not_apply")


class Group(Record):
    """A group of people who take part, never a person. `side` says whose view an answer counts for."""

    id: Id
    name: Text
    side: Literal["families", "staff", "other"]


class Tally(Record):
    """How many people gave each answer to one pledge's question."""

    pledge: PledgeId
    yes: Annotated[int, Field(ge=0)]
    partly: Annotated[int, Field(ge=0)]
    no: Annotated[int, Field(ge=0)]
    does_not_apply: Annotated[int, Field(ge=0)]


class Count(Record):
    """The answers of one group on one occasion, counted in one quarter, from `copies` saved copies."""

    quarter: Quarter
    occasion: OccasionId
    group: GroupId
    copies: Annotated[int, Field(ge=1)]
    answers: list[Tally]


class Answers(Record):
    """All answers so far, as counts (`answers/counts.yml`). `taken` has the random name of each copy, so that none counts twice."""

    taken: list[Text]
    counts: list[Count]


def _says_a_word(text: str) -> str:
    if not any(letter.isalpha() for letter in text):
        raise ValueError(f'"{text}" holds no word to look for. Write a word, or a few words that stand together')
    return text


Word = Annotated[Text, AfterValidator(_says_a_word)]
Words = Annotated[list[Word], Field(min_length=1)]


class ValueWords(Record):
    """Words that show that a comment is about a value."""

    value: ValueId
    words: Words


class ToneWords(Record):
    """Words that the tone library does not know or takes the wrong way: those with a tone, and those with none."""

    positive: Words
    negative: Words
    no_tone: Words


class Hits(Record):
    """Of `labelled` comments with one label, `right` got the same from the program."""

    labelled: Annotated[int, Field(ge=0)]
    right: Annotated[int, Field(ge=0)]


class Tried(Record):
    """How often the program was right on comments with labels that nothing was chosen by. `found`: values it saw, right or not."""

    checked: Month
    positive: Hits
    mixed: Hits
    negative: Hits
    values: Hits
    values_found: Annotated[int, Field(ge=0)]

    @property
    def comments(self) -> int:
        """How many comments were tried."""
        return sum(hits.labelled for hits in self._tones)

    @property
    def right(self) -> int:
        """How many of them got the right tone."""
        return sum(hits.right for hits in self._tones)

    @property
    def _tones(self) -> list[Hits]:
        return [self.positive, self.mixed, self.negative]


class Listening(Record):
    """What `listen` looks for in comments, and how well it does (`listening.yml`)."""

    values: Annotated[list[ValueWords], Field(min_length=1)]
    tone: ToneWords
    tried: Tried | None = None
    sources: Sources

    @field_validator("values")
    @classmethod
    def _each_value_once(cls, rows: list[ValueWords], info: ValidationInfo) -> list[ValueWords]:
        listed = [row.value for row in rows]
        if twice := [value for value, times in Counter(listed).items() if times > 1]:
            raise ValueError(f'"{twice[0]}" stands here twice. Join its two lists')
        if missing := [value for value in (info.context or {}).get("ids", {}).get("value", []) if value not in listed]:
            raise ValueError(f'there are no words for the value "{missing[0]}". Add some')
        return rows
