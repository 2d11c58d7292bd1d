"""What stands in `docs/` because of the data: a one-line page for each pledge, story and page that
has moved, and the list of postcodes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from charter.map.postcodes import INDEX
from charter.model import CaseStudy, Charter, Moved, Occasion, Pledge
from charter.problems import Problem

# Folder in docs/ → the macro that draws a record there.
FOLDERS = {"charter": "pledge", "case-studies": "case_study", "did-we": "checklist"}
# The macro that draws a page which has moved, at its old address.
MOVED = "moved"
REMEDY = "Run: python -m charter sync"
NO_BOX = "a list of postcodes is here, but the data have no postcode-box.yml with the words of its box. Put that file back"


@dataclass(frozen=True)
class Change:
    """A stub to write (`text`) or to remove (no text), and the problem that it mends."""

    file: Path
    text: str | None
    problem: Problem


def changes(charter: Charter, docs: Path) -> list[Change]:
    """What would bring the stubs in `docs` in step with the data. An empty list means that they
    are.
    """
    wanted = _of_records(charter, docs) | _of_moved(charter, docs)
    found = []
    for file, text in sorted(wanted.items()):
        if not file.is_file():
            found.append(Change(file, text, _problem(docs, file, f"this page is missing for a record that is in the data. {REMEDY}")))
        elif file.read_text(encoding="utf-8", errors="replace") != text:
            found.append(Change(file, text, _problem(docs, file, f"this page should hold one line: {text.strip()}. {REMEDY}")))
    for folder, macro in FOLDERS.items():
        for file in sorted((docs / folder).glob("*.md")):
            if file not in wanted and file.name != "index.md" and not _asks_for(MOVED, file):
                found.append(_stray(docs, file, macro))
    stale = [file for file in sorted(docs.rglob("*.md")) if file not in wanted and _asks_for(MOVED, file)]
    found += [_stray(docs, file, "entry in moved.yml") for file in stale]
    if charter.postcode_box is None and (docs / INDEX).exists():
        found.append(Change(docs / INDEX, None, _problem(docs, docs / INDEX, f"{NO_BOX}, or take the list away. {REMEDY}")))
    return found


def still_there(charter: Charter, docs: Path) -> list[Problem]:
    """Each page that the data say has moved, and that is in `docs` for a record or with text of its
    own all the same.
    """
    said = "this page is still there, and data/moved.yml says that it has moved to {to}. Take this page away, or that entry out"
    return [_problem(docs, file, said.format(to=entry.to)) for entry in charter.moved for file in _there(charter, docs, entry)]


def _of_records(charter: Charter, docs: Path) -> dict[Path, str]:
    records: dict[str, Sequence[Pledge | CaseStudy | Occasion]] = {
        "charter": charter.pledges,
        "case-studies": charter.case_studies,
        "did-we": charter.did_we.occasions,
    }
    return {
        docs / folder / f"{record.id}.md": f'{{{{ {macro}("{record.id}") }}}}\n'
        for folder, macro in FOLDERS.items()
        for record in records[folder]
    }


def _of_moved(charter: Charter, docs: Path) -> dict[Path, str]:
    """A page at each old address, but not where something else is in its place: nobody's words are
    ever written over.
    """
    pages = [entry for entry in charter.moved if not entry.place and not _there(charter, docs, entry)]
    return {docs / entry.files[0]: f'{{{{ {MOVED}("{entry.old}") }}}}\n' for entry in pages}


def _there(charter: Charter, docs: Path, entry: Moved) -> list[Path]:
    """The files in `docs` that a page is drawn from which is said to have moved."""
    files = [] if entry.place else [docs / file for file in entry.files]
    return [file for file in files if file.is_file() and (file in _of_records(charter, docs) or not _is_stub(file))]


def sync(charter: Charter, docs: Path) -> list[str]:
    """Write and remove stubs so that they fit the data; tells what it did, or could not do."""
    told = []
    for change in changes(charter, docs):
        name = f"{docs.name}/{change.file.relative_to(docs).as_posix()}"
        if change.text is not None:
            change.file.parent.mkdir(parents=True, exist_ok=True)
            change.file.write_text(change.text, encoding="utf-8")
            told.append(f"wrote {name}")
        elif _is_stub(change.file) or change.file == docs / INDEX:
            change.file.unlink()
            told.append(f"removed {name}")
        else:
            told.append(f"left {name} alone: it holds text of its own. Move it out of this folder")
    return told


def _stray(docs: Path, file: Path, macro: str) -> Change:
    remedy = REMEDY if _is_stub(file) else "It holds text of its own: move it out of this folder"
    return Change(file, None, _problem(docs, file, f"no {macro.replace('_', ' ')} in the data belongs to this page. {remedy}"))


def _is_stub(file: Path) -> bool:
    return _asks_for(r"\w+", file)


def _asks_for(macro: str, file: Path) -> bool:
    """Whether a page holds one line, which asks for a piece that is drawn from a record."""
    return bool(re.fullmatch(rf"\{{\{{ {macro}\(\"[a-z0-9/-]+\"\) \}}\}}\s*", file.read_text(encoding="utf-8", errors="replace")))


def _problem(docs: Path, file: Path, message: str) -> Problem:
    return Problem(f"{docs.name}/{file.relative_to(docs).as_posix()}", 1, "", message)
