"""What stands in `docs/` because of the data: a one-line page for each pledge and case study, and the list of postcodes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from charter.area.postcodes import INDEX
from charter.model import CaseStudy, Charter, Occasion, Pledge
from charter.problems import Problem

# Folder in docs/ → the macro that draws a record there.
FOLDERS = {"charter": "pledge", "case-studies": "case_study", "did-we": "checklist"}
REMEDY = "Run: python -m charter sync"
NO_BOX = "a list of postcodes is here, but the data have no postcode-box.yml with the words of its box. Put that file back"


@dataclass(frozen=True)
class Change:
    """A stub to write (`text`) or to remove (no text), and the problem that it mends."""

    file: Path
    text: str | None
    problem: Problem


def changes(charter: Charter, docs: Path) -> list[Change]:
    """What would bring the stubs in `docs` in step with the data. An empty list means that they are."""
    records: dict[str, Sequence[Pledge | CaseStudy | Occasion]] = {
        "charter": charter.pledges,
        "case-studies": charter.case_studies,
        "did-we": charter.did_we.occasions,
    }
    wanted = {
        docs / folder / f"{record.id}.md": f'{{{{ {macro}("{record.id}") }}}}\n'
        for folder, macro in FOLDERS.items()
        for record in records[folder]
    }
    found = []
    for file, text in sorted(wanted.items()):
        if not file.is_file():
            found.append(Change(file, text, _problem(docs, file, f"this page is missing for a record that is in the data. {REMEDY}")))
        elif file.read_text(encoding="utf-8", errors="replace") != text:
            found.append(Change(file, text, _problem(docs, file, f"this page should hold one line: {text.strip()}. {REMEDY}")))
    for folder, macro in FOLDERS.items():
        for file in sorted((docs / folder).glob("*.md")):
            if file not in wanted and file.name != "index.md":
                found.append(_stray(docs, file, macro))
    if charter.postcode_box is None and (docs / INDEX).exists():
        found.append(Change(docs / INDEX, None, _problem(docs, docs / INDEX, f"{NO_BOX}, or take the list away. {REMEDY}")))
    return found


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
    return bool(re.fullmatch(r"\{\{ \w+\(\"[a-z0-9-]+\"\) \}\}\s*", file.read_text(encoding="utf-8", errors="replace")))


def _problem(docs: Path, file: Path, message: str) -> Problem:
    return Problem(f"{docs.name}/{file.relative_to(docs).as_posix()}", 1, "", message)
