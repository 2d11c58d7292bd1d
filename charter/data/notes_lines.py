"""The notes of the workshop against the rest: no line missing, and every quote in them."""

from collections.abc import Iterator

from charter.model import Charter
from charter.model.records import Loc

OUT_OF_ORDER = (
    '"{given}" stands where {wanted} should. Put back the line that is missing: every line of the'
    " notes is here, in its order"
)
NO_QUOTE = (
    "these words are not in the notes (data/workshop-notes.yml). Write them just as they are there,"
    " faults and all"
)


def mistakes(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """What is wrong with the ids of the lines, and with what other records quote: where, and what
    to do."""
    notes = charter.workshop_notes
    if notes is None:
        return
    for index, line in enumerate(notes.lines):
        if line.number != index + 1:
            said = OUT_OF_ORDER.format(given=line.id, wanted=f"n{index + 1}")
            yield ("workshop_notes", "lines", index, "id"), said
            break
    for loc, words, sources in _quotes(charter):
        if notes.source in sources and " ".join(words.split()).rstrip(".") not in notes.text:
            yield (*loc, "source_words"), NO_QUOTE


def _quotes(charter: Charter) -> Iterator[tuple[Loc, str, list[str]]]:
    """Where source words stand, the words, and the sources that the record names."""
    if purpose := charter.charter.purpose:
        yield ("charter", "purpose"), purpose.source_words, purpose.sources
    for name in ("pledges", "outcomes", "priorities"):
        for index, record in enumerate(getattr(charter, name)):
            if record.source_words:
                yield (name, index), record.source_words, record.sources
