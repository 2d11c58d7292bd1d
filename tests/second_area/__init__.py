"""A second area, as different from this one as can be: other values, outcomes and places, no map,
no postcodes, names in Welsh and Urdu.

It has every part that a site may have, as `charter new` begins each; what is in `data/` here takes
their place, file by file.
"""

import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from a11y.engines import PACKAGES
from charter.editors.new_record import STARTER
from charter.editors.start import filled_in
from charter.map.postcodes import INDEX
from tests.project import ROOT, Run, run
from tests.translated import capitals, fill, long_words, mirrored

DATA = Path(__file__).parent / "data"
# A day for every build, so that what is due stays as it is.
DAY = "1804000000"
# What in the project is about this area.
THIS_AREA = (
    "data/",
    f"docs/{INDEX}",
    "tests/search/questions.yml",
    "tests/transcripts/",
    "tests/workshop_notes.txt",
)
# The same for every area.
OF_ALL = ("README.md", "wcag.yml")
# Files that say here only what is different.
FILLED_UP = ("card.yml", "did-we.yml", "listening.yml", "not-kept.yml", "search.yml")
ARABIC = {"name": "العربية", "english": "Arabic", "right_to_left": "true"}
NO_ANSWERS = "taken: []\ncounts: []\n"


def checkout(to: Path) -> Path:
    """A checkout of the project with the second area's data in place of this one's, its pages in
    step, and its addresses promised.
    """
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if not name.startswith(THIS_AREA) and (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to / name)
    _fill(to / "data")
    fill(to / "data", "ar", mirrored, checked=True, **ARABIC)
    fill(to / "data", "de", long_words, checked=True, name="Deutsch", english="German")
    fill(to / "data", "cy", capitals, name="Cymraeg", english="Welsh")
    for command in (["charter", "sync"], ["publish"], ["publish.gates.addresses"]):
        ended = run(to, *command, day=DAY)
        assert ended.status == 0, ended.said
    (to / PACKAGES.relative_to(ROOT)).symlink_to(PACKAGES)
    return to


def _fill(data: Path) -> None:
    for folder in (STARTER, DATA):
        for file in sorted(folder.rglob("*.yml")):
            target = data / file.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            own = filled_in(file.read_text(encoding="utf-8"), "Cwm Teg")
            if file.name in FILLED_UP and target.exists():
                own = _both(own, target.read_text(encoding="utf-8"))
            target.write_text(own, encoding="utf-8")
    for name in OF_ALL:
        shutil.copy(ROOT / "data" / name, data / name)
    for begun in (data / folder for folder in ("pledges", "case-studies")):
        for file in STARTER.glob(f"{begun.name}/*.yml"):
            (begun / file.name).unlink()
    (data / "answers").mkdir()
    (data / "answers/counts.yml").write_text(NO_ANSWERS, encoding="utf-8")


def _both(own: str, other: str) -> str:
    """A file's own fields, behind those of the other file that it does not have."""
    left_out = _fields(own)
    return "".join(text for name, text in _fields(other).items() if name not in left_out) + own


def _fields(text: str) -> dict[str, str]:
    """Each field of a file as it is typed, with the notes above it."""
    found: dict[str, str] = {}
    notes, name = "", ""
    for line in text.splitlines(keepends=True):
        if line.startswith("#") or not line.strip():
            notes += line
            continue
        if line[0] != " ":
            name = line.split(":")[0]
        found[name] = found.get(name, "") + notes + line
        notes = ""
    return found


def tried(checkout: Path, files: Collection[str]) -> Run:
    """The project's own tests of these files, run in another checkout."""
    command = ["-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "--tb=short", *files]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        timeout=3600,
    )
    return Run(done.returncode, done.stdout + done.stderr)
