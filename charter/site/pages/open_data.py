"""Pages for people who use our data elsewhere, or who follow what changes."""

from charter.api import export
from charter.api.changelog import news
from charter.api.feed import FEED
from charter.api.files import FILES
from charter.model import Charter
from charter.site.pages.page import Content, Here, piece


@piece
def open_data(charter: Charter, here: Here) -> Content:
    """Each file of open data with its page, its schema and its licence; how to use them, and how
    their form has changed.
    """
    files = [
        (row, FILES[row.file].page, export.licence_of(charter, row)) for row in export.rows(charter)
    ]
    return Content(folder=export.FOLDER, table=export.TABLE, files=files, feed=FEED)


@piece
def changes(charter: Charter, here: Here) -> Content:
    """What has changed, from the latest day."""
    return Content(feed=FEED, changes=news(charter))
