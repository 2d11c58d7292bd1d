"""The files of `data/`: which there should be, which there are, and what stands in them."""

import re
from difflib import get_close_matches
from pathlib import Path

from charter.data import yaml_reader
from charter.map import shapes
from charter.model import Charter

# Folders hold one record a file, named after its id. `sources` holds lists by topic, read as one
# list.
ONE_RECORD_A_FILE = ("pledges", "case_studies", "engagement", "said_did")
LISTS_BY_TOPIC = ("sources",)
FOLDERS = ONE_RECORD_A_FILE + LISTS_BY_TOPIC
# An area may have none of these yet.
MAY_BE_EMPTY = ("engagement", "said_did")
# A file that says nothing yet, and tells editors how to write into it.
MAY_HOLD_NOTES_ONLY = ("moved",)
# Files that programs write. JSON is YAML too.
FILES = {"answers": "answers/counts.yml", "evidence": "evidence.json"}
# Counts grow from year to year, so such a file may be so many times as big as one written by hand.
ROOM_FOR_PROGRAMS = 5
MAY_BE_MISSING = ("evidence", "moved", "postcode_box")
WRITTEN_BY = {"evidence.json": "make test"}
# What stands beside the records, for editors, for their programs and for the checks of the built
# site.
NOT_FOR_PAGES = {
    "README.md",
    "FIELDS.md",
    "schema",
    "addresses.txt",
    "wordings.txt",
    shapes.FILE,
}
# What a run that was killed while it wrote may have left; the next one writes over it.
NOT_FOR_PAGES |= {f"{file}.new" for file in FILES.values()}
# The names that editors' programs and file managers give to files of their own: .DS_Store,
# values.yml~
PROGRAMS_OWN = re.compile(r"^[.#]|~$")
# Read from GeoJSON, and only where the area has a map.
SHAPES = "shapes"


def found(data: Path, name: str) -> list[Path]:
    """The files that there are for a field of the charter, pledge-2 before pledge-10."""
    return sorted(data.glob(where(name)), key=_natural)


def strangers(data: Path) -> list[tuple[Path, str]]:
    """Every file that nobody reads, and what to do about it."""
    wanted = {where(name) for name in Charter.model_fields if name not in (*FOLDERS, SHAPES)}
    wanted |= {file.relative_to(data).as_posix() for name in FOLDERS for file in found(data, name)}
    told = []
    for file in sorted(data.rglob("*")):
        inside = file.relative_to(data).as_posix()
        beside = {inside, inside.partition("/")[0]} & NOT_FOR_PAGES
        if (
            inside not in wanted
            and not beside
            and not file.is_dir()
            and not PROGRAMS_OWN.search(file.name)
        ):
            near = get_close_matches(inside, wanted, n=1)
            told.append((file, f"Did you mean {near[0]}?" if near else "Take it away"))
    return told


def where(name: str) -> str:
    """Where a field of the charter stands below `data/`: `site.yml`, or `pledges/*.yml` for a
    folder.
    """
    return f"{hyphens(name)}/*.yml" if name in FOLDERS else FILES.get(name, f"{hyphens(name)}.yml")


def contents(file: Path, room: int = 1) -> bytes:
    """What stands in a file, but never much more than a file of data may hold.

    Raises:
        OSError: it can't be read, or is no file: a folder, or something that never ends.
    """
    if not file.is_file():
        raise OSError(f"{file} is no file")
    with file.open("rb") as opened:
        return opened.read(yaml_reader.LARGEST * room + 1)


def hyphens(name: str) -> str:
    """The name of a field as files have it: `case-studies` for case_studies."""
    return name.replace("_", "-")


def _natural(file: Path) -> list[tuple[int, str]]:
    return [
        (int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", file.stem)
    ]
