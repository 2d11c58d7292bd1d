"""Have your say: while nobody can be written to, once somebody can, and a sheet to answer on
(`have-your-say.yml`)."""

from typing import Annotated

from pydantic import Field

from charter.model.facts import Once
from charter.model.fields import Text, Texts, says
from charter.model.page_words import Linked
from charter.model.records import Record, Some

# The page below the site's root.
PAGE = "have-your-say/"


class Now(Record):
    """What the page says as long as `contact` in site.yml is left out, or once it is given."""

    title: Text = Field(description="The title of the page, and of each link to it.")
    description: Text = Field(description="What search engines say of the page: a sentence or two.")
    when: Texts = Field(description="When and how people can comment: one paragraph an item.")
    today: Some[Linked] = Field(description="What people can do today: one point an item.")
    privacy: Texts
    """What happens to what people send, on the page about privacy: one paragraph an item."""


class AnswerSheet(Record):
    """A sheet of paper with the questions, lines to write on and a box to draw in."""

    title: Text = Field(description="The title of the sheet, and of each link to it.")
    description: Text = Field(description="What search engines say of it: a sentence or two.")
    what: Text = Field(description="What it is. It is not printed.")
    how: Texts = Field(description="How to fill it in: one paragraph an item.")
    draw: Text = Field(description="What stands in the box to draw in.")
    keep: Text = Field(description="What to do with it afterwards.")
    keep_once_contact: Annotated[Text | None, Once("contact", "keep")] = None
    """The same once site.yml has a contact. {address} becomes it."""


class HaveYourSay(Record):
    """Have your say: when and how, the questions, and the sheet to answer on."""

    closed: Now = Field(description="While there is no address to write to.")
    open: Now = Field(description="Once there is one.")
    write_to: Annotated[Text, says("address")]
    """Where people send their views, once there is an address. Keep {address}: it goes there."""
    young_people: Texts
    """What children and young people can do: one paragraph an item."""
    questions: Annotated[list[Text], Field(min_length=1, max_length=8)]
    """Questions that the charter needs answers to: one an item. The sheet has lines for each."""
    sheet: AnswerSheet = Field(description="The sheet to answer on.")
