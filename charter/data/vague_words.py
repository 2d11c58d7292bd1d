"""No vague word in a measure of a pledge, such as promptly: nobody could tell if it was met."""

import re
from collections.abc import Iterator

from charter.model import Charter
from charter.model.records import Loc

TEXTS = ("how", "unit")


def mistakes(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """Each text of a measure that has a word of `vague` in words.yml: where, and what to do."""
    rules = [(_pattern(rule.avoid), rule) for rule in charter.words.vague]
    for index, pledge in enumerate(charter.pledges):
        for place, measure in enumerate(pledge.measures):
            for name in TEXTS:
                for pattern, rule in rules:
                    if found := pattern.search(getattr(measure, name)):
                        said = f'"{found[0]}" is too vague to measure. Write {rule.write} instead'
                        yield ("pledges", index, "measures", place, name), said


def _pattern(words: str) -> re.Pattern[str]:
    any_ending = re.escape(words).replace(r"\*", r"\w*")
    return re.compile(rf"\b{any_ending}\b", re.IGNORECASE)
