"""Leaflet, card, large print and poster: pages that are made to be printed. What stands on one
sheet has more room or less by how many values and pledges there are.
"""

from math import ceil

from charter.model import Charter, Pledge, Value
from charter.render import qr
from charter.site.pages.page import Content, Here, piece

# So many values have room for large letters, and so many questions a side of the card each.
FEW, SOME = 5, 8
# So many lines, about, the leaflet has room for in its own size; so many below its drawing.
LINES, LINES_BELOW = 30, 40


def _on_paper(here: Here, sheet: str, margin: str, **context: object) -> Content:
    """A page that is made to be printed, on sheets of a size that CSS knows, with a margin."""
    code = {"path": qr.code(here.site), "side": qr.side(here.site)}
    return Content({"sheet": sheet, "margin": margin}, code=code, **context)


def _lines(charter: Charter, value: Value) -> int:
    """About how many lines a value and its pledges have on the leaflet."""
    records: list[Value | Pledge] = [value, *charter.pledges_of(value)]
    return 1 + sum(2 if record.also else 1 for record in records)


@piece
def leaflet(charter: Charter, here: Here) -> Content:
    """Half of the promises on the left, half on the right; one value alone has the whole width."""
    left: list[Value] = []
    right: list[Value] = []
    lines = {value.id: _lines(charter, value) for value in charter.values}
    for value in charter.values:
        half = 2 * sum(lines[each.id] for each in left) < sum(lines.values())
        (left if half else right).append(value)
    alone = left.pop() if len(charter.values) == 1 else None
    many = sum(lines.values()) > LINES
    drawn = sum(lines.values()) <= LINES_BELOW
    return _on_paper(here, "A4", "8mm", alone=alone, left=left, right=right, many=many, drawn=drawn)


@piece
def card(charter: Charter, here: Here) -> Content:
    """Each question has a side of the card; where there are many, some share one."""
    asked = [charter.pledges[each] for each in charter.card.questions]
    share = ceil(len(asked) / FEW)
    panels = [asked[at : at + share] for at in range(0, len(asked), share)]
    return _on_paper(here, "A4", "15mm", asked=asked, panels=panels, many=len(asked) > FEW)


@piece
def large_print(charter: Charter, here: Here) -> Content:
    """As many sheets as it needs."""
    return _on_paper(here, "A4", "15mm")


@piece
def poster(charter: Charter, here: Here) -> Content:
    """Each value in letters as large as their number lets them be."""
    many = len(charter.values) > FEW or any(value.also for value in charter.values)
    return _on_paper(here, "A3", "15mm", many=many, some=many and len(charter.values) <= SOME)
