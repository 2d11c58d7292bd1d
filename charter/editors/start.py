"""`python -m charter start PATH --name NAME`: a small project for another area. Its data are three
files to begin from, and it builds at once.
"""

import datetime
import re
import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path
from uuid import uuid4

from charter.clock import today
from charter.data.load import load
from charter.editors import sync
from charter.map.postcodes import INDEX
from charter.our_folders import listed_paths
from charter.problems import Problem, ProblemsFound
from charter.site import docs_stubs
from charter.site.check import check

HELP = "begin a small project for another area, with three files of data"
START = Path(__file__).parent / "start"
# What goes along as it is. Nothing in it is about one area.
PARTS = (
    "charter",
    "docs",
    "publish",
    "theme",
    "tools/__init__.py",
    "tools/system_packages.py",
    "locks/pdf.txt",
    "macros.py",
    "mkdocs.yml",
    "requirements.txt",
    "LICENSE",
    ".gitattributes",
    ".gitignore",
)
NOT_ALONG = (INDEX.name, "__pycache__", "README.md", ".gitignore")

NEXT = """{path} holds a charter for {name} that is only a beginning. Nothing in it is agreed.
Go to that folder. Its README says what to write into the three files in data/."""


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
    """Write the project, and tell what to do next; raises ProblemsFound where that can't be done,
    and then writes nothing.
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
        shutil.copytree(START, beside, dirs_exist_ok=True)
        for file in (file for file in START.rglob("*.*") if file.is_file()):
            text = filled_in(file.read_text(encoding="utf-8"), name)
            (beside / file.relative_to(START)).write_text(text, encoding="utf-8")
        docs_stubs.write(load(beside / "data"), beside / "docs")
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
    """What every area has in common, without pages that the build writes."""
    for part in PARTS:
        source, target = project / part, to / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns(*NOT_ALONG))
        else:
            shutil.copy(source, target)
    for page in listed_paths(project / "docs"):
        (to / "docs" / page).unlink(missing_ok=True)


def filled_in(text: str, name: str) -> str:
    """A file to begin from, with the area's name and days in it."""
    words = {
        "{area}": name,
        "{today}": today().isoformat(),
        # A site may be built for a day to come, but nobody has read anything on it.
        "{month}": f"{min(today(), datetime.date.today()):%Y-%m}",
        "{feed}": str(uuid4()),
    }
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text
