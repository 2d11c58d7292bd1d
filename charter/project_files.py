"""Read the files that people edit, in data/ and docs/: which there are, and the text of each."""

import re
from dataclasses import replace
from pathlib import Path

from charter.characters import wrong
from charter.problems import Problem, ProblemsFound

SETTINGS = "mkdocs.yml"
# Hidden files, and those that programs for editing keep beside a file: .DS_Store, .#values.yml,
# ._values.yml, #values.yml#, values.yml~, ~$values.yml
# And what systems leave behind that show folders to people.
LITTER = r"\.ds_store|(eh)?thumbs\.db|desktop\.ini"
NOT_FOR_US = re.compile(rf"^(\.|#|~\$)|~$|^({LITTER})$", re.IGNORECASE)

# Bytes: far more than people type. It keeps a program from running out of room or time.
LARGEST = 1_000_000
TOO_MUCH = (
    "the file is far too big to be read. Look for something that stands in it many times, and take"
    " it out"
)
MISSING = "the file is missing or can't be read. Put it back"
BY_A_PROGRAM = "A program writes this file: put the last good one back"
# What git and other programs write around two versions of a place that they could not join.
MERGE = re.compile(r"^(?:<{7,}|>{7,}|\|{7,}|={7})(?:[ \t].*)?$", re.MULTILINE)
NOT_JOINED = (
    "here two changes could not be joined, and both were kept. Keep what is right, and take out the"
    " marks around it: the lines that start with <<<<<<<, |||||||, ======= and >>>>>>>"
)
BETWEEN = (
    "a line of seven = is what git writes between two changes that could not be joined. Keep what"
    " is right, and take it out. To make the line above a heading, write # before that line instead"
)
# A text as word processors keep it, and one as emails are sent.
RTF = r"{\rtf"
# One holds an encoded blank, equals sign or letter in any case.
MAILED = re.compile(
    r"^(?!.*://).*?(?:=(?:20|3D|09)[ \t]*|\w=)$|(?:=[89A-F][0-9A-F]){2,}", re.MULTILINE
)
NOT_PLAIN = (
    "the file is not plain text: {}. Open it there, copy the words, and save them with the encoding"
    " UTF-8"
)
NOT_UTF_8 = "the file is not saved as UTF-8. Save it again with the encoding UTF-8"


def files(folder: Path, pattern: str = "**/*") -> list[Path]:
    """Files below `folder` that match, sorted, without hidden ones and copies of editors' programs.
    A link that leads nowhere is among them."""
    above = len(folder.parts)
    return sorted(
        file
        for file in folder.glob(pattern)
        if not any(map(NOT_FOR_US.search, file.parts[above:])) and not file.is_dir()
    )


def read(file: Path, folder: Path, room: int = 1, *, by_people: bool = True) -> str | Problem:
    """Text of a file below `folder`, which may be `room` times as big as others, or why there is
    none. A byte order mark, or more, is left out, and every line ends with a line feed. Only what
    was written `by_people` is asked for what other programs put into it."""
    try:
        # What is no file, such as /dev/zero behind a link, may never end.
        raw = _beginning(file, LARGEST * room + 1) if file.is_file() else None
    except OSError:
        raw = None
    if raw is None:
        return problem(file, folder, MISSING)
    if len(raw) > LARGEST * room:
        return problem(file, folder, TOO_MUCH)
    try:
        text = raw.decode("utf-8").lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return problem(file, folder, NOT_UTF_8, raw[: error.start].count(b"\n") + 1)
    at, said = _not_as_typed(text) if by_people else (0, "")
    return problem(file, folder, said, text.count("\n", 0, at) + 1) if said else text


def _not_as_typed(text: str) -> tuple[int, str]:
    """What programs have put into a text, or made of it, and where; nothing, where it is plain."""
    if marks := [*MERGE.finditer(text)]:
        alone = all(mark[0].startswith("=") for mark in marks)
        return marks[0].start(), BETWEEN if alone else NOT_JOINED
    if text.startswith(RTF):
        return 0, NOT_PLAIN.format("a word processor has saved it as RTF")
    mailed = [*MAILED.finditer(text)] if any(sign in text for sign in ("=20", "=3D", "=E")) else []
    if len(mailed) > 1 or any(len(each[0]) > 4 and each[0].startswith("=") for each in mailed):
        return mailed[0].start(), NOT_PLAIN.format('it is as an email was sent, with "=20" and "="')
    return 0, ""


def wrong_lines(file: Path, folder: Path) -> list[Problem]:
    """Why a file can't be read, or each line with characters that nobody sees or that a wrong
    encoding made.
    """
    text = read(file, folder)
    if isinstance(text, Problem):
        return [text]
    said = [(number, wrong(line)) for number, line in enumerate(text.split("\n"), 1)]
    return [problem(file, folder, f"the line {what}", number) for number, what in said if what]


def wrong_settings(project: Path) -> list[Problem]:
    """The same of mkdocs.yml, which holds the words of the menu."""
    file = project / SETTINGS
    found = wrong_lines(file, project) if file.exists() else []
    return [replace(each, file=SETTINGS) for each in found]


def lines_of_program(file: Path, folder: Path) -> list[str]:
    """Lines of a list that a program adds to; none, where there is no such file yet.

    Raises:
        ProblemsFound: the file is damaged.
    """
    if not file.exists():
        return []
    text = read(file, folder)
    if isinstance(text, Problem):
        message = f"{text.message.partition('.')[0]}. {BY_A_PROGRAM}"
        raise ProblemsFound([replace(text, message=message)])
    return text.splitlines()


def problem(file: Path, folder: Path, message: str, line: int = 1) -> Problem:
    """A problem of a whole file below `folder`, or of one of its lines."""
    return Problem(f"{folder.name}/{file.relative_to(folder).as_posix()}", line, "", message)


def _beginning(file: Path, size: int) -> bytes:
    with file.open("rb") as opened:
        return opened.read(size)
