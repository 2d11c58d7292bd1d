"""Which values a text is about: those of which it says a word, whether it says that they were kept
or not.
"""

from functools import cached_property

from snowballstemmer import stemmer

from charter.comments.clean import PIECE, words
from charter.model.listening import ValueWords


class ValuesOf:
    """Tells which values cleaned texts are about.

    A word counts with its usual endings, as Snowball's rules for English cut them off: listen,
    listens, listened, listening.
    More than one word counts only as it stands: "left out".
    """

    def __init__(self, lists: list[ValueWords]) -> None:
        self._stem = stemmer("english").stemWord
        self._looked_for = {row.value: [self._stems(text) for text in row.words] for row in lists}

    def wanted(self, word: str) -> bool:
        """Whether a word, in small letters, may belong to one that is looked for."""
        return self._stem(word) in self._all

    def __call__(self, text: str) -> list[str]:
        """The ids of the values that one cleaned text is about."""
        # Gaps and signs stay, so that words on both sides of them are not taken for one wording.
        said = " ".join(self._stem(piece) for piece in ["", *PIECE.findall(text), ""])
        return [
            value
            for value, wordings in self._looked_for.items()
            if any(f" {' '.join(stems)} " in said for stems in wordings)
        ]

    def _stems(self, text: str) -> list[str]:
        return [self._stem(word) for word in words(text)]

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(
            stem for wordings in self._looked_for.values() for stems in wordings for stem in stems
        )
