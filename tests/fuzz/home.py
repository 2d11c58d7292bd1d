"""What is spoilt: the real data, with answers that tests made up, so that there are counts to spoil."""

import random
import shutil
from pathlib import Path

from charter.answers import count
from charter.data.load import load
from tests.made_up_answers import saved, write
from tests.project import ROOT

# Everything beside the data that pages are made of. It is only read, so it may stand elsewhere.
SHARED = ("charter", "docs", "macros.py", "mkdocs.yml", "publish", "theme")
QUARTERS = ("2026-Q2", "2026-Q3")


def good_data(folder: Path) -> Path:
    """The good data, in a new folder inside of `folder`."""
    # Without what the pledges have said so far, or each new word of theirs would be refused, and none would come to a page.
    shutil.copytree(
        ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("schema", "wordings.txt")
    )
    (folder / "docs").symlink_to(ROOT / "docs")
    charter, chance = load(folder / "data"), random.Random(1)
    (folder / "data" / count.FILE).write_text("taken: []\ncounts: []\n", encoding="utf-8")
    for quarter in QUARTERS:
        copies = [saved(chance, charter, group.id) for group in charter.groups for _ in range(4)]
        write(folder / "answers" / quarter, copies)
        assert not count.add(folder / "data", [folder / "answers" / quarter], quarter).refused
    return folder / "data"


def project(folder: Path) -> Path:
    """A project in `folder` that has everything but data."""
    made = folder / "project"
    made.mkdir()
    for part in SHARED:
        (made / part).symlink_to(ROOT / part)
    return made
