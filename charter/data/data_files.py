"""Files of `data/`: which there should be, which there are, and which nobody reads."""

import re
from difflib import get_close_matches
from pathlib import Path

from charter.model import data_files
from charter.problems import Problem
from charter.project_files import files, problem

DATA_FILES = data_files()
# Beside the records: for editors, for their programs, and for the checks of the built site.
NOT_FOR_PAGES = {"README.md", "FIELDS.md", "schema", "addresses.txt", "wordings.txt"}
# The key of `answers add`, which is not for git either.
NOT_FOR_PAGES |= {"answers/senders.key"}
# What a run that was killed while it wrote may have left; the next one writes over it.
NOT_FOR_PAGES |= {f"{file.path}.new" for file in DATA_FILES.values() if file.written_by}


def records(data: Path, name: str) -> list[Path]:
    """Files that there are for a field of the charter that has a folder, pledge-2 before
    pledge-10."""
    return sorted(files(data, DATA_FILES[name].path), key=_natural)


def unread(data: Path) -> list[Problem]:
    """A problem for every file that nobody reads: its text would be lost without a word."""
    expected = {file.path for file in DATA_FILES.values() if not file.folder}
    folders = {file.path for file in DATA_FILES.values() if file.folder}
    there = {file.relative_to(data).as_posix(): file for file in files(data)}
    expected |= {path for path in there if re.sub(r"[^/]+(?=\.yml$)", "*", path) in folders}
    problems = []
    for path, file in there.items():
        if path.endswith(".po") and path.startswith("translations/"):
            continue  # data/translations.py reads it
        if path in expected or {path, path.partition("/")[0]} & NOT_FOR_PAGES:
            continue
        near = get_close_matches(path, expected, n=1)
        remedy = f"Did you mean {near[0]}?" if near else "Take it away"
        if (meant := _meant(path)) and meant not in expected:
            remedy = f"Call it {meant}"
        problems.append(problem(file, data, f"no page reads this file. {remedy}"))
    return problems


def _meant(path: str) -> str:
    """What a file of records must be called, where its folder or its ending is another; nothing,
    where it is none.
    """
    folder, _, name = path.rpartition("/")
    folders = {file.path.split("/")[0] for file in DATA_FILES.values() if file.folder}
    near = get_close_matches(folder.split("/")[0].casefold(), folders, n=1, cutoff=0.8)
    record = re.fullmatch(r"([^.]+)\.ya?ml(\.txt)?", name, re.IGNORECASE)
    return f"{near[0]}/{record[1].casefold()}.yml" if near and record else ""


def _natural(file: Path) -> list[tuple[int, str]]:
    return [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in re.split(r"([0-9]+)", file.stem)
    ]
