"""Talk it through: picture cards on screen, and the sheets to print."""

from charter.model import Charter
from charter.model.talk_cards import cards
from charter.site.pages.page import Content, Here, piece


def titles(charter: Charter) -> dict[str, str]:
    """The titles of both pages, by their addresses; nothing, where there are no cards."""
    words = charter.talk
    return {"talk/": words.title, "talk/cards/": words.sheet.title} if words else {}


@piece
def talk(charter: Charter, here: Here, which: str) -> Content:
    """The cards as a list, which the script shows one by one."""
    assert charter.talk, "no page asks for cards that are not there"
    head: dict[str, object] = {"title": charter.talk.title, "description": charter.talk.description}
    return Content(head, words=charter.talk, cards=cards(charter))


@piece
def talk_sheets(charter: Charter, here: Here, which: str) -> Content:
    """Notes, cards, mat and slip, on sheets of A4."""
    assert charter.talk, "no page asks for cards that are not there"
    words = charter.talk.sheet
    head: dict[str, object] = {"title": words.title, "description": words.description}
    return Content({**head, "sheet": "A4"}, words=charter.talk, cards=cards(charter))
