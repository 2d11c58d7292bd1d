"""Leaflet, card, large print and poster: pages that are made to be printed."""

from functools import partial

from charter.model import Charter
from charter.render import qr
from charter.site.pages.page import Content, Here, offer


def _on_paper(sheet: str, charter: Charter, here: Here) -> Content:
    """A page that is made to be printed, on sheets of a size that CSS knows."""
    code = {"path": qr.code(here.site), "side": qr.side(here.site)}
    return Content({"sheet": sheet}, code=code)


for name, sheet in {"leaflet": "A4", "card": "A4", "large_print": "A4", "poster": "A3"}.items():
    offer(name, partial(_on_paper, sheet))
