"""Files of recordings and films, in `docs/recordings/` and `docs/films/`: each that is named is
there, each that is there is named, none is too big, and none is something else than its name says.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from charter.data import data_files
from charter.data.locations import SourceMap
from charter.model import Charter
from charter.problems import Problem
from charter.project_files import files, problem
from charter.site_facts import MEDIA

MEGABYTE = 1_000_000
# Megabytes of one file. Cloudflare Pages takes no bigger one (25 MiB); GitHub warns from 50 on.
MOST = 25
# Fields of a record that name a file beside each other.
NAMING = ("file", "poster", "captions")
# How a file of each kind begins, from which byte on.
BEGINS: dict[str, tuple[int, tuple[bytes, ...]]] = {
    ".mp3": (0, (b"ID3", *(bytes([0xFF, each]) for each in b"\xfb\xfa\xf3\xf2\xe3\xe2"))),
    ".m4a": (4, (b"ftyp",)),
    ".mp4": (4, (b"ftyp",)),
    ".vtt": (0, (b"WEBVTT", b"\xef\xbb\xbfWEBVTT")),
}
NOT_THERE = "there is no file docs/{}/{}. Put it there, or correct the name here"
NOT_NAMED = (
    "no record in data/{0}/ names this file. Run: python -m charter new {1} ID. Or take the file"
    " away"
)
TOO_BIG = (
    "this file has {:.1f} megabytes, and {} is the limit: some web hosts take no bigger one, and"
    " readers pay for what they load. Save it smaller, or in parts"
)
NOT_A = (
    "this is no {} file, whatever its name says. It may be of another kind, or cut off. Save it"
    " again as {}"
)


def problems(charter: Charter, project: Path, lines: SourceMap) -> list[Problem]:
    """Everything that is wrong with these files."""
    return [
        each
        for folder in MEDIA
        for each in (
            *_named(charter, project, folder, lines),
            *_there(charter, project / "docs", folder),
        )
    ]


def _records(charter: Charter, folder: str) -> list[Any]:
    some = getattr(charter, folder)
    return [*some, *some.retired]


def _names(charter: Charter, folder: str) -> Iterator[tuple[Any, str, str]]:
    """Each record, the field in which it names a file, and the file's name."""
    for record in _records(charter, folder):
        for field in NAMING:
            if name := getattr(record, field, None):
                yield record, field, name


def _named(charter: Charter, project: Path, folder: str, lines: SourceMap) -> Iterator[Problem]:
    there = {file.name for file in files(project / "docs" / folder, "*")}
    order = [file.stem for file in data_files.records(project / "data", folder)]
    for record, field, name in _names(charter, folder):
        if name not in there:
            at = (folder, order.index(record.id), field)
            yield lines.problem(at, NOT_THERE.format(folder, name))


def _there(charter: Charter, docs: Path, folder: str) -> Iterator[Problem]:
    named = {docs / folder / name for _, _, name in _names(charter, folder)}
    for file in files(docs / folder):
        if file.suffix == ".md":
            continue
        if file not in named:
            yield problem(file, docs, NOT_NAMED.format(folder, folder.removesuffix("s")))
        elif said := _wrong_with(file):
            yield problem(file, docs, said)


def _wrong_with(file: Path) -> str:
    if (size := file.stat().st_size / MEGABYTE) > MOST:
        return TOO_BIG.format(size, MOST)
    start, beginnings = BEGINS.get(file.suffix, (0, (b"",)))
    with file.open("rb") as opened:
        first = opened.read(16)[start:]
    kind = file.suffix[1:].upper()
    return "" if first.startswith(beginnings) else NOT_A.format(kind, kind)
