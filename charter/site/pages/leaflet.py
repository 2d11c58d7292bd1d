"""Leaflet, card, large print and poster: pages that are made to be printed."""

from functools import partial

from charter.model import Charter
from charter.render import qr
from charter.site.pages.page import Content, Here, offer


def _on_paper(sheet: str, margin: str, charter: Charter, here: Here) -> Content:
    """A page that is made to be printed, on sheets of a size that CSS knows, with a margin."""
    code = {"path": qr.code(here.site), "side": qr.side(here.site)}
    return Content({"sheet": sheet, "margin": margin}, code=code)


for name, sheet, margin in (
    ("leaflet", "A4", "8mm"),
    ("card", "A4", "15mm"),
    ("large_print", "A4", "15mm"),
    ("poster", "A3", "15mm"),
):
    offer(name, partial(_on_paper, sheet, margin))
