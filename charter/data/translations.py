"""Read translations, gettext PO files in `data/translations/`: the words of each, and mistakes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from charter.characters import wrong
from charter.model import Charter
from charter.model.fields import PLACEHOLDER, in_short
from charter.model.in_short import Translation
from charter.model.translated import Passage, Words, passages
from charter.problems import Problem
from charter.project_files import problem, read

FOLDER = "translations"
# A translation is many times as long as what people write into another file.
ROOM = 2
# Programs for translators write this where a line of the file is broken.
BROKEN = "this is no line of a PO file ({}). Put back what was there, or mend it in Poedit"
LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgstr)\s*)?"([^"\\]|\\.)*"\s*)?')
NO_LANGUAGE = (
    "no language goes by the name of this file. Write {} with its id, name and english, or take"
    " this file away"
)
TAGS = re.compile(r"<[^>]*>|&\w+;|\]\(|https?://")
NO_MARKUP = "holds {}, and a translation is words alone. Take it out"
NO_PLACE = "does not say {{{0}}}, which the English does. Write {{{0}}} where it belongs"
NOTHING_FOR = "says {{{}}}, which the English does not. Take it out"
TOO_LONG = "has {} letters, and there is room for {}. Say it in fewer"


def file_of(data: Path, language: str) -> Path:
    """The file with the words of a language."""
    return data / FOLDER / f"{language}.po"


def pages(data: Path, languages: Iterable[str]) -> list[str]:
    """The address of the page of each language whose words are there."""
    return [f"{language}/" for language in languages if file_of(data, language).exists()]


def with_words(charter: Charter, data: Path) -> tuple[Charter, list[Problem]]:
    """The charter whose translations have their words, and what is to be mended in them."""
    known = {each.id for each in charter.translations}
    found = [
        problem(file, data, NO_LANGUAGE.format(f"{FOLDER}/{file.stem}.yml"))
        for file in sorted((data / FOLDER).glob("*.po"))
        if file.stem not in known and not file.name.startswith(".")
    ]
    to_translate = passages(charter)
    with_their_words = []
    for each in charter.translations:
        words, wrong_here = _words(each, data, to_translate)
        found += wrong_here
        with_their_words.append(each.with_words(words))
    translations = charter.translations.with_only(with_their_words)
    return charter.model_copy(update={"translations": translations}), found


def catalog(data: Path, language: str) -> Catalog | Problem | None:
    """A language's PO file; nothing, where there is none."""
    file = file_of(data, language)
    if not (file.exists() or file.is_symlink()):
        return None
    text = read(file, data, ROOM)
    if isinstance(text, Problem):
        return text
    for number, typed in enumerate(text.splitlines(), 1):
        if not LINE.fullmatch(typed):  # Babel takes one whose quotation mark is missing
            return problem(file, data, BROKEN.format(in_short(typed.strip())), number)
    try:
        return read_po(BytesIO(text.encode()), abort_invalid=True)
    except PoFileError as error:
        line = error.lineno + 1 if error.lineno is not None else 1
        return problem(file, data, BROKEN.format(in_short(str(error.line or "").strip())), line)
    except (ValueError, LookupError, UnknownLocaleError) as error:
        return problem(file, data, BROKEN.format(in_short(str(error))))


def _words(
    language: Translation, data: Path, to_translate: list[Passage]
) -> tuple[Words, list[Problem]]:
    there = catalog(data, language.id)
    if there is None or isinstance(there, Problem):
        return {}, [there] if there else []
    by_key = {(each.context, each.english): each for each in to_translate}
    words, found = {}, []
    for message in there:
        text = message.string if isinstance(message.string, str) else ""
        passage = by_key.get((str(message.context), str(message.id)))
        if passage is None or message.fuzzy or not text.strip():
            continue
        words[passage.context, passage.english] = text.strip()
        found += [
            Problem(f"{data.name}/{FOLDER}/{language.id}.po", _line(message), passage.context, said)
            for said in mistakes(passage, text.strip())
        ]
    return words, found


def _line(message: Message) -> int:
    return message.lineno or 1


def mistakes(passage: Passage, text: str) -> Iterator[str]:
    """What is wrong with the translation of a passage."""
    if said := wrong(text):
        yield said
    if markup := TAGS.search(text):
        yield NO_MARKUP.format(f'"{in_short(markup[0])}"')
    wanted, used = (Counter(PLACEHOLDER.findall(each)) for each in (passage.english, text))
    for name in wanted - used:
        yield NO_PLACE.format(name)
    for name in used - wanted:
        yield NOTHING_FOR.format(in_short(name))
    if passage.letters and len(text) > passage.letters:
        yield TOO_LONG.format(len(text), passage.letters)
