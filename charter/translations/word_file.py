"""Read the tables of a Word file that anybody may have made: as text, and with nothing of it run,
fetched or believed.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from lzma import LZMAError
from pathlib import Path
from posixpath import normpath
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from charter.problems import Problem, ProblemsFound

# Bytes of the file, and of one part of it when unpacked. A whole sheet has 0.02 and 0.4 million.
LARGEST, LARGEST_PART = 20_000_000, 10_000_000
MOST_ROWS = 5_000
# How a file begins that is packed, and one of Word's old kind or with a password.
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SAVE = 'Save it as a Word file (its name ends in ".docx"), and take that'
NOT_READ = "there is no such file, or it can't be read"
TOO_BIG = f"this file is far too big for a sheet. Copy its tables into a new file. {SAVE}"
NO_WORD = f"this is no Word file of today. {SAVE}"
OLD_WORD = f"this is an old Word file, or it has a password. Take the password away. {SAVE}"
MACROS = f"this file may have programs in it (macros). {SAVE}"
BROKEN = "this Word file is damaged. Open it, and save it again as a Word file"
ODD = "this Word file has parts that no program for writing makes. Ask for another copy"
# What the part with the text says of itself.
MAIN = "wordprocessingml.document.main+xml"
# What unpacking may raise where a file is damaged, or made to do harm.
DAMAGE = (
    BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError, NotImplementedError,
    struct.error, OverflowError, KeyError,
)  # fmt: skip
PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
# A text that was taken out while changes were tracked, and the second writing of a drawing.
GONE = ("del", "moveFrom", "Fallback")
READ = " or ".join(f"local-name()='{name}'" for name in ("t", "tab", "br", "cr", "p", "sym"))
TEXTS = f".//*[({READ} or local-name()='noBreakHyphen')]" + "".join(
    f"[not(ancestor::*[local-name()='{name}'])]" for name in GONE
)
# Letters of the fonts of pictures, as Word for Windows makes boxes and ticks with them.
SIGNS = {"FC": "✓", "FE": "☑", "FD": "☒", "FB": "✗", "A8": "☐", "6F": "☐", "78": "☒"}
UNKNOWN_SIGN = "\ufffd"
# Cells that were joined with those beside or above them.
JOINED = ".//*[local-name()='tcPr']/*[local-name()='gridSpan' or local-name()='vMerge']"


@dataclass(frozen=True)
class TableRow:
    """The text of each cell; and whether cells were joined, so that nobody can tell which is
    which."""

    cells: list[str]
    joined: bool


@dataclass(frozen=True)
class Tables:
    """All rows of all tables in their order, and how many remarks stand at the edge."""

    rows: list[TableRow]
    remarks: int


def read(file: Path) -> Tables:
    """The tables of a Word file.

    Raises:
        ProblemsFound: it is none, or what it holds is no business of a sheet.
    """
    try:
        return _read(file)
    except _NotReadError as why:
        raise ProblemsFound([Problem(str(file), 1, "", str(why))]) from None


class _NotReadError(Exception):
    """Why a file can't be read."""


def _read(file: Path) -> Tables:
    try:
        if not file.is_file():
            raise _NotReadError(NOT_READ)
        with file.open("rb") as opened:
            start = opened.read(len(ZIP))
        size = file.stat().st_size
    except OSError:
        raise _NotReadError(NOT_READ) from None
    if not start.startswith(ZIP):
        raise _NotReadError(OLD_WORD if start.startswith(OLD) else NO_WORD)
    if size > LARGEST:
        raise _NotReadError(TOO_BIG)
    try:
        with ZipFile(file) as packed:
            return _tables(packed)
    except DAMAGE:
        raise _NotReadError(BROKEN) from None
    except RuntimeError:  # a password on the zip itself
        raise _NotReadError(OLD_WORD) from None


def _tables(packed: ZipFile) -> Tables:
    names = set(packed.namelist())
    kinds = _part(packed, "[Content_Types].xml") if "[Content_Types].xml" in names else None
    if kinds is None:
        raise _NotReadError(NO_WORD)
    told = [(each.get("PartName", ""), each.get("ContentType", "")) for each in kinds.iter("{*}*")]
    if any("macro" in kind.lower() or "vba" in kind.lower() for _, kind in told):
        raise _NotReadError(MACROS)
    main = next((part.lstrip("/") for part, kind in told if kind.endswith(MAIN)), None)
    if main is None or main not in names:
        raise _NotReadError(NO_WORD)
    tree = _part(packed, main)
    remarks = normpath(f"{main}/../comments.xml")
    found = list(_part(packed, remarks).iterfind("{*}comment")) if remarks in names else []
    rows = list(islice(_rows(tree), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise _NotReadError(TOO_BIG)
    return Tables(rows, len(found))


def _part(packed: ZipFile, name: str) -> Any:
    """A part of the file as a tree. What says less of its own size than it has is cut off."""
    if packed.getinfo(name).file_size > LARGEST_PART:
        raise _NotReadError(TOO_BIG)
    with packed.open(name) as part:
        content = part.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise _NotReadError(TOO_BIG)
    try:
        tree = etree.fromstring(content, etree.XMLParser(**PARSER))
    except etree.XMLSyntaxError:
        raise _NotReadError(BROKEN) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise _NotReadError(ODD)
    return tree


def _rows(tree: Any) -> Iterator[TableRow]:
    for row in tree.iter("{*}tr"):
        gone = row.xpath("./*[local-name()='trPr']/*[local-name()='del']")
        if gone or _inside(row, "tc") is not None:  # a table within a cell is a part of its text
            continue
        cells = [each for each in row.iter("{*}tc") if _inside(each, "tr") is row]
        joined = any(each.get(_val(each), "") != "1" for each in row.xpath(JOINED))
        yield TableRow([_text(each) for each in cells], joined)


def _val(element: Any) -> str:
    return f"{{{etree.QName(element).namespace}}}val"


def _inside(element: Any, name: str) -> Any:
    """The nearest element of a name around another."""
    return next(element.iterancestors(f"{{*}}{name}"), None)


def _text(cell: Any) -> str:
    said = []
    for each in cell.xpath(TEXTS):
        name = etree.QName(each).localname
        if name == "t":
            said.append(each.text or "")
        elif name == "sym":
            char = next((value for key, value in each.items() if key.endswith("char")), "")
            said.append(SIGNS.get(char.upper()[-2:], UNKNOWN_SIGN))
        else:
            said.append("-" if name == "noBreakHyphen" else " ")
    return "".join(said)
