"""Copies of the project, built: one full of made-up answers, and one without any."""

import atexit
import csv
import random
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from a11y.site import Page, serve
from charter.answers import count
from charter.model import Charter
from charter.site.check import check
from publish.files import progress_csv
from tests import project
from tests.findings import SETTINGS
from tests.made_up_answers import epoch, saved, write

PROGRESS = "progress/"


@dataclass(frozen=True)
class Built:
    """A copy of the project with made-up answers, built. `copies` are with the quarter in which
    each was counted.
    """

    folder: Path
    address: str
    charter: Charter
    copies: list[tuple[str, dict[str, Any]]]

    def page(self, path: str = PROGRESS) -> Page:
        """The page at a path."""
        return Page(path, self.folder / "site" / path / "index.html", SETTINGS)

    @property
    def pledge_pages(self) -> list[Page]:
        """The page of each pledge."""
        return [self.page(f"charter/{pledge.id}/") for pledge in self.charter.pledges_in_order]

    def read(self, address: str) -> str:
        """The text of a file of the built site."""
        return (self.folder / "site" / address).read_text(encoding="utf-8")

    def rows(self, **values: str) -> list[dict[str, str]]:
        """The rows of the open data, or those that have some values in their columns."""
        rows = csv.DictReader(self.read(str(progress_csv.FILE)).splitlines())
        return [row for row in rows if values.items() <= row.items()]


def _folder() -> Path:
    home = Path(tempfile.mkdtemp(prefix="charter-answers-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home


@cache
def empty() -> Path:
    """A copy of the project without any answers. It is not built yet."""
    home = project.copy(_folder())
    (home / "data" / count.FILE).write_text("taken: []\ncounts: []\n", encoding="utf-8")
    # Pages full of answers have places of their own, which this list can't know.
    (home / "data" / "addresses.txt").unlink(missing_ok=True)
    return home


@cache
def full() -> Built:
    """Three hundred answers in each of ten quarters, of which nine are over. Families and staff
    lean differently.
    """
    folder = shutil.copytree(empty(), _folder(), dirs_exist_ok=True)
    chance, given = random.Random(7), check(folder)
    everything: list[tuple[str, dict[str, Any]]] = []
    for number in range(10):
        quarter = f"{2027 + number // 4}-Q{number % 4 + 1}"
        copies = [
            _copy(chance, given, number, side)
            for side in ("families", "staff", "other")
            for _ in range(100)
        ]
        write(folder / "in" / quarter, copies)
        assert not count.add(folder / "data", [folder / "in" / quarter], quarter).refused
        everything += [(quarter, copy) for copy in copies]
    build(folder, epoch(2029, 5))
    return Built(
        folder, serve(folder / "site", settings=SETTINGS).address, check(folder), everything
    )


def _copy(chance: random.Random, given: Charter, number: int, side: str) -> dict[str, Any]:
    group = chance.choice([group for group in given.groups if group.side == side])
    leaning = (6, 3, 3, 1) if side == "staff" else (3 + number % 3, 3, 4, 1)
    return saved(chance, given, group.id, leaning=leaning)


def build(folder: Path, day: str) -> Page:
    """Build a copy on a day (as SOURCE_DATE_EPOCH has it); gives its progress page."""
    ended = project.run(folder, "publish", "--without-pdf", day=day)
    assert ended.status == 0, ended.said
    return Page(PROGRESS, folder / "site" / PROGRESS / "index.html")
