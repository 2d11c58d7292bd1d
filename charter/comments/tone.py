"""The tone of a text, as a machine guesses it: VADER, a list of words with rules for "not", "very"
and "but".

Hutto, C.J. and Gilbert, E.E. (2014): VADER, a parsimonious rule-based model for sentiment analysis
of social media text.
"""

import re
from collections.abc import Iterator
from typing import Literal, get_args

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
)

from charter.comments.clean import words
from charter.model.listening import ToneWords

Tone = Literal["positive", "mixed", "negative"]
TONES: tuple[Tone, ...] = get_args(Tone)
# How strong the words of data/listening.yml are, from 0 to 4: as strong as "happy" or "sad" in the
# library.
STRENGTH = 2.0
# From -1 to 1: a sum within this distance of 0 says too little. The library's authors propose it.
LITTLE = 0.05
# After one of these a comment turns: there is good in it, and bad.
TURNS = {"but", "though", "although", "however", "whether"}
# In words. The library compares each word of a sentence with all others: cut up, the longest
# comment takes a moment, and not minutes.
LONGEST_PART = 50
# Words that the library's rules look at beside those that have a tone of their own.
RULES = {"but", "least", "at", "very", "or", "nor", "no", "doubt", "this", "of"}


class ToneOf:
    """Tells the tone of cleaned texts, with the words that an area adds or takes away."""

    def __init__(self, own: ToneWords) -> None:
        self._library = SentimentIntensityAnalyzer()
        lexicon: dict[str, float] = self._library.lexicon
        for word in own.no_tone:
            lexicon.pop(word.lower(), None)
        lexicon |= {word.lower(): STRENGTH for word in own.positive} | {
            word.lower(): -STRENGTH for word in own.negative
        }
        phrases = " ".join([*BOOSTER_DICT, *SPECIAL_CASES])
        self._wanted = frozenset(
            {*lexicon, *NEGATE, *RULES, *TURNS, *words(phrases), *self._library.emojis}
        )

    def wanted(self, piece: str) -> bool:
        """Whether the library looks at a word (in small letters) or an emoji."""
        return piece in self._wanted

    def __call__(self, text: str) -> Tone:
        """The tone of one cleaned text: mixed where it turns, or else the mean of its sentences
        that have a tone.
        """
        if not TURNS.isdisjoint(words(text)):
            return "mixed"
        marks = [self._library.polarity_scores(part)["compound"] for part in _parts(text)]
        felt = [mark for mark in marks if mark] or [0.0]
        mean = sum(felt) / len(felt)
        return "positive" if mean >= LITTLE else "negative" if mean <= -LITTLE else "mixed"


def _parts(text: str) -> Iterator[str]:
    """The sentences of a text; a very long one in parts."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        told = sentence.split()
        yield from (
            " ".join(told[start : start + LONGEST_PART])
            for start in range(0, len(told), LONGEST_PART)
        )
