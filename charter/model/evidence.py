"""What shows whether promises are kept: groups of people, questions and their answers, and what to
listen for.
"""

from collections import Counter
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from charter.model.fields import (
    CopyName,
    GroupId,
    Id,
    Month,
    Quarter,
    Record,
    Sources,
    Text,
    ValueId,
)

# What may be answered to "Did we…?", in the order in which it is offered.
ANSWERS = ("yes", "partly", "no", "does_not_apply")
# Only a program writes counts, so a fault there is damage.
PUT_BACK = "Put the file back as it was"


class Group(Record):
    """A group of people who take part, never a person. `side` says whose view an answer counts for.

    Once answers are counted, `side` must stay: the difference between two pages would show what one
    group said.
    """

    id: Id
    """A short name in small letters, with hyphens. Answers name it: never change it."""
    name: Text
    """What the group is called."""
    side: Literal["families", "staff", "other"]
    """Whose view an answer of this group counts for. Never change it once answers are counted."""


class Tally(Record):
    """How many people gave each answer to one pledge's question. A pledge that is gone keeps its
    answers here; no page shows them.
    """

    pledge: Id
    yes: Annotated[int, Field(ge=0)]
    partly: Annotated[int, Field(ge=0)]
    no: Annotated[int, Field(ge=0)]
    does_not_apply: Annotated[int, Field(ge=0)]

    @property
    def people(self) -> int:
        """How many gave any answer."""
        return self.yes + self.partly + self.no + self.does_not_apply


class Count(Record):
    """The answers of one group on one occasion, which may be gone since, counted in one quarter,
    from `copies` saved copies.

    The group has to stay: without its side, numbers that were shown would change.
    """

    quarter: Quarter
    occasion: Id
    group: GroupId
    copies: Annotated[int, Field(ge=1)]
    answers: list[Tally]

    @model_validator(mode="after")
    def _fits_its_copies(self) -> "Count":
        pledges = [tally.pledge for tally in self.answers]
        if len(set(pledges)) < len(pledges):
            raise ValueError(f"a pledge stands here twice. {PUT_BACK}")
        if any(tally.people > self.copies for tally in self.answers):
            raise ValueError(f"a pledge has more answers than there are copies. {PUT_BACK}")
        return self


class Answers(Record):
    """All answers so far, as counts (`answers/counts.yml`). `taken` has the random name of each
    copy, so that none counts twice.
    """

    taken: list[CopyName]
    counts: list[Count]

    @model_validator(mode="after")
    def _each_copy_once(self) -> "Answers":
        if len(set(self.taken)) < len(self.taken):
            raise ValueError(f"the name of a copy stands under taken: twice. {PUT_BACK}")
        if len({(count.quarter, count.occasion, count.group) for count in self.counts}) < len(
            self.counts
        ):
            raise ValueError(f"a group has two counts for one occasion and quarter. {PUT_BACK}")
        copies = sum(count.copies for count in self.counts)
        if copies != len(self.taken):
            raise ValueError(
                f"there are {len(self.taken)} names under taken:, but {copies} copies were counted."
                f" {PUT_BACK}"
            )
        return self


def _says_a_word(text: str) -> str:
    if not any(letter.isalpha() for letter in text):
        raise ValueError(
            f'"{text}" holds no word to look for. Write a word, or a few words that stand together'
        )
    return text


Word = Annotated[Text, AfterValidator(_says_a_word)]
Words = Annotated[list[Word], Field(min_length=1)]


class ValueWords(Record):
    """Words that show that a comment is about a value."""

    value: ValueId
    """The id of the value."""
    words: Words
    """Words that show that a comment is about it. A word counts with its usual endings."""


class ToneWords(Record):
    """Words that the tone library does not know or takes the wrong way: those with a tone, and
    those with none.
    """

    positive: Words
    """Words, one at a time, that sound pleased."""
    negative: Words
    """Words that sound displeased."""
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
    values it saw, right or not.
    """

    checked: Month
    """The month in which it was tried, in quotes: "2026-11"."""
    positive: Hits
    """How it did on comments that sound pleased."""
    mixed: Hits
    """How it did on comments that sound like both."""
    negative: Hits
    """How it did on comments that sound displeased."""
    values: Hits
    """How it did at finding values."""
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

    values: Annotated[list[ValueWords], Field(min_length=1)]
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
