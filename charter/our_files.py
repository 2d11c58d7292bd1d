"""Which files a program may write over or remove: only what it made itself, and what nobody has
changed since. Every program that writes asks here, or our_folders.py (decision 30).

A file that people see bears our mark: a fingerprint of its own text.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from charter.problems import Problem
from charter.project_files import MERGE, problem, read

# A text that is to bear our mark holds UNMARKED once.
UNMARKED = "(mark 0000000000000000)"
MARK = re.compile(r"\(mark [0-9a-f]{16}\)")

OTHERS = (
    "somebody's own text stands here, or ours that was changed by hand, so it stays as it is. Move"
    " what is yours to another place, take this away, and run the command again"
)
NO_FILE = "this is no plain file, and one has to be written here. Move it to another place"
NO_FOLDER = "this is no folder, and one has to be here. Move it to another place"
A_LINK = "this is a link, and what it leads to is not ours to change. Take the link away"
READ_ONLY = "this file may not be written to. Allow that, or take the file away"
ONLY_CAPITALS = (
    'this differs from "{other}" only in capitals: Windows and Macs take them for one. Rename that'
)
# Whether the text of a file is ours.
Ours = Callable[[Path, str], bool]


def marked(text: str) -> str:
    """A text that holds UNMARKED, with our mark instead."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return text.replace(UNMARKED, f"(mark {digest})", 1)


def has_mark(_: Path, text: str) -> bool:
    """Whether a text is as a program has marked it: nobody has changed it since."""
    found = MARK.search(text)
    return found is not None and marked(text.replace(found[0], UNMARKED, 1)) == text


def is_joined(text: str, new: str) -> bool:
    """Whether git made a text of two of ours, with its own marks or without: each line is one of
    the `new` text's, so nothing that somebody wrote is lost with it.
    """
    known = {_bare(line) for line in new.splitlines()}
    lines = MERGE.sub("", text).splitlines()
    return bool(MARK.search(text)) and all(_bare(line) in known | {""} for line in lines)


def nothing(*_: object) -> bool:
    """For a new file: nothing that stands there is ours."""
    return False


def why_not(file: Path, root: Path, ours: Ours = has_mark) -> Problem | None:
    """Why no program may write this file below `root`, or remove it. It may where nothing is, and
    where the text is ours.
    """
    for part in (*(root / each for each in reversed(file.relative_to(root).parents)), file):
        if part == root:
            continue
        if part.is_symlink():
            return problem(part, root, A_LINK)
        if other := _differs_in_capitals(part):
            return problem(part, root, ONLY_CAPITALS.format(other=other))
        if part != file and part.exists() and not part.is_dir():
            return problem(part, root, NO_FOLDER)
    if not file.exists():
        return None
    if not file.is_file():
        return problem(file, root, NO_FILE)
    text = read(file, root, room=20, by_people=False)
    if not isinstance(text, str) or not ours(file, text):
        return problem(file, root, OTHERS)
    return None if file.stat().st_mode & 0o222 else problem(file, root, READ_ONLY)


def write(
    texts: Mapping[Path, str | bytes], root: Path, ours: Ours = has_mark
) -> tuple[list[Path], list[Problem]]:
    """Write those texts that differ from what stands below `root`, where nothing is, or what is
    ours. Tells what was written, and why others were not.
    """
    written, refused = [], []
    for file, text in texts.items():
        if _stands(file, root, text) and not file.is_symlink():
            continue
        if found := why_not(file, root, ours):
            refused.append(found)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, text)
        written.append(file)
    return written, refused


def replace(file: Path, text: str | bytes, new_mode: int = 0o666) -> None:
    """Put a text in the place of a file's in one step: whenever the program ends, the old one or
    the new one is there, whole. Its owner and its mode stay, and so does a link to it; a new file
    has `new_mode`, as far as the umask lets it. Bytes stand for what is no text.
    """
    file = file.resolve()
    before = file.stat() if file.exists() else None
    beside = file.with_name(f".{file.name}.{secrets.token_hex(4)}.new")
    mode = S_IMODE(before.st_mode) if before else new_mode
    try:
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(opened, "wb") as new:
            new.write(text.encode() if isinstance(text, str) else text)
            new.flush()
            os.fsync(new.fileno())
        if before:
            beside.chmod(mode)
            with suppress(PermissionError, AttributeError):  # Windows has no owners like that
                os.chown(beside, before.st_uid, before.st_gid)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _stands(file: Path, root: Path, content: str | bytes) -> bool:
    if isinstance(content, bytes):
        return file.is_file() and file.read_bytes() == content
    return read(file, root, room=20, by_people=False) == content


def _bare(line: str) -> str:
    return MARK.sub("", line).strip(" ,")


def _differs_in_capitals(path: Path) -> str:
    """What stands beside a path that is still to be made, and differs from it only in capitals."""
    if path.exists() or not path.parent.is_dir():
        return ""
    same = (
        one.name for one in path.parent.iterdir() if one.name.casefold() == path.name.casefold()
    )
    return next(same, "")
