"""Which folders a program may replace, and which files in a folder: those that are on a list of
what was made there, as they were made (decision 30).
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from os import O_RDONLY, close
from os import open as open_folder
from pathlib import Path

from charter import our_files
from charter.our_files import UNMARKED, Ours, has_mark, marked, why_not
from charter.problems import Problem
from charter.project_files import LITTER

try:
    import fcntl
except ImportError:  # Windows has no such lock: there, only one program may run at a time
    fcntl = None  # type: ignore[assignment]

# A line for each file that was made in a folder, as `sha256sum` writes them.
LIST = ".made-by-charter"
HEAD = f"# What the charter's programs made in this folder. Don't change this list. {UNMARKED}\n"
LEFT = re.compile(LITTER, re.IGNORECASE)
LISTED = re.compile(r"([0-9a-f]{64})  (.+)")

NOT_MADE = (
    "{} in it was not made by a build, or was changed since, and a build would take it away. Move"
    " what is yours to another place, and take the rest away"
)
OTHERS = "something is in it, and no build has made it. Take an empty folder, or a new one"
NO_FOLDER = "this is no folder. Take an empty folder, or a new one"
A_LINK = "this is a link. Name the folder that it leads to"
MOUNTED = "this is a mount point, which can't be replaced. Take a folder in it"
UNREADABLE = "this can't be read. Take an empty folder, or a new one"
Listing = set[tuple[str, str]]


@dataclass
class Done:
    """What a program did in a folder, and why it left the rest as it was."""

    written: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)


def write_listed(texts: Mapping[str, str], folder: Path, remove_others: bool = False) -> Done:
    """Write texts, by their paths, into a folder that keeps a list of what was made there. If
    wanted, remove all else that is on the list.
    """
    before = _listed(folder)
    now = {(path, _digest(text.encode())) for path, text in texts.items()}
    others = {one for one in before if one[0] not in texts}
    # Listed first: what a killed run has written is ours, too.
    if refused := _keep_list(folder, before | now):
        return Done(refused=refused)
    ours = listed(folder)
    gone = [folder / path for path, _ in sorted(others)] if remove_others else []
    removed = [file for file in gone if file.is_file() and not why_not(file, folder, ours)]
    for file in removed:
        file.unlink()
    written, refused = our_files.write({folder / at: texts[at] for at in texts}, folder, ours)
    _keep_list(folder, now | (set() if remove_others else others))
    return Done(written, removed, refused)


def listed(folder: Path) -> Ours:
    """Whether a file of a folder is on its list, as it was made."""
    known = _listed(folder)
    return lambda file, text: (_path(file, folder), _digest(text.encode())) in known


def listed_paths(folder: Path) -> set[str]:
    """The paths of all files that are on the list of a folder."""
    return {path for path, _ in _listed(folder)}


def list_all(folder: Path) -> None:
    """Give a folder that a program has made the list of all that is in it."""
    _keep_list(folder, ((path, _digest(file.read_bytes())) for path, file in _files(folder)))


def why_not_folder(folder: Path) -> str:
    """Why no program may replace this folder; nothing, where it may: where nothing is, where it is
    empty, and where all in it is on its list.
    """
    try:
        if folder.is_symlink():
            return A_LINK
        if folder.is_mount():
            return MOUNTED
        if not folder.is_dir():
            return NO_FOLDER if folder.exists() else ""
        if not any(folder.iterdir()):
            return ""
        known = _listed(folder)
        return _not_made(folder, known) if known else OTHERS
    except OSError:
        return UNREADABLE


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other program is at this in this folder. The system itself frees the folder,
    even after a kill.
    """
    if fcntl is None or not folder.is_dir():
        yield
        return
    opened = open_folder(folder, O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        close(opened)


def nobody_at_work(folder: Path) -> bool:
    """Whether no program is `alone` in a folder: the one that made it has ended."""
    if fcntl is None:
        return False
    opened = open_folder(folder, O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        close(opened)
    return True


def has_list(folder: Path) -> bool:
    """Whether a program has made a folder, and keeps its list in it."""
    file = folder / LIST
    return file.is_file() and has_mark(file, file.read_text(encoding="utf-8", errors="replace"))


def _not_made(folder: Path, known: Listing) -> str:
    folders = {parent.as_posix() for path, _ in known for parent in Path(path).parents}
    for path, file in _files(folder, folders):
        plain = file.is_file() and not file.is_symlink()
        if not plain or (path, _digest(file.read_bytes())) not in known:
            return NOT_MADE.format(path)
    return ""


def _files(folder: Path, folders: Iterable[str] = ()) -> Iterator[tuple[str, Path]]:
    """Everything in a folder with its path, but for its list, litter, and those `folders`."""
    for file in sorted(folder.rglob("*")):
        path = _path(file, folder)
        folder_of_ours = file.is_dir() and not file.is_symlink() and path in (folders or [path])
        if path != LIST and not (folder_of_ours or LEFT.fullmatch(file.name)):
            yield path, file


def _listed(folder: Path) -> Listing:
    """The list of a folder; nothing, where there is none, or it was changed by hand."""
    text = (folder / LIST).read_text(encoding="utf-8") if has_list(folder) else ""
    return {(found[2], found[1]) for found in map(LISTED.fullmatch, text.splitlines()) if found}


def _keep_list(folder: Path, pairs: Iterable[tuple[str, str]]) -> list[Problem]:
    lines = [f"{digest}  {path}\n" for path, digest in sorted(pairs)]
    return our_files.write({folder / LIST: marked("".join([HEAD, *lines]))}, folder)[1]


def _path(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _digest(of: bytes) -> str:
    return hashlib.sha256(of).hexdigest()
