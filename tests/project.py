"""The project under test, and copies of it that a test may spoil."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from charter.model import Charter
from charter.site.check import check

ROOT = Path(__file__).parent.parent
# What a checkout needs to build a site.
PARTS = ["charter", "data", "docs", "macros.py", "mkdocs.yml", "publish", "theme"]


@cache
def charter() -> Charter:
    """The charter of this checkout."""
    return check(ROOT)


@dataclass(frozen=True)
class Run:
    """How a command ended, and all that it said."""

    status: int
    said: str


def copy(to: Path) -> Path:
    """A copy of everything that a site is built from."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, to / part)
    return to


def run(project: Path, *command: str, day: str = "", typed: str = "", **settings: str) -> Run:
    """Run a Python module of a project, as an editor would from its folder; on a day, if given as
    SOURCE_DATE_EPOCH has it, and with other settings of the environment.

    What is typed is piped in. Lone surrogates in it stand for bytes that are no text.
    """
    environment = {**os.environ, **({"SOURCE_DATE_EPOCH": day} if day else {}), **settings}
    given = typed.encode("utf-8", "surrogateescape")
    how = [] if command[0] == "-c" else ["-m"]
    done = subprocess.run(
        [sys.executable, *how, *command],
        cwd=project,
        env=environment,
        input=given,
        capture_output=True,
        check=False,
        timeout=300,
    )
    return Run(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))
