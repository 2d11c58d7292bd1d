"""Charters of another shape: this one's pledges dealt to any number of values, drawn, and laid out
on paper.
"""

import datetime
import logging
from typing import Any

from charter.model import Charter
from charter.model.also import Also
from charter.model.records import Records
from charter.model.values import Value, each_with_a_look
from charter.site.pages import OFFERED, Here, Page
from publish.pdf.colours import paint
from publish.pdf.make import STYLE
from tests.project import ROOT, charter

SHEETS = ("roles", "frame", "parts", "looks", "looks-more", "paper", "also", "many")
PAPER = {"leaflet": "A4; margin: 8mm", "poster": "A3; margin: 15mm"}


def dealt(values: int, also: Also | None = None) -> Charter:
    """This charter with so many values, each with a look of its own, and the same pledges."""
    base, order = charter(), charter().pledges_in_order
    made = [
        base.values[at % len(base.values)].model_copy(
            update={"id": f"value-{at}", "name": f"Value {at}", "look": None, "also": also}
        )
        for at in range(values)
    ]
    places = [at * values // len(order) for at in range(len(order))]
    pledges = [
        pledge.model_copy(
            update={
                "id": f"value-{at}-{places[: index + 1].count(at)}",
                "value": f"value-{at}",
                "also": also,
            }
        )
        for index, (at, pledge) in enumerate(zip(places, order, strict=True))
    ]
    questions = [f"value-{at}-1" for at in range(values)]
    return base.model_copy(
        update={
            "values": each_with_a_look(Records[Value](made)),
            "pledges": Records(pledges),
            "card": base.card.model_copy(update={"questions": questions}),
        }
    )


def drawn(given: Charter, name: str) -> str:
    """What a page draws of a charter."""
    here = Here("../", "https://charter.example/", datetime.date(2026, 11, 30))
    found = OFFERED[name](given, here)
    return found.html if isinstance(found, Page) else found


def sheets(given: Charter, name: str) -> int:
    """On how many sheets a page for paper is laid out."""
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    styles = ROOT / "theme" / "assets" / "styles"
    css = "".join((styles / f"{each}.css").read_text(encoding="utf-8") for each in SHEETS)
    page = f"@media print {{ @page {{ size: {PAPER.get(name, 'A4; margin: 15mm')} }} }}"
    document: Any = weasyprint.HTML(
        string=f'<html lang="en"><style>{css}{page}</style><main>{drawn(given, name)}</main>'
    )
    paint(document.etree_element, css)
    return len(document.render(stylesheets=[weasyprint.CSS(string=STYLE)]).pages)
