"""Three real charters as data, in this project's words and with their sources: Stockport's seven
values, Tameside's five pieces of work, and the five values of co-production in Wales, in two
languages. Each is as few files as it needs; all else of a site is left out.
"""

import shutil
from pathlib import Path

from tests import project

HERE = Path(__file__).parent
NAMES = sorted(folder.name for folder in HERE.iterdir() if (folder / "site.yml").is_file())
# A day for every build, so that what is due stays as it is.
DAY = "1796000000"


def checkout(name: str, to: Path) -> Path:
    """A copy of the project with an area's data in place of this one's, its pages in step."""
    copied = project.copy(to)
    shutil.rmtree(copied / "data")
    for file in (copied / "docs").rglob("*.txt"):  # made for this area's map
        file.unlink()
    shutil.copytree(HERE / name, copied / "data")
    synced = project.run(copied, "charter", "sync", day=DAY)
    assert synced.status == 0, synced.said
    return copied
