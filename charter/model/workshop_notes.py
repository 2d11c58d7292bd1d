"""The notes of the workshop, line by line (`workshop-notes.yml`)."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from charter.model.fields import Text, Texts, shaped
from charter.model.records import Record, Records
from charter.model.references import PageAddress, PledgeId, SourceId
from charter.model.retired import GOES_ALONG

LineId = Annotated[str, shaped(r"n[1-9]\d*", "n12 (the letter n, and the number of the line)")]


class NotesLine(Record):
    """One line of the notes, what this site reads in it, and where the site takes it up."""

    id: LineId
    """The letter n and the number of the line: n1, n2, and so on. Records and pages name it: never
    change it."""
    words: Text
    """The line just as the source prints it, faults and all. Never change it."""
    same_line: bool = False
    """Write true where the source prints these words on one line with those before."""
    part: Text | None = None
    """This site's heading over the part of the notes that starts here."""
    group: Text | None = None
    """This site's smaller heading over the lines that start here."""
    heading: bool = False
    """Write true for a heading of the notes. It needs no answer."""
    reading: Text | None = None
    """What this site reads in it, or what isn't clear. Leave it out if all is clear."""
    pledges: list[PledgeId] = Field(default_factory=list)
    """The ids of the pledges that are made of it. Those that could help with a barrier name it
    themselves."""
    pages: Annotated[list[PageAddress], GOES_ALONG] = Field(default_factory=list)
    """The pages that answer it, such as progress/plan/. A line that no page, pledge or outcome
    answers is shown as not answered yet."""

    @property
    def number(self) -> int:
        """Its number on the page."""
        return int(self.id[1:])


class WorkshopNotes(Record):
    """The page with the notes of the workshop: its words, and every line."""

    title: Text = Field(description="The title of the page.")
    description: Text = Field(description="What search engines say of the page: a sentence or two.")
    introduction: Texts = Field(description="What stands on top: one paragraph an item.")
    shown: Text
    """What is said of the notes' own words while site.yml shows them."""
    hidden: Text
    """What is said in its place once site.yml has show_notes: false."""
    source: SourceId = Field(description="The id of the source that these lines are.")
    lines: Records[NotesLine] = Field(description="Every line, in the order of the source.")

    @cached_property
    def text(self) -> str:
        """All words of the notes, one after the other."""
        return " ".join(line.words for line in self.lines)
