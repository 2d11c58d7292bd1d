"""The page for children and young people."""

from charter.model import Charter
from charter.site.pages.page import Content, Here, piece


def titles(charter: Charter) -> dict[str, str]:
    """The title of the page, by its address; nothing, where there is none."""
    return {"young-people/": words.title} if (words := charter.young_people) else {}


@piece
def young_people(charter: Charter, here: Here, which: str) -> Content:
    """What the charter is, the right to be heard, and what to ask for, with pictures."""
    words = charter.young_people
    assert words, "no page asks for words that are not there"
    return Content({"title": words.title, "description": words.description}, words=words)
