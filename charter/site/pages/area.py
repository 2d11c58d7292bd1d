"""The area page: map, list, and the box for postcodes."""

from charter.map import shapes
from charter.map.postcodes import INDEX
from charter.model import Charter
from charter.site.pages.page import Content, Here, piece


@piece
def area(charter: Charter, here: Here) -> Content:
    """Where the charter applies: the box that says whether a postcode is covered and the map, where
    there are any, the list, and who covers what.
    """
    drawing = shapes.draw(charter.area, charter.shapes) if charter.shapes else None
    return Content(drawing=drawing, index=here.root + INDEX.as_posix())
