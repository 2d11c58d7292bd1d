"""What is printed: the leaflet and the poster (`leaflet.yml`), and the cards (`card.yml`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Text, Texts
from charter.model.records import Record, Some
from charter.model.references import PledgeId
from charter.model.translated import Translated


class Leaflet(Record):
    """The words of the leaflet and the poster, around the pledges' shortened wordings. `code` says
    what the square code is for."""

    heading: Text = "A promise to work together"
    """The heading of the leaflet and the poster."""
    scissors: Annotated[Text, Translated(60)] = "Cut along the dashed line and keep"
    """What stands at the line to cut along."""
    what: Texts = Field(description="What this is: one short paragraph an item.")
    we_will: Text | None = None
    """The words in front of the pledges. Each pledge's own leaflet text goes on after them. Leave
    it out where pledges begin with words of their own."""
    who: Texts = Field(description="Who it is for: one short paragraph an item.")
    not_kept_heading: Text = "If a pledge is not kept"
    """The heading above what to do if a pledge is not kept."""
    not_kept: Texts = Field(
        default_factory=lambda: [
            "Tell the person you deal with, or their manager. Name the pledge.",
            "Say what happened, and what you'd like to happen next.",
        ]
    )
    """What to do if a pledge is not kept: one step an item."""
    talk_heading: Text = "Who to talk to"
    """The heading above who to talk to: who has a leaflet line in not-kept.yml."""
    not_kept_note: Text = "The charter isn't law. It gives no legal rights and takes none away."
    """What the charter can't do, in one or two sentences."""
    find_heading: Text = "Find out more"
    """The heading above where to find more."""
    find: Text = "This is the charter in brief. For the full wording:"
    """Where to find more. The site's address goes on after it."""
    code: Annotated[Text, Translated()] = (
        "A square code for a phone's camera. It opens the address beside it."
    )
    """What the square code is for, for people who can't see it."""


class Card(Record):
    """The words of the pocket card and the lanyard card. A question is the one of the pledge named,
    under that pledge's value."""

    heading: Text
    """The heading of the page with the cards. It is not on a card."""
    how: Texts = Field(description="How to cut and fold it: one step an item.")
    lanyard: Text
    """The heading of the sheet with lanyard cards, which have all questions on one side."""
    lanyard_how: Texts
    """How to make the lanyard cards: one step an item. For {copies}, the sheet says four or two."""
    scissors: Text = Field(description="What stands at the line to cut along.")
    front: Text = Field(description="The title on the front of the card.")
    front_note: Text = Field(description="A few words below the title.")
    questions: Some[PledgeId]
    """The ids of the pledges whose questions stand on the card, one for each value."""
    not_kept_heading: Text = Field(description="The heading of the side for when the answer is no.")
    not_kept: Text = Field(description="What to do when the answer is no.")
    find_heading: Text = Field(description="The heading above where to find more.")
    code: Text = Field(description="What the square code is for, for people who can't see it.")
