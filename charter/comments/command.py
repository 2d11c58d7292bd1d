"""`python -m charter comments prepare FILE` and `comments count A B`: two people code comments that
people agreed to share, and only counts are shown.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from charter.answers.small_numbers import Shown
from charter.data.load import load
from charter.model import Charter
from charter.problems import Problem, ProblemsFound

HELP = "code comments that people agreed to share, and count what two people agree on"
NEEDS = "locks/comments.txt"
# The packages that only this command needs.
OPTIONAL = ("nltk", "spellchecker")
LIMITS = """\
What these counts can't tell:
- They count comments, not people. One person may have written many, and most people wrote none.
- A comment counts where both of you gave it the same tone, and for a value that both of you marked.
- "hidden" could show what one person said. "together" stands behind the sum of two tones.
- Publish one count of the same comments, not two: the difference could show what one person said.
- Never publish how far you agree beside hidden counts."""


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the files for it."""
    actions = parser.add_subparsers(dest="action", required=True)
    prepare = actions.add_parser("prepare", help="make a coding sheet without personal data")
    prepare.add_argument("file", type=Path, help="a CSV file with one comment a row")
    prepare.add_argument("--column", help="the name or number of the column with the comments")
    prepare.add_argument(
        "--out", type=Path, help="the new sheet (if left out: coding-sheet.csv beside the file)"
    )
    count = actions.add_parser("count", help="say how far two sheets agree, and count")
    count.add_argument("sheets", type=Path, nargs=2, help="a sheet that one person filled in")
    count.add_argument("--out", type=Path, help="also write the counts to a new CSV file")


def run(given: Namespace) -> str:
    """Prepare a sheet, or count two; raises ProblemsFound where anything is to be mended."""
    try:
        import nltk  # noqa: F401
        import spellchecker  # noqa: F401
    except ModuleNotFoundError as missing:
        if missing.name not in OPTIONAL:
            raise
        said = f"the packages named here are not installed yet. Run: pip install -r {NEEDS}"
        raise ProblemsFound([Problem(NEEDS, 1, "", said)]) from None
    charter = load(given.project / "data")
    return _prepare(charter, given) if given.action == "prepare" else _count(charter, given)


def _prepare(charter: Charter, given: Namespace) -> str:
    from charter.comments.sheet import MARK, TONES, prepare

    out = given.out or given.file.with_name("coding-sheet.csv")
    comments, left_out = prepare(charter, given.file, given.column, out)
    lines = [f"{out}: {comments} comments, in an order by chance."]
    if left_out:
        lines.append(f"Left out, and not read: column {', '.join(map(str, left_out))}.")
    return "\n".join(
        [
            *lines,
            "… stands for what may be personal. Read the sheet through: take out what still is.",
            "Then copy it. Two people fill in a copy each, without talking about it.",
            f"Write {MARK} under each value that a comment is about; the tone is one of:"
            f" {', '.join(TONES)}.",
            "Then run: python -m charter comments count A.csv B.csv",
        ]
    )


def _count(charter: Charter, given: Namespace) -> str:
    from charter.answers.small_numbers import SMALLEST_BASE
    from charter.comments import agreement, csv_file, sheet

    first, second = (sheet.filled_in(charter, file) for file in given.sheets)
    if first.keys() != second.keys():
        said = "does not have the same comments as the other sheet. Take two copies of one sheet"
        raise ProblemsFound([Problem(str(given.sheets[1]), 1, "", said)])
    if len(first) < SMALLEST_BASE:
        return f"Fewer than {SMALLEST_BASE} comments give no result: it could show what one said."
    names = {value.id: value.name for value in charter.values}
    kappas = agreement.kappas(first, second, names)
    counts = agreement.count(first, second, names)
    rows = [[{"all": "all", **names}[key], *_row(shown)] for key, shown in counts.items()]
    header = ["about", "comments", *sheet.TONES]
    if given.out:
        csv_file.write(given.out, [header, *rows])
    return "\n".join(
        [
            "How far you agree (Cohen's kappa; 1.00 is in all, 0.00 is no more than by chance):",
            *(
                f"  {names.get(code, code):16} {_agreement(kappa)}"
                for code, kappa in kappas.items()
            ),
            "",
            "What you agree on:",
            *("  " + "".join(f"{cell:>18}" for cell in row) for row in [header, *rows]),
            "",
            LIMITS,
        ]
    )


def _agreement(kappa: float | None) -> str:
    from charter.comments.agreement import ENOUGH

    if kappa is None:
        return "you both gave all comments the same, so there is nothing to compare"
    return f"{kappa:.2f}{'' if kappa >= ENOUGH else '  talk about it first'}"


def _row(shown: Shown | None) -> list[str]:
    """Comments, and those of each tone; two that are told together stand as "11 together"."""
    if shown is None:
        return ["hidden"] * 4
    cells = [str(shown.base)]
    for joint, number in shown.counts:
        cells += [str(number)] if len(joint) == 1 else [f"{number} together"] * len(joint)
    return cells
