"""What may reach a counter: words that a counter looks for, and nothing else.

Taking out what is personal can miss something. So it is turned round: a word gets through only if
it is on a list of
words to count. Everything else becomes a gap, and so does a listed word that may be a name.
"""

import re
from collections.abc import Callable

from charter.comments import person_names
from charter.comments.personal_data import plain, without

GAP = "…"
ENDS = ".!?\n"
PIECE = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\n|[^\w\s]")


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [piece.lower() for piece in PIECE.findall(plain(text)) if piece[0].isalpha()]


def clean(text: str, wanted: Callable[[str], bool]) -> str:
    """A text in which each word that is not wanted, or may be a name, is a gap.

    Args:
        text: a comment, just as it was written.
        wanted: whether a counter looks for a word (in small letters) or an emoji.
    """
    pieces = PIECE.findall(without(text, GAP))
    places = [place for place, piece in enumerate(pieces) if piece[0].isalpha()]
    starts = {
        number for number, place in enumerate(places) if place == 0 or pieces[place - 1] in ENDS
    }
    taken = {
        places[number] for number in person_names.names([pieces[place] for place in places], starts)
    }
    kept = " ".join(
        GAP if place in taken else _kept(piece, wanted) for place, piece in enumerate(pieces)
    )
    return re.sub(r"\s+([.!?])", r"\1", " ".join(kept.split()))


def _kept(piece: str, wanted: Callable[[str], bool]) -> str:
    """A piece as it may go on: itself, a gap in place of a word, or nothing in place of a sign."""
    small = piece.lower()
    if wanted(small) or piece in ".!?":
        return small
    if piece == "\n":
        return "."
    return GAP if piece[0].isalpha() or piece == GAP else ""
