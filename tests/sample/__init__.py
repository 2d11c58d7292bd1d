"""A made-up area, quite unlike the real one, that tests may spoil."""

import shutil
from pathlib import Path

DATA = Path(__file__).parent / "data"
DOCS = Path(__file__).parent / "docs"


def sample(folder: Path) -> Path:
    """A fresh copy of the made-up area's data, and of its list of postcodes, in `folder`."""
    shutil.copytree(DATA, folder / "data")
    shutil.copytree(DOCS, folder / "docs")
    return folder / "data"


def edit(data: Path, file: str, old: str, new: str) -> None:
    """Change one place in a data file, as an editor would."""
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} does not stand in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
