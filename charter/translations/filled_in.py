"""What somebody who speaks a language has filled into a sheet."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from charter.model.fields import in_short
from charter.problems import Problem, ProblemsFound
from charter.translations import word_file
from charter.translations.rows import CODE, plain
from charter.translations.speakers_sheet import COLUMNS

FIELD = re.compile(r"\bsheet-([a-z]{2,3})-([a-z]+)\b")
# The columns: a number with the row's code, English, translation, "Right?", what to write instead.
WIDTH = 5
BOXES = "☐□▢◻\ufe0f"
TICKS, CROSSES = "☑☒✓✔✅√", "✗✘❌"
# "Yes" in languages that families in England speak, too: nobody has to think of English here.
YES = {
    "yes", "y", "x", "×", "ok", "okay", "right", "correct", "good", "tak", "da", "да", "так", "ano",
    "áno", "evet", "taip", "sí", "sim", "oui", "igen", "हो", "ठीक", "ਹਾਂ", "ਠੀਕ", "نعم", "صح", "ہاں",
}  # fmt: skip
NO = {"no", "n", "not", "not right", "wrong"}

NOT_OURS = (
    "this is no sheet that python -m charter translate sheet has made, or its column of numbers is"
    " gone. Take the file that came back from whoever filled it in"
)
TWO_LANGUAGES = "rows of two sheets stand in one file. Take each file by itself"
JOINED = "cells of this row were joined or split. Make a row of five cells again, as in a new sheet"
NO_CODE = (
    'the row that says "{}" has lost the small letters under its number. Copy them there from a new'
    " sheet, or take the row out"
)
WHAT_IS_RIGHT = '"{}" stands under "Right?". Write yes or no there, or nothing'
Right = bool | None


@dataclass(frozen=True)
class Answer:
    """What was said of one row: whether it is right, and what to write instead. `shown` is what
    stands in the place of the translation, where people write too."""

    number: int
    passage: tuple[str, str]
    translation: str
    english: str
    shown: str
    right: Right
    instead: str


@dataclass
class FilledIn:
    """A sheet that came back: its language, who checked and when, and the answers."""

    language: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    remarks: int = 0
    problems: list[Problem] = field(default_factory=list)


def read(file: Path) -> FilledIn:
    """What a sheet says, and what can't be read of it.

    Raises:
        ProblemsFound: the file is no sheet.
    """
    tables, found = word_file.read(file), FilledIn()
    found.remarks = tables.remarks
    for place, row in enumerate(tables.rows, 1):
        first = row.cells[0] if row.cells else ""
        codes = CODE.findall(first)
        if told := FIELD.search(first):
            if found.language not in ("", told[1]):
                raise ProblemsFound([Problem(str(file), 1, "", TWO_LANGUAGES)])
            found.language = told[1]
            found.fields[told[2]] = plain(" ".join(row.cells[1:]))
        elif codes:
            number = _number(first, place)
            said = _answer(row, codes, number)
            if isinstance(said, Answer):
                found.answers.append(said)
            else:
                found.problems.append(problem(file, number, said))
        elif _says_something(row):
            said = NO_CODE.format(in_short(plain(" ".join(row.cells))))
            found.problems.append(Problem(str(file), place, "", said))
    if not found.language or not found.answers:
        raise ProblemsFound([Problem(str(file), 1, "", NOT_OURS)])
    return found


def problem(file: Path, number: int, said: str) -> Problem:
    """What is wrong in one row of a sheet."""
    return Problem(str(file), number, f"row {number}", said)


def _answer(
    row: word_file.TableRow, codes: list[tuple[str, str, str]], number: int
) -> Answer | str:
    """What stands in a row, or why that can't be told."""
    if row.joined or len(row.cells) != WIDTH or len(codes) != 1:
        return JOINED
    context, english_code, translation = (part.lower() for part in codes[0])
    english, shown, mark, instead = map(plain, row.cells[1:])
    try:
        right = _right(mark)
    except ValueError:
        return WHAT_IS_RIGHT.format(in_short(mark))
    return Answer(number, (context, english_code), translation, english, shown, right, instead)


def _right(mark: str) -> Right:
    """Whether a row is marked right, or as not right; nothing, where it is not marked.

    Raises:
        ValueError: it can't be told.
    """
    ticked, crossed = ({*mark} & {*signs} for signs in (TICKS, CROSSES))
    words = plain(re.sub(f"[{BOXES}{TICKS}{CROSSES}]", " ", mark)).casefold().strip(" .,!()")
    right, wrong = bool(ticked) or words in YES, bool(crossed) or words in NO
    if (right and wrong) or (words and words not in YES | NO):
        raise ValueError(mark)
    return (right or None) if right or not wrong else False


def _number(first: str, place: int) -> int:
    """The number that a row bears, or else its place."""
    figures = re.search(r"\d{1,4}", CODE.sub("", first))
    return int(figures[0]) if figures else place


def _says_something(row: word_file.TableRow) -> bool:
    """Whether a row without a code is one that people have written into: no head of a table."""
    last = plain(row.cells[-1]) if row.cells else ""
    return len(row.cells) > 2 and last != COLUMNS[-1] and any(map(plain, row.cells))
