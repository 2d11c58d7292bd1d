"""A made-up area, quite unlike the real one, that tests may spoil."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from charter.data.load import load
from charter.problems import ProblemsFound
from charter.site import docs_stubs

DATA = Path(__file__).parent / "data"
DOCS = Path(__file__).parent / "docs"


def sample(folder: Path) -> Path:
    """A fresh copy of the made-up area's data, and of its list of postcodes, in `folder`."""
    _write(_files(DATA, DOCS), folder)
    return folder / "data"


def with_pages(folder: Path) -> Path:
    """The same copy, with the pages of its records."""
    _write(_files_with_pages(), folder)
    return folder


@cache
def _files(*folders: Path) -> dict[str, bytes]:
    """What is in folders: hundreds of tests take a copy, and nobody changes what they copy."""
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()]
    return {str(file.relative_to(folders[0].parent)): file.read_bytes() for file in files}


@cache
def _files_with_pages() -> dict[str, bytes]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        docs_stubs.write(load(sample(folder)), folder / "docs")
        return _files(folder / "data", folder / "docs")


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for inside in sorted({str(Path(path).parent) for path in files}):
        (folder / inside).mkdir(parents=True)
    for path, content in files.items():
        (folder / path).write_bytes(content)


def refused(judge: Callable[[Path], object], spoilt: Path) -> str:
    """All that `load` tells of data that a test has spoilt, or `check` of a project."""
    with pytest.raises(ProblemsFound) as found:
        judge(spoilt)
    return str(found.value)


def edit(data: Path, file: str, old: str, new: str) -> None:
    """Change one place in a data file, as an editor would."""
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} does not stand in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
