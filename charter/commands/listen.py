"""`python -m charter listen`: count what comments say that people agreed to share, and show counts
only.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from charter.data.load import load
from charter.problems import Problem, ProblemsFound

HELP = (
    "count what comments say, by value and tone; needs a file of comments that people agreed to"
    " share"
)
NEEDS = "charter/comments/requirements.txt"
# The packages that only this command needs.
OPTIONAL = ("vaderSentiment", "snowballstemmer")


def arguments(parser: ArgumentParser) -> None:
    """A file, which of its columns to read, which to leave unread, and where to write the counts."""
    parser.add_argument(
        "file", type=Path, help="a CSV file with a line of headers and one comment a row"
    )
    parser.add_argument(
        "--column",
        help=(
            "the name or number of the column with the comments (if left out: the only one, or the"
            " one called comment)"
        ),
    )
    parser.add_argument(
        "--drop",
        action="append",
        default=[],
        metavar="COLUMN",
        help="the name or number of a column that is not to be read",
    )
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FILE",
        help="also write the counts to a new file that ends in .csv or .yml",
    )


def run(given: Namespace) -> str:
    """Count comments, and tell the counts with their limits; raises ProblemsFound where anything is
    to be mended.
    """
    try:
        from charter.comments import columns, csv_file, report, small_numbers
        from charter.comments.result import Listener, result
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in OPTIONAL:
            raise
        said = "the packages named here are not installed yet. Run: make listen FILE=comments.csv"
        raise ProblemsFound([Problem(NEEDS, 1, "", said)]) from None

    charter = load(given.project / "data")
    write = {".csv": report.as_csv, ".yml": report.as_yaml, ".yaml": report.as_yaml}
    if given.to:
        _refuse(given.to, list(write))
    comments = columns.comments(csv_file.read(given.file), given.column, given.drop)
    if len(comments) < small_numbers.FEWEST:
        return report.too_few()
    listener = Listener(charter.listening)
    counted = result([listener.hear(comment) for comment in comments], listener.values)
    if given.to:
        given.to.write_text(write[given.to.suffix](counted), encoding="utf-8")
    return report.table(
        counted, {value.id: value.name for value in charter.values}, charter.listening.tried
    )


def _refuse(to: Path, endings: list[str]) -> None:
    """No file is written over: it might be the only copy of the comments."""
    if to.suffix not in endings:
        raise ProblemsFound(
            [Problem(str(to), 1, "--to", f"the name must end in one of: {', '.join(endings)}")]
        )
    if to.exists():
        raise ProblemsFound(
            [Problem(str(to), 1, "--to", "there is such a file already. Choose another name")]
        )
    if not to.absolute().parent.is_dir():
        raise ProblemsFound(
            [Problem(str(to), 1, "--to", "there is no such folder. Choose one that is there")]
        )
