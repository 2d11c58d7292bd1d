"""A made-up area in two made-up languages: one runs from right to left, one has long words. And
somebody who fills in a sheet in Word, as another program than ours writes it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import yaml
from babel.messages.catalog import Catalog, Message

from charter.__main__ import main
from charter.data import translations
from charter.data.load import load
from tests.project import ROOT
from tests.sample import sample
from tests.translated import fill, long_words, mirrored

NAMES: dict[str, dict[str, Any]] = {
    "ar": {"name": "العربية", "english": "Arabic", "right_to_left": True},
    "de": {"name": "Deutsch", "english": "German"},
    "cy": {"name": "Cymraeg", "english": "Welsh"},
}
WHO = {"by": "parent who speaks German", "said": "Elternteil, spricht Deutsch", "day": "2026-01-31"}
NOTE = "# Who looks after these words: the parents' group.\n"


SPOKEN = {"ar": mirrored, "de": long_words}


def area(folder: Path) -> Path:
    """A copy of the made-up area with two languages translated, and a third without a file."""
    data = sample(folder)
    for path, content in _languages().items():
        (data / path).parent.mkdir(exist_ok=True)
        (data / path).write_bytes(content)
    return data


@cache
def _languages() -> dict[str, bytes]:
    """The files that the made-up area has more."""
    with TemporaryDirectory() as name:
        data = sample(Path(name))
        _write_words_around(data)
        folder = data / translations.FOLDER
        for file in folder.iterdir():
            file.unlink()
        for id_, fields in NAMES.items():
            text = yaml.safe_dump({"id": id_, **fields}, allow_unicode=True, sort_keys=False)
            (folder / f"{id_}.yml").write_text(NOTE + text, encoding="utf-8")
        for id_, say in SPOKEN.items():
            fill(data, id_, say)
        load(data)
        new = [data / "in-short.yml", *folder.iterdir()]
        return {file.relative_to(data).as_posix(): file.read_bytes() for file in new}


def _write_words_around(data: Path) -> None:
    """The words around the pledges, with sources and links that this area has."""
    words = yaml.safe_load((ROOT / "data" / "in-short.yml").read_text(encoding="utf-8"))
    text = yaml.safe_dump(_here(words), allow_unicode=True, sort_keys=False)
    (data / "in-short.yml").write_text(text, encoding="utf-8")


def _here(value: Any, name: str = "") -> Any:
    if name in ("sources", "page"):
        return {"sources": ["meeting"], "page": "charter/"}[name]
    if isinstance(value, dict):
        return {each: _here(inside, each) for each, inside in value.items()}
    return [_here(each) for each in value] if isinstance(value, list) else value


def about(data: Path, language: str = "de") -> str:
    """The file that says what a language is, and who has checked it."""
    return (data / translations.FOLDER / f"{language}.yml").read_text(encoding="utf-8")


def catalog(data: Path, language: str) -> Catalog:
    """The PO file of a language."""
    found = translations.catalog(data, language)
    assert isinstance(found, Catalog)
    return found


def message(data: Path, language: str, english: str) -> Message:
    """What a PO file has for some English words."""
    (found,) = [each for each in catalog(data, language) if each.id == english]
    return found


def translation(data: Path, language: str, english: str) -> str:
    """What a language says for some English words."""
    return str(message(data, language, english).string)


def write_sheet(data: Path, language: str = "de") -> Path:
    """A sheet of a language, as the command writes it: its Word file."""
    to = data.parent.parent / f"{data.parent.name}-sheets"
    given = ["translate", "--project", str(data.parent), "sheet", language, "--to", str(to)]
    assert main(given) == 0
    return to / f"{language}.docx"


def take(file: Path, data: Path) -> int:
    """Take a sheet in, as the command does; how that ended."""
    return main(["translate", "--project", str(data.parent), "take", str(file)])


def rows(document: Any) -> dict[str, Any]:
    """Each row with a number, by the English in it."""
    found = [row for table in document.tables for row in table.rows if len(row.cells) == 5]
    return {row.cells[1].paragraphs[0].text: row for row in found if row.cells[0].text[0].isdigit()}


def fill_in(
    file: Path,
    instead: Mapping[str, str] | None = None,
    who: Mapping[str, str] = WHO,
    right: str = "yes",
) -> Any:
    """A sheet in which somebody has said of each row that it is right, or what to write instead; as
    python-docx holds it."""
    document = docx.Document(str(file))
    instead = instead or {}
    for english, row in rows(document).items():
        if english in instead:
            row.cells[4].text = instead[english]
        elif right:
            row.cells[3].paragraphs[0].add_run(right)
    for table in document.tables:
        for row in table.rows:
            name = row.cells[0].text.rpartition("-")[2]
            if len(row.cells) == 2 and name in who:
                row.cells[1].text = who[name]
    return document


def saved(document: Any, folder: Path, name: str = "filled.docx") -> Path:
    """A sheet that came back, as a file."""
    document.save(str(folder / name))
    return folder / name


def filled(data: Path, instead: Mapping[str, str] | None = None, **how: Any) -> Path:
    """A new sheet that was filled in, as a file."""
    return saved(fill_in(write_sheet(data), instead, **how), data.parent)


@cache
def filled_sheet() -> bytes:
    """A sheet of the made-up area with a correction, as a file holds it."""
    with TemporaryDirectory() as name:
        return filled(area(Path(name) / "area"), {"Stop": "Anhalten"}).read_bytes()
