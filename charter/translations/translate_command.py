"""`python -m charter translate`: keep the charter in short in other languages."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from babel.messages.catalog import Catalog

from charter.data import translations
from charter.data.load import load
from charter.model import Charter
from charter.model.in_short import Translation
from charter.our_files import write
from charter.problems import Problem, ProblemsFound
from charter.translations import speakers_sheet
from charter.translations.take import take
from charter.translations.told import told
from charter.translations.update import updated, written

HELP = "keep the charter in short in other languages, and have people check it"
TOLD = "{}: {} of {} passages are translated, {} are of earlier words, {} are still to translate."
NO_LANGUAGE = "no language goes by this name. Write one of: {}"
NEXT = """\
Wrote {} to print, and {} to fill in.
Give one of them to somebody who speaks {}. When the Word file comes back, run:
  python -m charter translate take FILE.docx"""


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the languages or the file for it."""
    actions = parser.add_subparsers(
        dest="action", required=True, title="what to do", metavar="ACTION"
    )
    update = actions.add_parser("update", help="put what is to be translated into each PO file")
    update.add_argument(
        "languages",
        nargs="*",
        help="the short forms of languages (if left out: all that have a file)",
    )
    sheet = actions.add_parser(
        "sheet", help="write a sheet for people who speak a language: to print, and for Word"
    )
    sheet.add_argument("language", help="the short form of a language, such as pl")
    sheet.add_argument(
        "--to",
        type=Path,
        default=Path(speakers_sheet.FOLDER),
        metavar="FOLDER",
        help=f"where to write it (if left out: {speakers_sheet.FOLDER})",
    )
    back = actions.add_parser(
        "take", help="take the corrections of such a Word file that came back"
    )
    back.add_argument(
        "filled", type=Path, metavar="FILE", help="the Word file that somebody filled in"
    )


def run(given: Namespace) -> str:
    """Do one of these; raises ProblemsFound where anything is to be mended."""
    return {"update": _update, "sheet": _sheet, "take": _take}[given.action](given)


def _update(given: Namespace) -> str:
    data = given.project / "data"
    charter = load(data)
    lines = []
    for id_ in given.languages or _with_a_file(charter, data):
        language = _language(charter, id_)
        after = updated(charter, language.id, _catalog(data, language))
        # Nothing is lost: what nobody asks for any more stays below, as obsolete.
        _, refused = write(
            {translations.file_of(data, language.id): written(after)}, data, lambda *_: True
        )
        if refused:
            raise ProblemsFound(refused)
        messages = [each for each in after if each.id]
        fuzzy = sum(each.fuzzy for each in messages)
        missing = sum(not each.string for each in messages)
        done = len(messages) - fuzzy - missing
        lines.append(TOLD.format(language.id, done, len(messages), fuzzy, missing))
    return "\n".join(lines) or "No language has a file yet. Say which one to begin, such as: pl"


def _sheet(given: Namespace) -> str:
    data = given.project / "data"
    charter = load(data)
    language = _language(charter, given.language)
    catalog = _catalog(data, language)
    files = speakers_sheet.write_sheets(charter, language, catalog, given.to, given.project)
    return NEXT.format(*files, language.english)


def _take(given: Namespace) -> str:
    return told(take(given.filled, given.project / "data"))


def _language(charter: Charter, id_: str) -> Translation:
    for each in charter.translations:
        if each.id == id_:
            return each
    said = NO_LANGUAGE.format(", ".join(each.id for each in charter.translations))
    raise ProblemsFound([Problem(id_, 1, "", said)])


def _catalog(data: Path, language: Translation) -> Catalog | None:
    found = translations.catalog(data, language.id)
    if isinstance(found, Problem):
        raise ProblemsFound([found])
    return found


def _with_a_file(charter: Charter, data: Path) -> list[str]:
    return [
        each.id for each in charter.translations if translations.file_of(data, each.id).exists()
    ]
