"""Packed files: a zip, and what is one inside (Word, EPUB). Same content, same bytes."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

# An EPUB starts with this, as it is, so that programs know it by its first bytes.
FIRST = "mimetype"


def write(file: Path, contents: Mapping[str, bytes], day: date) -> None:
    """Write contents by their paths, in their order, dated by a day."""
    file.write_bytes(together(contents, day))


def together(contents: Mapping[str, bytes], day: date) -> bytes:
    """The bytes of such a file."""
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        for name, content in contents.items():
            about = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            about.external_attr = 0o644 << 16
            how = ZIP_STORED if name == FIRST else ZIP_DEFLATED
            packed.writestr(about, content, how, compresslevel=9)
    return made.getvalue()


def filled(folder: Path, context: Mapping[str, object]) -> dict[str, bytes]:
    """What is in a folder of templates, filled in and escaped, by their paths."""
    return {path: template.render(context).encode() for path, template in _templates(folder)}


@cache
def _templates(folder: Path) -> list[tuple[str, Template]]:
    loader = FileSystemLoader(folder)
    inside = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    paths = sorted(loader.list_templates(), key=lambda path: (path != FIRST, path))
    return [(path, inside.get_template(path)) for path in paths]
