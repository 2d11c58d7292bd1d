"""How a result is told: as a table to read, with its limits, or as a file of counts."""

import csv
import io

import yaml

from charter.comments.result import Result
from charter.comments.small_numbers import FEWEST, SMALL
from charter.comments.tone import TONES
from charter.model.listening import Tried
from charter.render.html import month

HIDDEN = "hidden"
LIMITS = (
    (
        "Use only comments whose writers agreed to this use, know what it is for, and can take"
        " their comment back."
    ),
    (
        "A machine guesses the tone. It takes irony at its word, and British understatement too:"
        ' "not bad", "could be worse".'
    ),
    (
        'A comment counts as mixed where it turns ("but"), and also where the machine finds no tone'
        " in it."
    ),
    (
        "A comment is about a value where it says one of that value's words. It may be about more"
        " than one, or none."
    ),
    "These are comments, not people. One person may have written many, and most people wrote none.",
    (
        f'"{HIDDEN}" is a count below {SMALL}, or one that would give another away. A row\'s tones'
        " are shown all together or not at all."
    ),
    (
        "Publish one count of the same comments, not two: the difference could show what one person"
        " said."
    ),
)


def table(result: Result, names: dict[str, str], tried: Tried | None) -> str:
    """The counts and their limits, to read.

    Args:
        result: what may be shown.
        names: the name of each value, by its id.
        tried: how well the machine did on comments with labels, if that is known.
    """
    wide = max(map(len, [*names.values(), *TONES]))
    lines = [f"Counted: {result.comments} comments.", "", "Their tone, as a machine guesses it:"]
    lines += [f"  {tone:{wide}} {_count(result.tones[tone]):>9}" for tone in TONES]
    lines += [
        "",
        "What they are about:",
        f"  {'':{wide}} {'comments':>9}" + "".join(f"{tone:>10}" for tone in TONES),
    ]
    for value, row in result.values.items():
        tones = "".join(f"{_count(row.tones[tone]):>10}" for tone in TONES)
        lines.append(f"  {names[value]:{wide}} {_count(row.comments):>9}{tones}")
    return "\n".join(
        [
            *lines,
            "",
            "What these figures can't tell:",
            *(f"- {limit}" for limit in [*LIMITS, _tried(tried)]),
        ]
    )


def too_few() -> str:
    """What is told in place of a result on very few comments."""
    return (
        f"There are fewer than {FEWEST} comments, so there is no result: it could show what one"
        " person said."
    )


def as_yaml(result: Result) -> str:
    """The counts as YAML; null is hidden."""
    values = {
        value: {"comments": row.comments, **row.tones} for value, row in result.values.items()
    }
    return yaml.safe_dump(
        {"comments": result.comments, "tones": result.tones, "values": values}, sort_keys=False
    )


def as_csv(result: Result) -> str:
    """The counts as CSV, one row for all comments and one for each value; an empty cell is hidden."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(["about", "comments", *TONES])
    rows.writerow(["all", result.comments, *(result.tones[tone] for tone in TONES)])
    rows.writerows(
        [value, row.comments, *(row.tones[tone] for tone in TONES)]
        for value, row in result.values.items()
    )
    return written.getvalue()


def _count(count: int | None) -> str:
    return HIDDEN if count is None else str(count)


def _tried(tried: Tried | None) -> str:
    if tried is None:
        return (
            "Nobody has measured how often this machine is right with your words. Take its figures"
            " as a first hint at most."
        )
    values, more = tried.values, tried.values_found - tried.values.right
    return (
        f"On {tried.comments} made-up comments it got {tried.right} tones right"
        f" ({month(tried.checked)}, see decisions/0013-listening.md). It found {values.right} of"
        f" {values.labelled} values, and {more} more that were not there."
    )
