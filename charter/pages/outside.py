"""Pages for people who use our data elsewhere, or who follow what changes."""

from charter.changes import news
from charter.html import render
from charter.model import Charter
from charter.open_data import export
from charter.open_data.feed import FEED
from charter.open_data.fill import FILES
from charter.pages.here import Here


def open_data(charter: Charter, here: Here) -> str:
    """Each file of open data with its page, its schema and its licence; how to use them, and how their form has changed."""
    files = [(row, FILES[row.file].page, export.licence_of(charter, row)) for row in charter.open_data.files]
    return render(
        "open-data", charter=charter, root=here.root, site=here.site, folder=export.FOLDER, table=export.TABLE, files=files, feed=FEED
    )


def changes(charter: Charter, here: Here) -> str:
    """What has changed, from the latest day."""
    return render("changes", charter=charter, root=here.root, feed=FEED, changes=news(charter))
