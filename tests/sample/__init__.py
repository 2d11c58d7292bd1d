"""A made-up area, quite unlike the real one, that tests may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charter.data.load import load
from charter.problems import ProblemsFound
from charter.site import docs_stubs

DATA = Path(__file__).parent / "data"
DOCS = Path(__file__).parent / "docs"


def sample(folder: Path) -> Path:
    """A fresh copy of the made-up area's data, and of its list of postcodes, in `folder`."""
    shutil.copytree(DATA, folder / "data")
    shutil.copytree(DOCS, folder / "docs")
    return folder / "data"


def with_pages(folder: Path) -> Path:
    """The same copy, with the pages of its records."""
    docs_stubs.write(load(sample(folder)), folder / "docs")
    return folder


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
