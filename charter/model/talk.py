"""Talk it through: the words around the picture cards, on screen and on paper (`talk.yml`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Text, Texts, says
from charter.model.records import Record
from charter.model.references import PledgeId


class Places(Record):
    """The three places of the mat, which are the three buttons on screen."""

    yes: Text
    """What yes is called. Keep the name of this field in quotes: "yes"."""
    not_sure: Text = Field(description="What not sure is called.")
    no: Text = Field(description='What no is called. Keep the name of this field in quotes: "no".')


class Shorter(Record):
    """The words of a card whose words in easy-read.yml are too many for it."""

    pledge: PledgeId = Field(description="The id of the pledge.")
    words: Text = Field(description="The words of its card, 12 at most.")


class Sheet(Record):
    """What is printed: notes for the helper, the cards, the mat and the slip."""

    title: Text = Field(description="The title of the page with the sheets.")
    description: Text = Field(description="What search engines say of the page: a sentence or two.")
    what: Text = Field(description="What the sheets are, for those who see them on screen.")
    scissors: Text = Field(description="What stands on the notes about where to cut.")
    notes_heading: Text = Field(description="The heading of the notes for the helper.")
    notes: Texts = Field(description="What the helper does: one step an item.")
    notes_end: Text = Field(description="What the helper does if somebody may not be safe.")
    cards: Text = Field(description="What a sheet of cards is, for people who can't see it.")
    own: Text = Field(description="What stands on the empty card.")
    slip_heading: Text = Field(description="The heading of the slip.")
    tick: Text = Field(description="How to fill the slip in.")
    card: Text = Field(description="What stands over the cards' words on the slip.")
    box: Text = Field(description="What an empty box is, for people who can't see it.")
    write: Texts = Field(description="What to write below: one line an item.")
    give: Text = Field(description="What to do with the slip: hand it to the person they met.")


class Talk(Record):
    """Picture cards to talk about, one for each pledge in easy words, and what is chosen for each:
    yes, not sure or no."""

    title: Text = Field(description="The title of the page, and what links to it say.")
    description: Text = Field(description="What search engines say of the page: a sentence or two.")
    introduction: Texts = Field(description="What to do with the cards: one paragraph an item.")
    places: Places
    progress: Annotated[Text, says("at", "all")]
    """How far the reader is. Keep {at} and {all}: the numbers go there."""
    back: Text = Field(description="The words of the button that goes back by one card.")
    chosen: Text = Field(description="The heading over what was chosen.")
    print: Text = Field(description="The words of the button that prints what was chosen.")
    again: Text = Field(description="The words of the button that starts again.")
    shorter: list[Shorter] = Field(default_factory=list)
    """The words of cards that would have more than 12 words. Leave it out if none has."""
    sheet: Sheet
