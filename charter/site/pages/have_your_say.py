"""Have your say, while there is no address to write to and once there is one, and the sheet."""

from charter.clock import today
from charter.model import Charter
from charter.model.consultations import State
from charter.model.have_your_say import PAGE, Now
from charter.site.pages.page import Content, Here, piece

STATES: tuple[State, ...] = ("open", "closed", "announced", "answered")


def now(charter: Charter) -> Now:
    """What is said today, which a consultation changes by its days."""
    words, day = charter.have_your_say, today()
    if charter.takes_comments:
        return words.open
    if charter.consulting(day):
        return words.open.model_copy(update={"privacy": []})
    states = {each.state(day) for each in charter.consultations}
    if not states:
        return words.closed
    over = {} if "announced" in states else {"title": words.open.title}
    return words.closed.model_copy(update={"when": [], **over})


def titles(charter: Charter) -> dict[str, str]:
    """The title of the page whose title the data choose, by its address; nothing, where there is
    no such page."""
    return {PAGE: now(charter).title} if charter.have_your_say else {}


@piece
def have_your_say(charter: Charter, here: Here) -> Content:
    """The page, with a title that says whether it is open. What is open now comes first."""
    said = now(charter)
    asked = sorted(
        ((each.state(here.today), each) for each in charter.consultations),
        key=lambda one: (STATES.index(one[0]), one[1].opens),
    )
    head: dict[str, object] = {"title": said.title, "description": said.description}
    return Content(head, now=said, asked=asked)


@piece
def answer_sheet(charter: Charter, here: Here) -> Content:
    """A sheet with the questions, to print."""
    words = charter.have_your_say.sheet
    head: dict[str, object] = {"description": words.description, "sheet": "A4"}
    return Content({"title": words.title, **head}, now=now(charter))


@piece
def comments_privacy(charter: Charter, here: Here) -> Content:
    """What happens to what people send."""
    asked = [each for each in charter.consultations if each.state(here.today) in STATES[:2]]
    return Content(now=charter.have_your_say and now(charter), asked=asked)
