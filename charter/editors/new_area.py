"""`python -m charter new-area PATH --name NAME`: a copy of the project for another area, with data
to begin from, that builds at once.
"""

import datetime
import re
import shutil
import subprocess
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path
from uuid import uuid4

from charter.clock import today
from charter.data.load import load
from charter.editors import sync
from charter.map.postcodes import INDEX
from charter.problems import Problem, ProblemsFound
from charter.site import docs_stubs
from charter.site.check import check

HELP = "copy the project for another area, with data to begin from"
STARTER = Path(__file__).parent / "starter"
# What in the project is about this area: its data, its postcodes, and what tests keep of them.
THIS_AREA = (
    "data/",
    f"docs/{INDEX}",
    "tests/search/questions.yml",
    "tests/transcripts/",
    "tests/workshop_notes.txt",
)
# Data that say nothing of any area, and go along as they are.
FOR_EVERY_AREA = ("README.md", "groups.yml", "offline.yml", "wcag.yml")
# In these files, what the starter does not say is the same in every area, but for the fields named
# below.
FILLED_UP = (
    "card.yml",
    "did-we.yml",
    "leaflet.yml",
    "listening.yml",
    "open-data.yml",
    "search.yml",
)
OF_THIS_AREA = {"counts_may_be_in_git"}
NO_ANSWERS = """# Written by: python -m charter answers add. Counts of answers, never a person's \
words. There are none yet.
taken: []
counts: []
"""

NEXT = """{path} holds a charter for {name} that is only a beginning. Nothing in it is agreed, and \
no story or source is real yet.
Go to that folder, then:
1. Run: make serve. Look for "Write" and "first" in data/, and write your own words there. Its \
README says which file shows up where.
2. README.md, CONTRIBUTING.md and decisions/ still speak of the area that you copied from. Change \
what you keep of them.
3. Before you publish, run: make addresses, and then: make test."""


def arguments(parser: ArgumentParser) -> None:
    """It takes the folder to write, and the area's name."""
    parser.add_argument(
        "path",
        type=Path,
        help="the new folder; it must not hold anything yet, nor lie in this project",
    )
    parser.add_argument(
        "--name", default="Our area", help='what the area is called, such as "Riverdale"'
    )


def run(given: Namespace) -> str:
    """Write the copy, and tell what to do next; raises ProblemsFound where that can't be done, and
    then writes nothing.
    """
    project, path, name = (
        given.project.resolve(),
        given.path.resolve(),
        " ".join(given.name.split()),
    )
    _refuse(project, path, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    try:
        _copy(project, beside)
        _begin(project / "data", beside / "data", name)
        charter = load(beside / "data")
        docs_stubs.write(charter, beside / "docs")
        sync.sync(beside / "data")
        check(beside)
        beside.chmod(0o755)
        beside.replace(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return NEXT.format(path=given.path, name=name)


def _refuse(project: Path, path: Path, name: str) -> None:
    said = ""
    if path.is_relative_to(project):
        said = "this lies in the project itself. Choose a folder outside it, such as ../new-charter"
    elif path.exists() and (not path.is_dir() or any(path.iterdir())):
        said = (
            "there is something here already. Choose a folder that does not exist yet, or an"
            " empty one"
        )
    elif not re.fullmatch(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f\u064b-\u0652 '’.,&()/-])*", name):
        said = (
            f'"{name}" can\'t be the name of an area. Write letters and spaces, such as --name'
            ' "Riverdale"'
        )
    if said:
        raise ProblemsFound([Problem(str(path), 1, "", said)])


def _copy(project: Path, to: Path) -> None:
    """What git keeps of the project, without what is about this area."""
    try:
        listed = (
            subprocess.run(["git", "ls-files", "-z"], cwd=project, capture_output=True, check=True)
            .stdout.decode()
            .split("\0")
        )
    except (OSError, subprocess.CalledProcessError):
        said = "only a project that git keeps can be copied. Get this one with: git clone"
        raise ProblemsFound([Problem(str(project), 1, "", said)]) from None
    for name in filter(None, listed):
        if not name.startswith(THIS_AREA) and (project / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(project / name, to / name)


def _begin(data: Path, to: Path, name: str) -> None:
    """Data to begin from: those of the starter, and those that are the same in every area."""
    shutil.copytree(STARTER, to)
    (to / "answers").mkdir()
    (to / "answers" / "counts.yml").write_text(NO_ANSWERS, encoding="utf-8")
    for file in FOR_EVERY_AREA:
        shutil.copy(data / file, to / file)
    for file in FILLED_UP:
        own = (to / file).read_text(encoding="utf-8")
        (to / file).write_text(
            filled_up(own, (data / file).read_text(encoding="utf-8")), encoding="utf-8"
        )
    words = {
        "{area}": name,
        "{today}": today().isoformat(),
        # A site may be built for a day to come, but nobody has read anything on it.
        "{month}": f"{min(today(), datetime.date.today()):%Y-%m}",
        "{feed}": str(uuid4()),
    }
    for written in to.rglob("*.yml"):
        text = written.read_text(encoding="utf-8")
        for mark, word in words.items():
            text = text.replace(mark, word)
        written.write_text(text, encoding="utf-8")


def filled_up(own: str, other: str) -> str:
    """A file's own fields, behind those of the other file that it does not have."""
    left_out = {*_fields(own), *OF_THIS_AREA}
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
