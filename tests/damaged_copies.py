"""Fifty ways in which a file is no saved copy of answers, and what must be said of each."""

import json
from collections.abc import Callable
from typing import Any

# What a person may have written, which must never be kept.
SECRET = "My daughter Zoraya was left out"

Damage = Callable[[dict[str, Any]], bytes]


def changed(**fields: Any) -> Damage:
    return lambda copy: json.dumps({**copy, **fields}).encode()


def without(field: str) -> Damage:
    return lambda copy: json.dumps(
        {key: value for key, value in copy.items() if key != field}
    ).encode()


def raw(content: bytes) -> Damage:
    return lambda copy: content


def instead(old: str, new: str) -> Damage:
    return lambda copy: json.dumps(copy).replace(old, new, 1).encode()


# What goes wrong with a file, and what must be said of it.
DAMAGES: dict[str, tuple[Damage, str]] = {
    "nothing in it": (raw(b""), "the file is empty"),
    "blanks": (raw(b"  \n "), "no JSON"),
    "cut off": (lambda copy: json.dumps(copy).encode()[:-20], "not whole"),
    "text": (raw(b"Dear team,\nwe answered yes."), "no JSON"),
    "a picture": (raw(b"\x89PNG\r\n\x1a\n\x00\x00"), "not saved as UTF-8"),
    "another encoding": (lambda copy: json.dumps(copy).encode("utf-16"), "not saved as UTF-8"),
    "zeros": (raw(b"\x00" * 300), "no JSON"),
    "too big": (lambda copy: json.dumps(copy).encode() + b" " * 70_000, "too big"),
    "brackets without end": (raw(b"[" * 60_000), "more brackets"),
    "fields without end": (raw(b'{"a":' * 12_000), "more brackets"),
    "figures without end": (
        instead('"version": 1', '"version": 1' + "0" * 5_000), "more brackets or figures",
    ),
    "NaN": (instead('"version": 1', '"version": NaN'), "NaN"),
    "Infinity": (instead('"version": 1', '"version": -Infinity'), "-Infinity"),
    "a list": (lambda copy: json.dumps([copy]).encode(), "no saved copy of answers"),
    "a word": (raw(b'"yes"'), "no saved copy of answers"),
    "null": (raw(b"null"), "no saved copy of answers"),
    "no format": (without("format"), 'no "format"'),
    "no version": (without("version"), 'no "version"'),
    "no name": (without("copy"), 'no "copy"'),
    "no occasion": (without("occasion"), 'no "occasion"'),
    "no group": (without("group"), 'no "group"'),
    "no answers": (without("answers"), 'no "answers"'),
    "another format": (changed(format="survey"), "no saved copy of answers"),
    "a newer version": (changed(version=2), "We know version 1"),
    "version as text": (changed(version="1"), "We know version 1"),
    "version as true": (changed(version=True), "We know version 1"),
    "version with a point": (changed(version=1.0), "We know version 1"),
    "a short name": (changed(copy="abc"), "the name of the copy is damaged"),
    "a name in capitals": (
        lambda copy: json.dumps({**copy, "copy": "A" * 32}).encode(),
        "the name of the copy is damaged",
    ),
    "a name of a person": (
        changed(copy="Zoraya Zachariades of Ash Road 1"), "the name of the copy is damaged",
    ),
    "a number for a name": (
        changed(copy=12345678901234567890123456789012), "the name of the copy is damaged",
    ),
    "an unknown occasion": (changed(occasion="gardenday"), 'Is "garden-day" meant?'),
    "an occasion as a list": (changed(occasion=["garden-day"]), "there is no occasion"),
    "an unknown group": (changed(group="child"), 'Is "children" meant?'),
    "a group as a number": (changed(group=3), "there is no group"),
    "an unknown pledge": (changed(answers={"kindness-9": "yes"}), "there is no pledge"),
    "a pledge that was not asked": (
        changed(answers={"kindness-2": "yes"}), "not among the questions",
    ),
    "an unknown answer": (changed(answers={"kindness-1": "maybe"}), "there is no answer"),
    "an answer in other words": (changed(answers={"kindness-1": SECRET}), "there is no answer"),
    "an answer with an underline": (
        changed(answers={"kindness-1": "does_not_apply"}), "there is no answer",
    ),
    "an answer as a number": (changed(answers={"kindness-1": 1}), "there is no answer"),
    "an answer as a list": (changed(answers={"kindness-1": ["yes"]}), "there is no answer"),
    "an empty answer": (changed(answers={"kindness-1": None}), "there is no answer"),
    "answers as a list": (changed(answers=["yes"]), "the answers are damaged"),
    "not one answer": (changed(answers={}), "no answer in it"),
    "a comment": (changed(comment=SECRET), "the copy holds 'comment'"),
    "a date": (changed(date="2027-02-03"), "the copy holds 'date'"),
    "a field twice": (instead('"version": 1', '"version": 1, "version": 1'), "twice"),
    "an answer twice": (
        instead('"answers": {', '"answers": {"kindness-1": "yes", "kindness-1": "no", '), "twice",
    ),
    "half a sign": (instead('"occasion": "', '"occasion": "\\ud800'), "there is no occasion"),
}  # fmt: skip
