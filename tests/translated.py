"""Made-up translations: whatever is to be translated, said by a program in letters of its own."""

import re
from collections.abc import Callable
from pathlib import Path

from charter.data.load import load
from charter.data.translations import file_of
from charter.translations.update import updated, written

Say = Callable[[str], str]
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه", strict=True))
CHECKED = """checked:
  by: parent who speaks it
  said: {said}
  date: 2026-11-20
  version: draft 1
"""


def mirrored(english: str) -> str:
    """As many letters, all of them from right to left, but for what is filled in: any Latin letter
    on a page was left in English."""
    return _around_places(
        english, lambda part: "".join(LETTERS.get(each, each) for each in part.lower())
    )


def capitals(english: str) -> str:
    """The same words in capital letters, but for what is filled in."""
    return _around_places(english, str.upper)


def _around_places(english: str, say: Say) -> str:
    parts = re.split(r"(\{\w+\})", english)
    return "".join(part if part.startswith("{") else say(part) for part in parts)


def long_words(english: str) -> str:
    """Every three words are one."""
    return re.sub(r"(\w+) (\w+) (\w+)", lambda found: "".join(found.groups()).capitalize(), english)


def fill(data: Path, language: str, say: Say, checked: bool = False, **record: str) -> None:
    """Translate everything in `data` into a language; `record` begins it, where it is new."""
    file = file_of(data, language)
    if record:
        lines = "".join(f"{name}: {text}\n" for name, text in {"id": language, **record}.items())
        file.parent.mkdir(exist_ok=True)
        file.with_suffix(".yml").write_text(lines, encoding="utf-8")
    if checked:
        with file.with_suffix(".yml").open("a", encoding="utf-8") as more:
            more.write(CHECKED.format(said=say("parent")))
    catalog = updated(load(data), language, None)
    for message in catalog:
        if message.id:
            message.string = say(str(message.id))
    file.write_text(written(catalog), encoding="utf-8")
