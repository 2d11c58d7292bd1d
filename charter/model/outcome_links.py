"""Pledges and the outcomes that they could help with: who helps where, by which line of the notes,
and links whose line says nothing of their outcome.
"""

from collections.abc import Iterator

from charter.model import Charter, Outcome, Pledge
from charter.model.records import Loc

ELSEWHERE = '"{line}" is no line of {where}. Write one that stands there under barriers or help'


def helping(charter: Charter, outcome: Outcome) -> dict[str, list[Pledge]]:
    """The pledges that could help with an outcome, by the line that says why; under "" those whose
    link names none.
    """
    found: dict[str, list[Pledge]] = {}
    for pledge in charter.pledges_in_order:
        for link in pledge.outcomes:
            if link.outcome == outcome.id:
                found.setdefault(link.because or "", []).append(pledge)
    return found


def mistakes(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """Lines that no barrier or help of the outcome has, and lines of a priority that none has."""
    lines = {each.id: {point.line for point in each.points} for each in charter.outcomes}
    for at, pledge in enumerate(charter.pledges):
        for place, link in enumerate(pledge.outcomes):
            if link.because and link.because not in lines[link.outcome]:
                where = f"the outcome {link.outcome}"
                said = ELSEWHERE.format(line=link.because, where=where)
                yield ("pledges", at, "outcomes", place, "because"), said
    for at, priority in enumerate(charter.priorities if charter.outcomes else ()):
        for place, line in enumerate(priority.lines):
            if line not in charter.points:
                said = ELSEWHERE.format(line=line, where="an outcome")
                yield ("priorities", at, "lines", place), said
