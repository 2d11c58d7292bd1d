"""Take what somebody has filled into a sheet: corrections into the language's PO file, and who has
checked it into its YAML file. All of it, or nothing.
"""

from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from charter.data import translations
from charter.data.load import load
from charter.model import Charter
from charter.model.fields import in_short
from charter.model.in_short import Translation
from charter.model.translated import Passage, passages
from charter.our_files import replace, why_not
from charter.problems import Problem, ProblemsFound
from charter.project_files import read as read_text
from charter.translations import checked_by, filled_in
from charter.translations.filled_in import Answer, FilledIn
from charter.translations.rows import fingerprint, plain
from charter.translations.update import updated, written

TWICE = "this row stands twice. Take one of the two out"
ENGLISH_CHANGED = "the English of this row is no longer what it was. Put back: {}"
TWO_CORRECTIONS = (
    "other words stand in the place of the translation, and others under what to write instead."
    " Leave one of the two"
)
NO_LANGUAGE = 'the charter has no language "{}". Its languages stand in data/translations/'
# What a field of the sheet is in the model.
FIELDS = {"by": "by", "said": "said", "day": "date"}


@dataclass
class Taken:
    """What became of each row, by its number."""

    language: Translation
    asked: int
    corrected: dict[int, tuple[str, str]] = field(default_factory=dict)
    before: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    not_right: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    other_english: list[int] = field(default_factory=list)
    other_words: list[int] = field(default_factory=list)
    done: set[tuple[str, str]] = field(default_factory=set)
    checked: dict[str, object] = field(default_factory=dict)
    empty_fields: list[str] = field(default_factory=list)
    notes: str = ""
    remarks: int = 0
    wrote: bool = False

    @property
    def open(self) -> int:
        """How many passages nobody has marked right or corrected."""
        return self.asked - len(self.done)


def take(file: Path, data: Path) -> Taken:
    """Put into the files of the language what a sheet says, and tell what that was.

    Raises:
        ProblemsFound: anything is wrong with the sheet. Then no file is changed.
    """
    charter, sheet = load(data), filled_in.read(file)
    language = next((each for each in charter.translations if each.id == sheet.language), None)
    if language is None:
        said = NO_LANGUAGE.format(sheet.language)
        raise ProblemsFound([Problem(str(file), 1, "", said)])
    before = translations.catalog(data, language.id)
    if isinstance(before, Problem):
        raise ProblemsFound([before])
    after = updated(charter, language.id, before)
    taken, problems = _judged(charter, language, sheet, after, file)
    if not taken.open:
        problems += _checked(charter, sheet, taken, file)
    if problems := [*sheet.problems, *problems]:
        raise ProblemsFound(problems)
    _write(taken, after, data)
    return taken


def _judged(
    charter: Charter, language: Translation, sheet: FilledIn, after: Catalog, file: Path
) -> tuple[Taken, list[Problem]]:
    """Each row beside what the charter and the language say now."""
    now = passages(charter)
    known = {(fingerprint(each.context), fingerprint(each.english)): each for each in now}
    taken, problems = Taken(language, len(now)), list[Problem]()
    taken.notes, taken.remarks = sheet.fields.get("notes", ""), sheet.remarks
    seen = set[tuple[str, str]]()
    for answer in sheet.answers:
        passage = known.get(answer.passage)
        if answer.passage in seen:
            problems.append(filled_in.problem(file, answer.number, TWICE))
        elif passage is None:
            taken.other_english.append(answer.number)
        else:
            said = _take_row(answer, passage, after, taken)
            problems += [filled_in.problem(file, answer.number, each) for each in said]
        seen.add(answer.passage)
    return taken, problems


def _take_row(answer: Answer, passage: Passage, after: Catalog, taken: Taken) -> list[str]:
    """Take what one row says, or tell what is wrong with it."""
    if not answer.english.startswith(plain(passage.english)):
        return [ENGLISH_CHANGED.format(in_short(passage.english))]
    edited = answer.shown if fingerprint(answer.shown) != answer.translation else ""
    new = {words for words in (edited, answer.instead) if words}
    if len(new) > 1:
        return [TWO_CORRECTIONS]
    correction = next(iter(new), "")
    message = after.get(passage.english, passage.context)
    assert message is not None  # it was just updated
    said = plain(str(message.string))
    as_shown = fingerprint(said) == answer.translation
    if correction and correction == said:
        (taken.right if as_shown else taken.before).append(answer.number)
    elif not as_shown and (correction or answer.right is not None):
        taken.other_words.append(answer.number)
        return []
    elif correction:
        if found := list(translations.mistakes(passage, correction)):
            return found
        taken.corrected[answer.number] = (said, correction)
        message.string = correction
    elif answer.right and said:
        taken.right.append(answer.number)
    else:
        (taken.empty if answer.right is None else taken.not_right).append(answer.number)
        return []
    _mark_done(message, passage, taken)
    return []


def _mark_done(message: Message, passage: Passage, taken: Taken) -> None:
    message.flags.discard("fuzzy")
    message.previous_id = []
    taken.done.add((passage.context, passage.english))


def _checked(charter: Charter, sheet: FilledIn, taken: Taken, file: Path) -> list[Problem]:
    """Who has checked it all, and when, if the sheet says so; and what is wrong with that."""
    taken.empty_fields = [name for name in FIELDS if not sheet.fields.get(name)]
    if taken.empty_fields:
        return []
    found = []
    checked: dict[str, object] = {name: sheet.fields[name] for name in ("by", "said")}
    try:
        checked |= {"date": checked_by.day(sheet.fields["day"])}
    except ValueError as error:
        found.append(("date", str(error)))
    checked["version"] = charter.site.version
    found += [each for each in checked_by.wrong(checked) if "date" in checked or each[0] != "date"]
    taken.checked = checked
    return [Problem(str(file), 1, name, said) for name, said in found]


def _write(taken: Taken, after: Catalog, data: Path) -> None:
    """Write both files, and check all. If anything is wrong, they are as they were."""
    texts = _texts(taken, after, data)
    before = {file: file.read_bytes() if file.exists() else None for file in texts}
    if refused := [each for file in texts if (each := why_not(file, data, lambda *_: True))]:
        raise ProblemsFound(refused)
    for file, text in texts.items():
        replace(file, text)
    try:
        load(data)
    except ProblemsFound:
        for file, content in before.items():
            if content is None:
                file.unlink()
            else:
                replace(file, content)
        raise
    taken.wrote = bool(texts)


def _texts(taken: Taken, after: Catalog, data: Path) -> dict[Path, str]:
    """What is to be written, by its file."""
    texts = {}
    if taken.done:
        texts[translations.file_of(data, taken.language.id)] = written(after)
    if taken.checked:
        about = data / translations.FOLDER / f"{taken.language.id}.yml"
        text = read_text(about, data)
        if isinstance(text, Problem):
            raise ProblemsFound([text])
        try:
            texts[about] = checked_by.with_checked(text, taken.checked)
        except ValueError as error:
            raise ProblemsFound([Problem(str(about), 1, "checked", str(error))]) from None
    return {file: text for file, text in texts.items() if _differs(file, text)}


def _differs(file: Path, text: str) -> bool:
    return not file.exists() or file.read_text(encoding="utf-8") != text
