"""Which file of `data/` a field of the charter is read from, and what that file may do."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

T = TypeVar("T")
# Programs add counts from year to year, so such a file may be so many times as big as others.
ROOM_FOR_PROGRAMS = 5


@dataclass(frozen=True)
class DataFile:
    """A mark beside a field of the charter. Without one, the field `open_questions` is read from
    `open-questions.yml`, which people write, and which has to be there and say something."""

    path: str = ""
    """Where it is below `data/`, where the name of the field does not say that."""
    folder: Literal["", "one record a file", "lists by topic"] = ""
    """A folder of files: each holds one record and is named after its id, or each holds a list."""
    may_be_empty: bool = False
    """A folder in which an area may have no record yet."""
    may_be_missing: bool = False
    may_hold_notes_only: bool = False
    """A file that may say nothing yet but how editors can write into it."""
    written_by: str = ""
    """The command that writes it; nothing, where people do. (JSON is YAML too.)"""

    @property
    def room(self) -> int:
        """How many times as big as a file written by hand it may be."""
        return ROOM_FOR_PROGRAMS if self.written_by else 1


ONE_RECORD_A_FILE = DataFile(folder="one record a file")
MAY_BE_EMPTY = DataFile(folder="one record a file", may_be_empty=True)
LISTS_BY_TOPIC = DataFile(folder="lists by topic")
MAY_BE_MISSING = DataFile(may_be_missing=True)

# A part that a site may be without: its file is missing, and its field is None. Nobody asks for it
# then (`needs` in docs/ says what a page needs), so programs that check types take it as given.
if TYPE_CHECKING:
    Part = Annotated[T, MAY_BE_MISSING]
else:
    Part = Annotated[T | None, MAY_BE_MISSING]
NONE: Any = None
