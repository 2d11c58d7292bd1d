"""Which files may lie in `docs/`, where everything is published: pages, pictures, recordings, films
and the list of postcodes, and no links to other places.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from charter.map.postcodes import INDEX
from charter.model.fields import DEVICES
from charter.problems import Problem
from charter.project_files import NOT_FOR_US, problem
from charter.site_facts import MEDIA

ENDINGS = (".md", ".png", ".jpg", ".jpeg", ".webp")
SOUND, MOVING = MEDIA["recordings"], MEDIA["films"]
NAME = re.compile(r"[a-z0-9][\w-]*", re.ASCII | re.IGNORECASE)
NO_LINK = "this is a link to another place. Put the file itself here, or take the link away"
NO_FILE = "this is no file that can be published. Take it away"
NO_NAME = (
    "a name here is letters, figures and hyphens, and begins with a letter or figure: it becomes an"
    " address. Call it such as our-news"
)
NO_ENDING = (
    f"everything in docs/ is published, and its files end in {', '.join(ENDINGS)}. Take this one"
    " away, or save it as one of these"
)
NO_MEDIA = (
    f"recordings end in {' or '.join(SOUND)} and lie in docs/recordings/, films end in"
    f" {MOVING[0]} and lie in docs/films/. Every phone plays these. Save it as one of them, there"
)
# What else people may have of a recording or film.
OTHER_MEDIA = (".ogg", ".oga", ".opus", ".wav", ".flac", ".aac", ".wma", ".webm", ".mov", ".avi",
               ".mkv", ".m4v", ".mpg", ".srt")  # fmt: skip
NOT_BUILT = "this name has a meaning of its own for MkDocs. Call it otherwise"
NOT_THERE = "there is no such folder. The pages belong there: put it back"
NOT_OPEN = "the folder can't be opened. Let everybody read it"


def mistakes(docs: Path) -> list[Problem]:
    """Every file and folder below `docs` that may not lie there."""
    if not docs.exists():
        return [Problem(docs.name, 1, "", NOT_THERE)]
    return list(_below(docs, docs))


def _below(folder: Path, docs: Path) -> Iterator[Problem]:
    try:
        with os.scandir(folder) as opened:
            entries = sorted(opened, key=lambda entry: entry.name)
    except OSError:
        yield problem(folder, docs, NOT_OPEN)
        return
    for entry in entries:
        path = folder / entry.name
        if NOT_FOR_US.search(entry.name):
            continue
        if said := _wrong(path, docs):
            yield problem(path, docs, said)
        elif path.is_dir():
            yield from _below(path, docs)


def _wrong(path: Path, docs: Path) -> str | None:
    if path.is_symlink():
        # A page that can't be read is told as such already.
        return NO_LINK if path.exists() or path.suffix != ".md" else None
    if path.is_dir():
        built = path != docs / "templates"
        return (None if built else NOT_BUILT) if _can_be_named(path.name) else NO_NAME
    if not path.is_file():
        return NO_FILE
    allowed = (*ENDINGS, *MEDIA.get(path.parent.relative_to(docs).as_posix(), ()))
    if path.suffix not in allowed and path != docs / INDEX:
        return NO_MEDIA if path.suffix.lower() in (*SOUND, *MOVING, *OTHER_MEDIA) else NO_ENDING
    if not _can_be_named(path.stem):
        return NO_NAME
    return NOT_BUILT if path.name.lower() == "readme.md" else None


def _can_be_named(name: str) -> bool:
    return bool(NAME.fullmatch(name)) and name.lower() not in DEVICES
