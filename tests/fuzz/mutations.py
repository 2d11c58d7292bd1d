"""One to three things that go wrong with the data, as Hypothesis chooses them."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from hypothesis import strategies

from tests.fuzz.in_files import FILE_CHANGES
from tests.fuzz.in_text import TEXT_CHANGES
from tests.fuzz.written import parts

KINDS = [*TEXT_CHANGES, *FILE_CHANGES]
# Each kind once, and some more times what mostly ends in a site.
OFTEN = (
    "huge",
    "right to left",
    "markup in text",
    "Jinja",
    "Markdown",
    "odd letters",
    "over several lines",
    "two values swapped",
    "address",
)
TURN = [*KINDS, *OFTEN, *OFTEN, *OFTEN]
# For people and for the lists of what was promised: no page shows them.
NO_DATA = ("README.md", "FIELDS.md", "addresses.txt", "fitted.txt")
MOST = 1_000_000


@dataclass(frozen=True)
class Mutation:
    """One thing that goes wrong. `where` and `way` are numbers that choose among all places and ways that there are."""

    kind: str
    file: str
    where: int
    way: int


@dataclass(frozen=True)
class Planted:
    """A text that was put into a file for readers to see."""

    file: str
    text: str


def mutations(data: Path) -> strategies.SearchStrategy[list[Mutation]]:
    """Lists of mutations of a folder of data: mostly one, sometimes two or three."""
    numbers = strategies.integers(0, MOST)
    one = strategies.builds(
        Mutation,
        strategies.sampled_from(KINDS),
        strategies.sampled_from(files(data)),
        numbers,
        numbers,
    )
    return strategies.one_of(
        one.map(lambda each: [each]),
        one.map(lambda each: [each]),
        strategies.lists(one, min_size=2, max_size=3),
    )


@cache
def files(data: Path) -> list[str]:
    """Every file of data, below its folder."""
    return sorted(
        file.relative_to(data).as_posix()
        for file in data.rglob("*")
        if file.is_file() and file.name not in NO_DATA
    )


def apply(mutation: Mutation, data: Path) -> list[Planted] | None:
    """Spoil the data; tells what was planted, or nothing where the file is gone already or has no such place."""
    file = data / mutation.file
    if not file.is_file() or file.is_symlink():
        return None
    if change := FILE_CHANGES.get(mutation.kind):
        return [Planted(mutation.file, text) for text in change(data, file, mutation.way)]
    return _apply_to_text(mutation, file)


def _apply_to_text(mutation: Mutation, file: Path) -> list[Planted] | None:
    fits, change = TEXT_CHANGES[mutation.kind]
    try:
        text = file.read_bytes().decode("utf-8")
        chosen = [part for part in parts(text) if fits(part)]
    except (UnicodeDecodeError, yaml.YAMLError):
        return None
    if not chosen:
        return None
    spoilt = change(text, chosen[mutation.where % len(chosen)], mutation.way)
    file.write_bytes(spoilt.text.encode("utf-8", errors="surrogatepass"))
    return [Planted(mutation.file, planted) for planted in spoilt.planted]


class Copy:
    """A copy of the data that may be spoilt and made good again, which takes no longer than what was spoilt."""

    def __init__(self, good: Path, folder: Path) -> None:
        self.good, self.folder = good, folder
        shutil.copytree(good, folder)
        self.stamps = self._stamps()

    def _stamps(self) -> dict[Path, tuple[int, int, int]]:
        found = {}
        for path in self.folder.rglob("*"):
            stat = path.lstat()
            found[path] = (
                (stat.st_mode, stat.st_ino, 0)
                if path.is_dir()
                else (stat.st_mtime_ns, stat.st_ino, stat.st_size)
            )
        return found

    def make_good(self) -> None:
        """Take back every mutation."""
        now = self._stamps()
        if now == self.stamps:
            return
        strange = {path for path, stamp in now.items() if self.stamps.get(path) != stamp}
        for path in sorted(strange, reverse=True):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        for path in sorted(self.stamps):
            source = self.good / path.relative_to(self.folder)
            if source.is_dir():
                path.mkdir(exist_ok=True)
            elif not path.exists():
                shutil.copy(source, path)
        self.stamps = self._stamps()
