"""`python -m charter answers add FILES…`: count saved copies of answers into
data/answers/counts.yml.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from charter.answers.count import Added, add
from charter.clock import quarter, today
from charter.problems import ProblemsFound

HELP = 'count the answers to "Did we…?" (answers add FILES…)'
CARE = """Counts of few people can point to a person. Before you put data/answers/counts.yml in a public place,
read "Count the answers" in CONTRIBUTING.md."""


def arguments(parser: ArgumentParser) -> None:
    """It takes what to do, and the files for it."""
    actions = parser.add_subparsers(dest="action", required=True)
    adding = actions.add_parser("add", help="count saved copies; none counts twice")
    adding.add_argument(
        "files", type=Path, nargs="+", help="saved copies, or folders with saved copies in them"
    )


def run(given: Namespace) -> str:
    """Count copies and tell how many; raises ProblemsFound, after the good ones are counted, where
    any file was refused.
    """
    now = quarter(today())
    added = add(given.project / "data", given.files, now)
    told = _told(added, now)
    if added.refused:
        print(told)
        raise ProblemsFound(added.refused)
    return told


def _told(added: Added, now: str) -> str:
    occasions = ", ".join(
        f"{occasion}: {count}" for occasion, count in sorted(added.by_occasion.items())
    )
    lines = [
        f"Counted now, for {now}: {added.by_occasion.total()}"
        + (f" ({occasions})." if occasions else "."),
        f"Left out, because they were counted before: {added.before}.",
        f"Refused: {len(added.refused)}.",
        f"Copies counted in all: {added.in_all}.",
    ]
    return "\n".join([*lines, CARE] if added.in_all else lines)
