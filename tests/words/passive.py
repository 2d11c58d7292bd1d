"""Sentences that say what was done and not who did it. A small heuristic: it knows forms of "be"
and "get", and participles.

It misses a passive whose subject stands between the two ("was the plan agreed?"), and one with no
form of "be" ("the plan agreed in May").
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

KNOWN = Path(__file__).with_suffix(".yml")
BE_OR_GET = (
    r"(?:am|is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't"
    r"|(?<=it|we)'(?:s|re)|(?<=you|hey)'re|get|gets|got|getting)"
)


@cache
def _pattern() -> re.Pattern[str]:
    known: dict[str, Any] = yaml.safe_load(KNOWN.read_text(encoding="utf-8"))
    either = {
        name: "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for name, words in known.items()
    }
    participle = (
        rf"(?!(?:{either['states']}|{either['no_participles']})\b)"
        rf"(?:\w{{2,}}ed|{either['irregular']})"
    )
    return re.compile(
        rf"(?<!\w){BE_OR_GET}(?: (?:{either['between']}|\w+ly)){{0,3}} {participle}\b",
        re.IGNORECASE,
    )


def passives(sentence: str) -> list[re.Match[str]]:
    """Each passive of a sentence, from its form of "be" to its participle."""
    return list(_pattern().finditer(sentence.replace("’", "'")))


def advice(phrase: str) -> str:
    """What to do about a passive."""
    return f'"{phrase}" does not say who does it. Say who: "the council …", "this site …"'
