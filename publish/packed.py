"""Packed files: a zip, and what is one inside (Word, EPUB). Same content, same bytes."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def write(file: Path, contents: Mapping[str, bytes], day: date, stored: str = "") -> None:
    """Write contents by their paths, in their order, dated by a day. The one that is `stored` is
    not made smaller.
    """
    with ZipFile(file, "w") as packed:
        for name, content in contents.items():
            about = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            about.external_attr = 0o644 << 16
            how = ZIP_STORED if name == stored else ZIP_DEFLATED
            packed.writestr(about, content, how, compresslevel=9)
