"""Which texts are translated, the passages that translators get, and a charter in their words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from charter.model.records import Record, Records, models_in

R = TypeVar("R", bound=Record)
# The translation of a passage, by its context and the English.
Words = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Translated:
    """A mark of a field whose words stand in the charter in short, in other languages: with the
    letters that there is room for, if it is not as many as one likes.
    """

    letters: int | None = None


@dataclass(frozen=True)
class Passage:
    """A text to translate. `context` says where it is from, such as `pledges/ambition-1/text`; all
    items of a list have one. `note` is for the translator."""

    context: str
    english: str
    note: str
    letters: int | None


class Untranslated(str):
    """English words in the place of a translation that is missing, or was of other words."""

    __slots__ = ()
    # What templates ask for.
    in_english = True


def passages(charter: Record) -> list[Passage]:
    """Everything to translate, in the order of the model."""
    return list(_passages(charter, ""))


def in_words(charter: R, words: Words) -> R:
    """The same charter in other words. What has none stays in English, as `Untranslated`."""
    return _in_words(charter, "", words)


@cache
def _to_translate(model: type[Record]) -> dict[str, Translated | None]:
    """The fields of a model with words to translate: marked ones, and those of records that have
    such fields. Most of a charter is passed over, as it has none."""
    found = {}
    for name, info in model.model_fields.items():
        mark = next((each for each in info.metadata if isinstance(each, Translated)), None)
        if mark or any(map(_to_translate, models_in(info.annotation))):
            found[name] = mark
    return found


def _passages(record: Record, prefix: str) -> Iterator[Passage]:
    for name, mark in _to_translate(type(record)).items():
        value = getattr(record, name)
        context = f"{prefix}{name.replace('_', '-')}"
        if mark:
            note = type(record).model_fields[name].description or ""
            if wordings := getattr(record, "wordings", 0):
                note = f"{note} (Wording {wordings}.)"
            for text in [value] if isinstance(value, str) else value or []:
                yield Passage(context, text, note, mark.letters)
        elif isinstance(value, Record):
            yield from _passages(value, f"{context}/")
        elif isinstance(value, list):
            for each in value:
                if isinstance(each, Record):
                    yield from _passages(each, f"{context}/{_name(each)}")


def _in_words(record: R, prefix: str, words: Words) -> R:
    changed: dict[str, Any] = {}
    for name, mark in _to_translate(type(record)).items():
        value = getattr(record, name)
        context = f"{prefix}{name.replace('_', '-')}"
        if mark and value:
            one = isinstance(value, str)
            said = [
                words.get((context, text)) or Untranslated(text)
                for text in ([value] if one else value)
            ]
            changed[name] = said[0] if one else said
        elif isinstance(value, Record):
            after = _in_words(value, f"{context}/", words)
            changed |= {name: after} if after is not value else {}
        elif isinstance(value, list) and value and isinstance(value[0], Record):
            items = [_in_words(each, f"{context}/{_name(each)}", words) for each in value]
            if any(after is not before for after, before in zip(items, value, strict=True)):
                changed[name] = value.with_only(items) if isinstance(value, Records) else items
    return record.model_copy(update=changed) if changed else record


def _name(record: Record) -> str:
    """What tells an item of a list from the others, where it has an id."""
    return f"{record.id}/" if hasattr(record, "id") else ""
