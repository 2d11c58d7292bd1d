"""What is still to decide, to complete or to sign, as a page to print for a meeting."""

from charter.model import Charter
from charter.site.pages.page import Content, Here, piece
from charter.todo import gaps as found

# So many lines stand below each heading: the page stays light, however old facts get and however
# many stories there are.
FEW = 20


@piece
def gaps(charter: Charter, here: Here) -> Content:
    """Everything that is missing on the day of the build."""
    return Content(acts=found(charter, here.today), few=FEW)
