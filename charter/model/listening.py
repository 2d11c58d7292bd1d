"""What is looked for in comments (`listening.yml`)."""

from collections import Counter
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from charter.model.fields import Month, Text
from charter.model.records import Record, Some
from charter.model.references import Sources, ValueId


def _says_a_word(text: str) -> str:
    if not any(letter.isalpha() for letter in text):
        raise ValueError(
            f'"{text}" holds no word to look for. Write a word, or a few words that stand together'
        )
    return text


Word = Annotated[Text, AfterValidator(_says_a_word)]


Words = Some[Word]


class ValueWords(Record):
    """Words that show that a comment is about a value."""

    value: ValueId = Field(description="The id of the value.")
    words: Words
    """Words that show that a comment is about it. A word counts with its usual endings."""


class ToneWords(Record):
    """Words that the tone library does not know or takes the wrong way: those with a tone, and
    those with none."""

    positive: Words = Field(description="Words, one at a time, that sound pleased.")
    negative: Words = Field(description="Words that sound displeased.")
    no_tone: Words
    """Words that sound like neither, although the machine takes them so."""


class Hits(Record):
    """Of `labelled` comments with one label, `right` got the same from the program."""

    labelled: Annotated[int, Field(ge=0)]
    """How many comments people gave this label."""
    right: Annotated[int, Field(ge=0)]
    """How many of them got the same from the program."""


class Tried(Record):
    """How often the program was right on comments with labels that nothing was chosen by. `found`:
    values it saw, right or not."""

    checked: Month = Field(description='The month in which it was tried, in quotes: "2026-11".')
    positive: Hits = Field(description="How it did on comments that sound pleased.")
    mixed: Hits = Field(description="How it did on comments that sound like both.")
    negative: Hits = Field(description="How it did on comments that sound displeased.")
    values: Hits = Field(description="How it did at finding values.")
    values_found: Annotated[int, Field(ge=0)]
    """How many values it saw in all, right or not."""

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

    values: Some[ValueWords]
    """For each value, the words that show that a comment is about it."""
    tone: ToneWords
    """Words that the machine does not know, or takes the wrong way."""
    tried: Tried | None = None
    """How often it was right. The tests work out these figures: copy them from there."""
    sources: Sources

    @field_validator("values")
    @classmethod
    def _each_value_once(cls, rows: list[ValueWords], info: ValidationInfo) -> list[ValueWords]:
        listed = [row.value for row in rows]
        if twice := [value for value, times in Counter(listed).items() if times > 1]:
            raise ValueError(f'"{twice[0]}" stands here twice. Join its two lists')
        if missing := [
            value
            for value in (info.context or {}).get("ids", {}).get("value", [])
            if value not in listed
        ]:
            raise ValueError(f'there are no words for the value "{missing[0]}". Add some')
        return rows
