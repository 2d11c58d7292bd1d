"""`python -m charter translate`: keep the charter in short in other languages."""

from argparse import ArgumentParser, Namespace

from charter.data import translations
from charter.data.load import load
from charter.model import Charter
from charter.our_files import write
from charter.problems import Problem, ProblemsFound
from charter.translations.update import updated, written

HELP = "keep the charter in short in other languages"
TOLD = "{}: {} of {} passages are translated, {} are of earlier words, {} are still to translate."
NO_LANGUAGE = "no language goes by this name. Write one of: {}"


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the languages or the file for it."""
    actions = parser.add_subparsers(dest="action", required=True)
    update = actions.add_parser("update", help="put what is to be translated into each PO file")
    update.add_argument(
        "languages",
        nargs="*",
        help="the short forms of languages (if left out: all that have a file)",
    )


def run(given: Namespace) -> str:
    """Do one of these; raises ProblemsFound where anything is to be mended."""
    return _update(given)


def _update(given: Namespace) -> str:
    data = given.project / "data"
    charter = load(data)
    told = []
    for language in given.languages or _with_a_file(charter):
        if language not in {each.id for each in charter.translations}:
            said = NO_LANGUAGE.format(", ".join(each.id for each in charter.translations))
            raise ProblemsFound([Problem(language, 1, "", said)])
        before = translations.catalog(data, language)
        if isinstance(before, Problem):
            raise ProblemsFound([before])
        after = updated(charter, language, before)
        # Nothing is lost: what nobody asks for any more stays below, as obsolete.
        _, refused = write(
            {translations.file_of(data, language): written(after)}, data, lambda *_: True
        )
        if refused:
            raise ProblemsFound(refused)
        messages = [each for each in after if each.id]
        fuzzy = sum(each.fuzzy for each in messages)
        missing = sum(not each.string for each in messages)
        done = len(messages) - fuzzy - missing
        told.append(TOLD.format(language, done, len(messages), fuzzy, missing))
    return "\n".join(told) or "No language has a file yet. Say which one to begin, such as: pl"


def _with_a_file(charter: Charter) -> list[str]:
    return [each.id for each in charter.translations if each.words is not None]
