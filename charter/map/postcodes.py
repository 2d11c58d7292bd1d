"""Is a postcode covered? The reference for theme/assets/scripts/postcode.js, which gives the same
answers in the browser.

The index is one text file. Each line is a key, a blank and a value:

    postcodes 1           the form of the file
    source <package>      what it was made from
    . unknown             what each letter of the runs below means:
    a covered:<id>        in the area, in the district <id>
    m neighbour:<id>      outside, in a place that is told by name
    z elsewhere           outside, in the area of another council
    CT1 .3a20.a5          runs over the 4,000 possible postcodes of a postcode district: CT1 0AA,
    0AB, … 9ZZ
    AB .z5.3z8            runs over the districts 0 to 99 of a postcode area, for those that do not
    touch ours
    end <checksum>        CRC-32 of all before it, in hexadecimal

A run is a letter and how often it stands in a row, without the number where that is once; the last
run may be left out.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category, normalize

from charter.model import Area
from charter.problems import Problem, ProblemsFound

# Below docs/, so that every way of building the site copies the file as it is.
INDEX = Path("area/postcodes.txt")
FORM = "1"
UNKNOWN = "."
# The letters that the last two places of a postcode use; others are left out because they are
# easily misread.
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
RUN = re.compile(r"([a-z.])([0-9]*)")
WHOLE = re.compile(
    rf"([A-Z]{{1,2}})(0|[1-9][0-9]?|[1-9][A-HJ-NP-Z])([0-9])([{LETTERS}])([{LETTERS}])"
)
# What may stand where (L a letter, D a digit), by the length of the whole postcode.
SHAPES = {5: ["LDDLL"], 6: ["LDDDLL", "LLDDLL", "LDLDLL"], 7: ["LLDDDLL", "LLDLDLL"]}
SLIPS = {"D": str.maketrans("OIL", "011"), "L": str.maketrans("01", "OI")}
# No postcode, and no address with one, is longer: of a longer text only the end is read.
MOST = 200
# Letters by their category, and yet nothing that can be seen.
FILLERS = "\u115f\u1160"
# What an address may end in: so many of its words are a postcode. The more usual come first.
ENDS = (2, 1, 3)
# The first half of a postcode, with or without the figure after it.
HALF = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?[0-9]?")


@dataclass(frozen=True)
class Postcode:
    """A text that has the shape of a postcode. `area` is CT, `district` 1, `sector` 2 and `unit` AB
    in CT1 2AB.
    """

    area: str
    district: str
    sector: int
    unit: str

    def __str__(self) -> str:
        return f"{self.area}{self.district} {self.sector}{self.unit}"

    @property
    def slot(self) -> int:
        """Its place among the 4,000 possible postcodes of its district, from 0."""
        first, second = (LETTERS.index(letter) for letter in self.unit)
        return self.sector * 400 + first * 20 + second


@dataclass(frozen=True)
class Answer:
    """`kind` is covered, neighbour, elsewhere or unknown, or what was typed instead of a postcode:
    nothing (empty), the first half, a name, or not-a-postcode; `place` is an id, for the first two.
    """

    kind: str
    postcode: str = ""
    place: str = ""


def parse(typed: str) -> Postcode | None:
    """What somebody typed as a postcode, in any spacing and case, or an address that ends in one;
    nothing where it has not the shape of one.

    What is no letter or figure has no meaning here. O for 0, I or L for 1 (and the other way round)
    are mended where only one reading has the shape of a postcode.
    """
    words = _words(typed)
    ends = ["".join(words[-count:]) for count in ENDS if count < len(words)]
    found = _shaped("".join(words)) or next(filter(None, map(WHOLE.fullmatch, ends)), None)
    found = found or next(filter(None, map(_shaped, ends)), None)
    return Postcode(found[1], found[2], int(found[3]), found[4] + found[5]) if found else None


def _words(typed: str) -> list[str]:
    """The runs of letters and figures, in capitals."""
    text = normalize("NFKC", typed[-MOST:])
    kept = "".join(it if it not in FILLERS and _counts(it) else " " for it in text)
    return kept.upper().split()


def _counts(character: str) -> bool:
    return category(character)[0] in "LN"


def _shaped(text: str) -> re.Match[str] | None:
    if found := WHOLE.fullmatch(text):
        return found
    read = (_as_shaped(text, shape) for shape in SHAPES.get(len(text), []))
    readings = {reading: match for reading in read if (match := WHOLE.fullmatch(reading))}
    return next(iter(readings.values())) if len(readings) == 1 else None


def _mistake(typed: str) -> str:
    """What was typed instead of a postcode."""
    text = "".join(_words(typed))
    if not text:
        return "empty"
    if HALF.fullmatch(text):
        return "half"
    return "name" if text.isalpha() else "not-a-postcode"


def _as_shaped(text: str, shape: str) -> str:
    return "".join(letter.translate(SLIPS[kind]) for letter, kind in zip(text, shape, strict=True))


def look_up(index: Mapping[str, str], typed: str) -> Answer:
    """The answer for what somebody typed. `index` is what `read` gives."""
    postcode = parse(typed)
    if postcode is None:
        return Answer(_mistake(typed))
    letter = UNKNOWN
    if runs := index.get(postcode.area + postcode.district):
        letter = _at(runs, postcode.slot)
    elif (runs := index.get(postcode.area)) and postcode.district.isdigit():
        letter = _at(runs, int(postcode.district))
    kind, _, place = index[letter].partition(":")
    return Answer(kind, str(postcode), place)


def _at(runs: str, slot: int) -> str:
    """The letter that stands at a place, counted from 0."""
    for run in RUN.finditer(runs):
        slot -= int(run[2] or 1)
        if slot < 0:
            return run[1]
    return UNKNOWN


def read(file: Path, name: str) -> dict[str, str]:
    """The index in a file, called `name` in messages.

    Raises:
        ProblemsFound: the file is not there, or is not what tools/map/make_postcodes.py wrote.
    """
    damaged = "the list of postcodes is damaged"
    try:
        text = file.read_text(encoding="ascii")
    except OSError:
        raise _problem(name, 1, "the list of postcodes is missing or can't be read") from None
    except UnicodeDecodeError:
        raise _problem(name, 1, f"{damaged}: it holds strange characters") from None
    lines, first = text.splitlines(), f"postcodes {FORM}"
    if lines[:1] != [first]:
        other = f'this is not a list of postcodes: its first line should be "{first}"'
        raise _problem(name, 1, other)
    if lines[-1] != f"end {checksum(lines[:-1])}":
        wrong = f"{damaged}: the checksum in its last line does not fit"
        raise _problem(name, len(lines), wrong)
    return dict(line.split(" ", 1) for line in lines)


def checksum(lines: list[str]) -> str:
    """CRC-32 of lines, each ended by a line feed, in hexadecimal."""
    text = "".join(f"{line}\n" for line in lines)
    return f"{zlib.crc32(text.encode()):08x}"


def meanings(area: Area) -> dict[str, str]:
    """What the index says of each place of an area, by the place's official code."""
    covered = {district.code: f"covered:{district.id}" for district in area.districts}
    return covered | {neighbour.code: f"neighbour:{neighbour.id}" for neighbour in area.neighbours}


def places(index: Mapping[str, str]) -> set[str]:
    """What the index calls places, such as `covered:<id>`."""
    return {value for key, value in index.items() if len(key) == 1 and ":" in value}


def _problem(name: str, line: int, message: str) -> ProblemsFound:
    remedy = "Put back the file as it was, or run: python -m tools.map.make_postcodes"
    return ProblemsFound([Problem(name, line, "", f"{message}. {remedy}")])
