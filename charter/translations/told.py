"""What is said when a sheet was taken in: all that changed, and all that is still open."""

from collections.abc import Sequence

from charter.model.fields import in_short
from charter.problems import in_one_line
from charter.translations.speakers_sheet import FIELDS
from charter.translations.take import Taken

COUNTS = "{}: {} of {} passages are right ({} corrected). Still open: {}."
OTHER_ENGLISH = "Left out, as the English has changed since: rows {}. Make a new sheet for them."
OTHER_WORDS = "Left out, as the translation has changed since: rows {}. Make a new sheet for them."
NOT_RIGHT = "Not right, or there is no translation, and nobody says what to write: rows {}."
NOTHING = "Nothing is said of rows {}."
CHECKED = 'Checked: "{}", in its own language "{}", on {}, {}. Make sure that this is no name.'
OPEN = (
    "It isn't called checked yet: for that, each row has to be marked right or corrected. The same"
    " file can be filled in further, by somebody else too, and taken again."
)
EMPTY = "It isn't called checked yet: the sheet does not say {}. Fill it in, and take it again."
NOTES = "What was written at the end: {}"
REMARKS = "The file has {} remarks at the edge. Nobody has taken them: read them in Word."
UNCHANGED = "No file has changed."
LOOK = "Look at what has changed: git diff data/translations"


def told(taken: Taken) -> str:
    """All of it, a line each."""
    corrected = len(taken.corrected) + len(taken.before)
    done, name = len(taken.done), taken.language.english
    lines = [COUNTS.format(name, done, taken.asked, corrected, taken.open)]
    for number, (before, after) in sorted(taken.corrected.items()):
        lines += [f"  row {number}: {_said(before)}", f"       now: {_said(after)}"]
    for said, numbers in (
        (OTHER_ENGLISH, taken.other_english),
        (OTHER_WORDS, taken.other_words),
        (NOT_RIGHT, taken.not_right),
        (NOTHING, taken.empty),
    ):
        lines += [said.format(_listed(numbers))] if numbers else []
    lines.append(_state(taken))
    lines += [NOTES.format(in_one_line(taken.notes))] if taken.notes else []
    lines += [REMARKS.format(taken.remarks)] if taken.remarks else []
    return "\n".join([*lines, LOOK if taken.wrote else UNCHANGED])


def _state(taken: Taken) -> str:
    if taken.open:
        return OPEN
    if taken.empty_fields:
        label = FIELDS[taken.empty_fields[0]].format(taken.language.english)
        return EMPTY.format(f'"{label}"')
    by, said, date, version = (in_one_line(str(each)) for each in taken.checked.values())
    return CHECKED.format(by, said, date, version)


def _said(text: str) -> str:
    return f'"{in_one_line(in_short(text))}"' if text else "(nothing)"


def _listed(numbers: Sequence[int]) -> str:
    """Numbers in their order; those that follow one another as 3 to 9."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
