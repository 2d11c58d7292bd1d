"""The page of the workshop's notes, line by line, and the link to it."""

from dataclasses import dataclass, field

from charter.data.record_pages import TOGETHER
from charter.model import Charter, NotesLine, Pledge, Priority
from charter.model.outcome_links import helping
from charter.site.pages import search
from charter.site.pages.page import Content, Here, piece


@dataclass
class Part:
    """Lines below one heading of this site, or below a smaller one in `parts`."""

    title: str
    lines: list[NotesLine] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Where it starts: the id of its first line."""
        return self.lines[0].id if self.lines else self.parts[0].id


def titles(charter: Charter) -> dict[str, str]:
    """The title of the page, by its address; nothing, where there are no notes."""
    return {TOGETHER["notes line"]: notes.title} if (notes := charter.workshop_notes) else {}


@piece
def workshop_notes(charter: Charter, here: Here, which: str) -> Content:
    """Every line with what this site reads in it, and where it is answered."""
    notes = charter.workshop_notes
    assert notes, "no page asks for notes that are not there"
    could_help, first = _could_help(charter), _first(charter)
    lines = [line for line in notes.lines if not line.heading]
    answered = [x for x in lines if x.pledges or x.pages or x.id in could_help or x.id in first]
    return Content(
        {"title": notes.title, "description": notes.description},
        notes=notes,
        parts=_parts(notes.lines),
        names=search.names(charter, here.titles),
        listed={point.line: outcome for outcome in charter.outcomes for point in outcome.points},
        helping=could_help,
        first=first,
        lines=len(lines),
        answered=len(answered),
    )


def _could_help(charter: Charter) -> dict[str, list[Pledge]]:
    """The pledges that could help with a barrier or in a way, by its line."""
    found = (helping(charter, outcome) for outcome in charter.outcomes)
    return {line: pledges for each in found for line, pledges in each.items()}


def _first(charter: Charter) -> dict[str, list[Priority]]:
    """The priorities that a line speaks of."""
    found: dict[str, list[Priority]] = {}
    for priority in charter.priorities:
        for line in priority.lines:
            found.setdefault(line, []).append(priority)
    return found


def _parts(lines: list[NotesLine]) -> list[Part]:
    found: list[Part] = []
    for line in lines:
        if line.part or not found:
            found.append(Part(line.part or ""))
        if line.group:
            found[-1].parts.append(Part(line.group))
        (found[-1].parts or found)[-1].lines.append(line)
    return found
