"""Which of the files that came in are saved copies. The folder of a copy is its sender."""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from charter.answers.saved_copy import LARGEST, Copy, RefusedCopy, read
from charter.model import Charter
from charter.problems import Problem

NO_COPY = "there is no saved copy in this folder"
OTHER_ANSWERS = (
    "says something else. It may be a correction, or of somebody who used the same page. Ask which"
    " is right, or for a new copy"
)


@dataclass(frozen=True)
class Received:
    """A copy, its file, and the folder that it lies in: one sender. Where it was typed in, it says
    who handed in the sheets."""

    copy: Copy
    file: Path
    handed_in_by: str = ""

    @property
    def sender(self) -> str:
        """Who handed it in, or the folder's name."""
        return self.handed_in_by or self.file.absolute().parent.name


@dataclass
class Files:
    """What came in, each file in one of three lists: copies, refused ones, and what does not look
    like a copy. Copies `typed` from one set of sheets are counted together, or not at all."""

    copies: list[Received] = field(default_factory=list)
    typed: list[list[Received]] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    no_copies: list[Path] = field(default_factory=list)

    def refuse(self, file: Path, said: str, line: int = 1) -> None:
        """Note why a file can't be counted."""
        self.refused.append(Problem(str(file), line, "", said))


def look_through(given: Sequence[Path], charter: Charter, _: object = None) -> Files:
    """Read each given file, and each file below a given folder, whatever its name."""
    files = Files()
    for file, named in _all_files(given, files):
        try:
            raw = _bytes(file)
            if named or _is_meant(file, raw):
                files.copies.append(Received(read(raw, charter), file))
            else:
                files.no_copies.append(file)
        except RefusedCopy as refused:
            files.refuse(file, refused.said, refused.line)
    return _without_contradictions(files)


def _all_files(given: Sequence[Path], files: Files) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether it was named by the editor. Links to folders are not followed."""
    for path in given:
        if not path.is_dir():
            yield path, True
            continue
        found = 0
        for place, folders, names in os.walk(path, onerror=lambda error: _unread(error, files)):
            folders.sort()
            inside = [Path(place, name) for name in sorted(names)]
            links = [Path(place, name) for name in folders]
            files.no_copies += [link for link in links if link.is_symlink()]
            yield from ((file, False) for file in inside)
            found += len(inside)
        if not found:
            files.refuse(path, NO_COPY)


def _unread(error: OSError, files: Files) -> None:
    files.refuse(Path(error.filename), "this folder can't be read. Look whether you may open it")


def _is_meant(file: Path, raw: bytes) -> bool:
    """Whether a file is meant as a copy. Phones and mail programs change the ending, so the name or
    the content may say so."""
    name = file.name.lower()
    return ".json" in name or "did-we" in name or b"did-we" in raw.replace(b"\0", b"")


def _without_contradictions(files: Files) -> Files:
    """Copies of one name that say different things are refused, all of them: nobody knows which is
    right, or whether two people used one page."""
    by_name: defaultdict[str, list[Received]] = defaultdict(list)
    for each in files.copies:
        by_name[each.copy.name].append(each)
    files.copies = []
    for alike in by_name.values():
        if all(each.copy == alike[0].copy for each in alike):
            files.copies += alike
            continue
        for each in alike:
            other = next(one.file for one in alike if one.copy != each.copy)
            files.refuse(each.file, f"{other} has the same name inside, and {OTHER_ANSWERS}")
    return files


def _bytes(file: Path) -> bytes:
    """What stands in a file, but never much more than a copy may have."""
    if not file.exists():
        raise RefusedCopy("there is no such file. Look at its name")
    if not file.is_file():
        raise RefusedCopy("this is not a file. Give files, or folders with files in them")
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError:
        raise RefusedCopy("this file can't be read. Look whether you may open it") from None
