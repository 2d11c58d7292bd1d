"""Have your say, while there is no address to write to and once there is one, and the sheet."""

from charter.model import Charter
from charter.model.have_your_say import PAGE, Now
from charter.site.pages.page import Content, Here, piece


def now(charter: Charter) -> Now:
    """What is said today."""
    words = charter.have_your_say
    return words.open if charter.takes_comments else words.closed


def titles(charter: Charter) -> dict[str, str]:
    """The title of the page whose title the data choose, by its address; nothing, where there is
    no such page."""
    return {PAGE: now(charter).title} if charter.have_your_say else {}


@piece
def have_your_say(charter: Charter, here: Here) -> Content:
    """The page, with a title that says whether it is open."""
    said = now(charter)
    return Content({"title": said.title, "description": said.description}, now=said)


@piece
def answer_sheet(charter: Charter, here: Here) -> Content:
    """A sheet with the questions, to print."""
    words = charter.have_your_say.sheet
    head: dict[str, object] = {"description": words.description, "sheet": "A4"}
    return Content({"title": words.title, **head}, now=now(charter))


@piece
def comments_privacy(charter: Charter, here: Here) -> Content:
    """What happens to what people send."""
    return Content(now=charter.have_your_say and now(charter))
