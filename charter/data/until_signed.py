"""Sentences that are so until somebody signs (`until_signed` in words.yml). From the first
signature on, no page says them: what stands in `then` takes their place."""

import re
from collections.abc import Mapping
from typing import Any

# What says them as rules or as others' words, or is no text for readers.
AS_TYPED = {"words", "sources", "answers", "a11y_report"}


def instead(values: Mapping[str, Any]) -> dict[str, str]:
    """What is said in the place of which sentence today: nothing, while nobody has signed. People
    may have typed anything; whoever looks at fields tells of it.
    """
    signatures, words = values.get("signatures"), values.get("words")
    listed = signatures if isinstance(signatures, list) else []
    if not any(isinstance(each, dict) and each.get("status") == "signed" for each in listed):
        return {}
    rules = words.get("until_signed") if isinstance(words, dict) else None
    return {
        rule["says"]: str(rule.get("then") or "")
        for rule in (rules if isinstance(rules, list) else [])
        if isinstance(rule, dict) and isinstance(rule.get("says"), str)
    }


def as_of_now(text: str, then: Mapping[str, str]) -> str:
    """A text as it is said today."""
    for says in sorted(then, key=len, reverse=True):
        if says in text:
            text = re.sub(r"(?<=\S)  +", " ", text.replace(says, then[says]))
    return text
