"""Every line of the workshop's notes is there, unchanged by a letter."""

from hashlib import sha256
from itertools import zip_longest

import pytest

from charter.model import NotesLine
from charter.model.workshop_notes import WorkshopNotes
from tests.project import ROOT, charter

# The id of the first line of each that the source prints on one line, and the digest of its words:
# spaces as one, without the mark of a list and without underlining. Made from the source itself.
DIGESTS = ROOT / "tests/workshop_notes.txt"


def wrong(lines: list[NotesLine]) -> list[str]:
    """The ids of the lines that the source has otherwise."""
    starts = [at for at, line in enumerate(lines) if not line.same_line]
    printed = [
        (lines[start].id, " ".join(line.words for line in lines[start:end]))
        for start, end in zip_longest(starts, starts[1:])
    ]
    ours = [f"{line} {sha256(words.encode()).hexdigest()[:16]}" for line, words in printed]
    pairs = zip_longest(ours, DIGESTS.read_text().splitlines(), fillvalue="nothing")
    return [f"{here} ({there})" for here, there in pairs if here != there]


@pytest.fixture
def notes() -> WorkshopNotes:
    """The notes of this area, where it has any."""
    found = charter().workshop_notes
    if found is None:
        pytest.skip("this area has no notes of a workshop")
    return found


def test_no_line_of_the_notes_is_missing_or_changed_by_a_letter(notes: WorkshopNotes) -> None:
    assert wrong(notes.lines) == []


@pytest.mark.parametrize("line", ["n15", "n84", "n111", "n193"])
def test_a_changed_letter_and_a_missing_line_are_named(line: str, notes: WorkshopNotes) -> None:
    lines = list(notes.lines)
    at = notes.lines.by_id[line].number - 1
    first = next(each.id for each in reversed(lines[: at + 1]) if not each.same_line)
    changed = lines[at].model_copy(update={"words": lines[at].words + "s"})
    assert [said.split()[0] for said in wrong([*lines[:at], changed, *lines[at + 1 :]])] == [first]
    assert wrong(lines[:at] + lines[at + 1 :])
