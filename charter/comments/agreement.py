"""How far two people agree who coded the same comments, and the counts that may be shown."""

from collections import Counter
from collections.abc import Iterable, Sequence

from nltk.metrics.agreement import AnnotationTask

from charter.answers.small_numbers import ANSWERS, Shown, joined, shown
from charter.comments.sheet import TONES, Codes

# Landis and Koch (1977) call 0.61 to 0.80 substantial. Below it two people mean different things.
ENOUGH = 0.6


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa of two people's codes; None where both gave one and the same to all."""
    if len({code for pair in pairs for code in pair}) < 2:
        return None
    codes = [(who, item, pair[who]) for item, pair in enumerate(pairs) for who in (0, 1)]
    return float(AnnotationTask(codes).kappa_pairwise(0, 1))


def kappas(first: Codes, second: Codes, values: Iterable[str]) -> dict[str, float | None]:
    """Kappa for the tone, and for whether comments are about each value."""
    pairs = [(first[key], second[key]) for key in first]
    return {"tone": kappa([(a.tone, b.tone) for a, b in pairs])} | {
        value: kappa([(value in a.values, value in b.values) for a, b in pairs]) for value in values
    }


def count(first: Codes, second: Codes, values: Iterable[str]) -> dict[str, Shown | None]:
    """Comments to which both gave the same tone, by tone: "all", and those that both say are about
    a value. None where they could point to a person, by the rule of charter.answers.small_numbers.
    """
    agreed = [(first[key], second[key]) for key in first if first[key].tone == second[key].tone]
    whole = _by_tone(a.tone for a, _ in agreed)
    return {"all": shown("", whole)} | {
        value: of_value(whole, _by_tone(a.tone for a, b in agreed if value in a.values & b.values))
        for value in values
    }


def of_value(whole: Counter[str], about: Counter[str]) -> Shown | None:
    """Comments about a value and all others add up to a known whole. So a value is shown only where
    both parts could be, and no finer than the whole and the other part.
    """
    parts = [shown("", part) for part in (about, whole - about, whole)]
    told = [part for part in parts if part]
    zeros = [Shown("", tuple((joint, 0) for joint, _ in part.counts)) for part in told]
    return joined([told[0], *zeros]) if len(told) == len(parts) else None


def _by_tone(tones: Iterable[str]) -> Counter[str]:
    return Counter(ANSWERS[TONES.index(tone)][0] for tone in tones)
