"""What is spoilt: the real data, with answers that tests made up, so that there are counts to spoil."""

import random
import shutil
from pathlib import Path

from charter.evidence import answers
from charter.load import load
from tests.made_up_answers import saved, write
from tests.project import ROOT

# Everything beside the data that pages are made of. It is only read, so it may stand elsewhere.
SHARED = ("charter", "docs", "macros.py", "mkdocs.yml", "publish", "theme")
QUARTERS = ("2024-Q1", "2024-Q2")


def home(folder: Path) -> Path:
    """The good data, in `folder`, and beside them a project `p` that has everything but data. Returns the folder of the good data."""
    good = folder / "data"
    shutil.copytree(ROOT / "data", good)
    shutil.copytree(ROOT / "docs", folder / "docs")
    charter, chance = load(good), random.Random(1)
    (good / answers.FILE).write_text("taken: []\ncounts: []\n", encoding="utf-8")
    for quarter in QUARTERS:
        copies = [saved(chance, charter, group.id) for group in charter.groups for _ in range(4)]
        write(folder / "answers" / quarter, copies)
        assert not answers.add(good, [folder / "answers" / quarter], quarter).refused
    project = folder / "p"
    project.mkdir()
    for part in SHARED:
        (project / part).symlink_to(ROOT / part)
    return good
