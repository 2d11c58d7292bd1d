"""A second area, as different from this one as can be: other values, outcomes and places, no map,
no postcodes, names in Welsh and Urdu.

It stands on the data that `new-area` gives any area to begin from; what is in `data/` here takes
their place, file by file.
"""

import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from a11y.engines import PACKAGES
from charter.editors import new_area
from tests.project import ROOT, Run, run

DATA = Path(__file__).parent / "data"
# A day for every build, so that what is due stays as it is.
DAY = "1804000000"


def checkout(to: Path) -> Path:
    """A checkout of the project with the second area's data in place of this one's, its pages in
    step, and its addresses promised.
    """
    commands = [["charter", "sync"], ["publish"], ["publish.gates.addresses"]]
    _done(run(ROOT, "charter", "new-area", str(to), "--name", "Cwm Teg", day=DAY))
    for folder in ("pledges", "case-studies"):
        shutil.rmtree(to / "data" / folder)
    for file in sorted(DATA.rglob("*.yml")):
        target = to / "data" / file.relative_to(DATA)
        target.parent.mkdir(exist_ok=True)
        begun = target.read_text(encoding="utf-8") if file.name in new_area.FILLED_UP else ""
        target.write_text(
            new_area.filled_up(file.read_text(encoding="utf-8"), begun), encoding="utf-8"
        )
    for command in commands:
        _done(run(to, *command, day=DAY))
    (to / PACKAGES.relative_to(ROOT)).symlink_to(PACKAGES)
    return to


def _done(ended: Run) -> None:
    assert ended.status == 0, ended.said


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
