"""Facts that stand in one place, and what follows from them: whether there is an address to write
to and a name for the makers (in site.yml), whether there is a consultation, and whether there is a
recording or a film.
`charter/data/follows.py` sees to it. (Signatures: `charter/data/until_signed.py`.)"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from charter.model.fields import PRIVATE
from charter.model.records import Record

# There is an address to write to; it is named who made the website; there is a consultation, or one
# open today; there is a recording or a film.
Fact = Literal["contact", "makers", "consultation", "open consultation", "played"]
Facts = Annotated[list[Fact], Field(default_factory=list), PRIVATE]


class ByFacts(Record):
    """A record that is shown only while something is so, or isn't."""

    once: Facts
    """It is shown only once one of these is so. Leave it out to show it always."""
    until: Facts
    """It is left out by itself once one of these is so. Leave it out to show it always."""

    def fits(self, facts: set[Fact]) -> bool:
        """Whether it is shown."""
        return (not self.once or bool(facts & {*self.once})) and not facts & {*self.until}


@dataclass(frozen=True)
class Once:
    """A mark of a field: it takes the place of the field `of` once something is so. The address to
    write to goes where it says {address}, and who made the website where it says {makers}."""

    fact: Fact
    of: str
