"""What is printed: the leaflet and the poster (`leaflet.yml`), and the pocket card (`card.yml`)."""

from charter.model.fields import Text, Texts
from charter.model.records import Record, Some
from charter.model.references import PledgeId


class Leaflet(Record):
    """The words of the leaflet and the poster, around the pledges' shortened wordings. `code` says
    what the square code is for.
    """

    heading: Text
    """The heading of the leaflet and the poster."""
    scissors: Text
    """What stands at the line to cut along."""
    what: Texts
    """What this is: one short paragraph an item."""
    we_will: Text
    """The words in front of the pledges. Each pledge's own leaflet text goes on after them."""
    who_heading: Text
    """The heading above who it is for."""
    who: Texts
    """Who it is for: one short paragraph an item."""
    not_kept_heading: Text
    """The heading above what to do if a pledge is not kept."""
    not_kept: Texts
    """What to do if a pledge is not kept: one step an item."""
    not_kept_note: Text
    """What the charter can't do, in one or two sentences."""
    find_heading: Text
    """The heading above where to find more."""
    find: Text
    """Where to find more. The site's address goes on after it."""
    code: Text
    """What the square code is for, for people who can't see it."""


class Card(Record):
    """The words of the pocket card. A question is the one of the pledge named, under that pledge's
    value.
    """

    heading: Text
    """The heading of the page with the card. It is not on the card."""
    how: Texts
    """How to cut and fold it: one step an item."""
    scissors: Text
    """What stands at the line to cut along."""
    front: Text
    """The title on the front of the card."""
    front_note: Text
    """A few words below the title."""
    questions: Some[PledgeId]
    """The ids of the pledges whose questions stand on the card, one for each value."""
    not_kept_heading: Text
    """The heading of the side for when the answer is no."""
    not_kept: Text
    """What to do when the answer is no."""
    find_heading: Text
    """The heading above where to find more."""
    code: Text
    """What the square code is for, for people who can't see it."""
