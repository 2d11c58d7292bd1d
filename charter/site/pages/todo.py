"""What is still to decide, to complete or to sign, as a page to print for a meeting."""

from charter.todo import gaps as found
from charter.render.html import render
from charter.model import Charter
from charter.site.pages.page import Here

# So many lines stand below each heading: the page stays light, however old facts get and however
# many stories there are.
FEW = 20


def gaps(charter: Charter, here: Here) -> str:
    """Everything that is missing on the day of the build."""
    return render("gaps", root=here.root, today=here.today, acts=found(charter, here.today), few=FEW)
