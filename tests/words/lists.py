"""The lists of words: what to avoid, what everybody knows, and what has to stay."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.project import charter
from tests.reading import names

HERE = Path(__file__).parent
# It stands for each letter of words that are left out, so that all others stay where they are.
LEFT_OUT = "·"
ADDRESS = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,}\b(?:/\S*)?|(?:[\w-]+/){2,}")
# What stands in quotation marks was said by somebody, in these words. An apostrophe stands behind a
# letter and opens none.
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']+'(?!\w)|(?<!\w)‘[^’]+’(?!\w)")


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for words as an editor lists them, with a star for any ending; longer ones are
    found first.
    """
    listed = sorted(words, key=len, reverse=True)
    each = [re.escape(word).replace(r"\*", r"[\w'’-]*").replace(r"\ ", r"\s+") for word in listed]
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])" if each else r"(?!)", re.IGNORECASE
    )


@cache
def avoid() -> list[tuple[re.Pattern[str], str]]:
    """Patterns of words to avoid, each with what is wrong with them and what to write instead."""
    return [(pattern([words]), said) for words, said in _avoid()]


@cache
def anything_to_avoid() -> re.Pattern[str]:
    """One pattern for all words to avoid: most texts have none, and this says so quickly."""
    return pattern(words for words, _ in _avoid())


def _avoid() -> list[tuple[str, str]]:
    groups = read("avoid.yml")
    general = [
        (words, f"{group['why']}. {_advice(write)}")
        for group in groups
        for words, write in group["words"].items()
    ]
    return general + [
        (row.avoid, f"is not what we say. {row.reason}. {_advice(row.write)}")
        for row in charter().words.instead
    ]


def _advice(write: str) -> str:
    """`more / -` as a sentence: Write "more", or leave it out."""
    choices = [f'"{choice}"' for choice in write.split(" / ") if choice != "-"]
    told = [f"Write {' or '.join(choices)}"] if choices else []
    out = ["leave it out" if told else "Leave it out"] if "-" in write.split(" / ") else []
    return ", or ".join(told + out)


def long_but_known() -> list[str]:
    """Long words that everybody meets in daily life, as they are listed."""
    listed: list[str] = read("known.yml")
    return listed


@cache
def known() -> re.Pattern[str]:
    """A pattern for the long words that everybody meets in daily life."""
    return pattern(long_but_known())


@cache
def explained() -> re.Pattern[str]:
    """Words the data explain: values, ways of working together, and what the glossary lists."""
    ours = [value.name for value in charter().values] + [
        term.name for term in charter().spectrum.terms
    ]
    return pattern([*ours, *(entry.short for entry in charter().glossary)])


@cache
def places() -> re.Pattern[str]:
    """Names of places, which may be long."""
    return re.compile("|".join(re.escape(place.name) for place in charter().area.places))


@cache
def kept() -> dict[str, re.Pattern[str]]:
    """Words that have to stay, as they are listed in the data."""
    return {row.words: pattern([row.words]) for row in charter().words.keep}


def ours(text: str) -> str:
    """A text with quotations, addresses, names, words that are explained and words that stay left
    out, each letter for letter.
    """
    for left_out in (QUOTED, ADDRESS, names(), places(), *kept().values(), explained()):
        text = left_out.sub(lambda found: LEFT_OUT * len(found[0]), text)
    return text


def read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
