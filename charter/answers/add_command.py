"""`python -m charter answers`: `add` counts saved copies, `type` counts from paper sheets, and both
say what became of each.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from charter.answers import received, typed
from charter.answers.count import Added, add
from charter.clock import quarter, today
from charter.problems import ProblemsFound

HELP = (
    'count the answers to "Did we…?" (answers add FOLDER…, with a folder for each sender; answers'
    " type FILE.csv, with counts from paper)"
)
CARE = """Counts of few people can point to a person. Before you put data/answers/counts.yml in a \
public place,
read charter/answers/README.md."""


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the files for it."""
    said = "count saved copies, or counts that were typed from paper; none counts twice"
    parser.add_argument("action", choices=["add", "type"], help=said)
    said = "saved copies, or folders with saved copies in them; or one CSV file with typed counts"
    parser.add_argument("files", type=Path, nargs="+", help=said)


def run(args: Namespace) -> str:
    """Count saved copies of answers; the good ones also where others are refused."""
    now = quarter(today())
    look = typed.look_through if args.action == "type" else received.look_through
    added = add(args.project / "data", args.files, now, look)
    message = _counted(added, now)
    if added.refused:
        print(message)
        raise ProblemsFound(added.refused)
    return message


def _counted(added: Added, now: str) -> str:
    occasions = ", ".join(
        f"{occasion}: {count}" for occasion, count in sorted(added.by_occasion.items())
    )
    lines = [
        f"Counted now, for {now}: {added.by_occasion.total()}"
        + (f" ({occasions})." if occasions else "."),
        f"Left out, because they were counted before: {added.before}.",
        f"Refused: {len(added.refused)}.",
        f"Not read, because they don't look like a copy: {_names(added.no_copies)}.",
        f"Copies counted in all: {added.in_all}.",
    ]
    if added.notices:
        lines += ["Please look at:", *(f"  {notice}" for notice in added.notices)]
    return "\n".join([*lines, CARE] if added.in_all else lines)


def _names(files: list[Path]) -> str:
    """How many there are, and the first of them."""
    shown = [ascii(str(file))[1:-1] for file in files[:20]]
    more = [f"and {len(files) - 20} more"] if len(files) > 20 else []
    return f"{len(files)} ({', '.join([*shown, *more])})" if files else "0"
