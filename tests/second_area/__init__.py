"""A second area, as different from this one as can be: other values, outcomes and places, no map, no postcodes, names in Welsh and Urdu.

It stands on the data that `new-area` gives any area to begin from; what is in `data/` here takes their place, file by file.
"""

import shutil
from pathlib import Path

from charter.commands import new_area
from tests.project import ROOT, run

DATA = Path(__file__).parent / "data"
# A day on which a quarter of a year is not over: what can be due, stays as it is.
DAY = "1804000000"


def checkout(to: Path) -> Path:
    """A checkout of the project with the second area's data in place of this one's, its pages in step, and its addresses promised."""
    made = run(ROOT, "charter", "new-area", str(to), "--name", "Cwm Teg", day=DAY)
    assert made.status == 0, made.said
    for folder in ("pledges", "case-studies"):
        shutil.rmtree(to / "data" / folder)
    for file in sorted(DATA.rglob("*.yml")):
        target = to / "data" / file.relative_to(DATA)
        target.parent.mkdir(exist_ok=True)
        begun = target.read_text(encoding="utf-8") if file.name in new_area.FILLED_UP else ""
        target.write_text(new_area.filled_up(file.read_text(encoding="utf-8"), begun), encoding="utf-8")
    for command in (["charter", "sync"], ["publish", "--without-pdf"], ["publish.addresses"]):
        ended = run(to, *command, day=DAY)
        assert ended.status == 0, ended.said
    return to
