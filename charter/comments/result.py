"""What may be told of a set of comments: counts only, and of those only what shows nobody."""

from dataclasses import dataclass

from charter.comments.clean import clean
from charter.comments.small_numbers import hide, is_small
from charter.comments.tone import TONES, Tone, ToneOf
from charter.comments.value_matcher import ValuesOf
from charter.model.listening import Listening


@dataclass(frozen=True)
class ValueCount:
    """How many comments are about a value, and in which tone; None where that is hidden."""

    comments: int | None
    tones: dict[str, int | None]


@dataclass(frozen=True)
class Result:
    """What may be shown. There is no count of comments about no value: with it, others could be
    worked out.
    """

    comments: int
    tones: dict[str, int | None]
    values: dict[str, ValueCount]


@dataclass(frozen=True)
class Heard:
    """What a machine makes of one comment: its tone, and the ids of the values that it is about."""

    tone: Tone
    values: list[str]


class Listener:
    """Hears comments: each is cleaned before anything else looks at it."""

    def __init__(self, listening: Listening) -> None:
        self._tone = ToneOf(listening.tone)
        self._values = ValuesOf(listening.values)
        self.values = [row.value for row in listening.values]

    def clean(self, comment: str) -> str:
        """All of a comment that the counters see."""
        return clean(comment, self.wanted)

    def wanted(self, piece: str) -> bool:
        """Whether a counter looks for a word (in small letters) or an emoji."""
        return self._tone.wanted(piece) or self._values.wanted(piece)

    def hear(self, comment: str) -> Heard:
        """The tone and the values of one comment."""
        cleaned = self.clean(comment)
        return Heard(self._tone(cleaned), self._values(cleaned))


def result(heard: list[Heard], values: list[str]) -> Result:
    """What may be shown of comments that are enough to show anything."""
    tones = _by_tone(heard)
    shown = hide(tones)
    return Result(
        len(heard),
        shown,
        {value: _value(value, heard, None not in shown.values()) for value in values},
    )


def _value(value: str, heard: list[Heard], tones_shown: bool) -> ValueCount:
    """One value's row. Comments about it and all others add up to known totals, so both sides must
    be fit to show.
    """
    about = [comment for comment in heard if value in comment.values]
    others = [comment for comment in heard if value not in comment.values]
    count = hide({"about": len(about), "others": len(others)})["about"]
    inside, outside = _by_tone(about), _by_tone(others)
    whole = tones_shown and not any(
        is_small(number) for number in [*inside.values(), *outside.values()]
    )
    return ValueCount(count, {tone: inside[tone] if whole else None for tone in TONES})


def _by_tone(heard: list[Heard]) -> dict[str, int]:
    return {tone: sum(comment.tone == tone for comment in heard) for tone in TONES}
