"""The top and the foot of every page (`site.yml`)."""

import datetime
from typing import Annotated

from pydantic import Field

from charter.model.also import Language
from charter.model.fields import MailAddress, ShortText, Text, shaped
from charter.model.page_words import Linked
from charter.model.records import Record
from charter.model.translated import Translated

Writing = Annotated[
    str, shaped(r"[A-Z][a-z]+", "Arabic (what the letters are called: those of Urdu are Arabic)")
]


class Site(Record):
    """What stands on every page: names, the draft line, dates, and the address to write to."""

    name: Text = Field(description="The site's whole name. It stands on top of every page.")
    short_name: ShortText
    """The name where there is little room, such as on a browser's tab. It has 40 characters at
    most."""
    area: Text = Field(description="The name of the area, such as the county.")
    draft_line: Annotated[Text, Translated(60)]
    """The line on every page that says how far the charter is. Change it only when that changes."""
    version: Text
    """The name of the charter, such as "draft 1". People cite it with the day of this draft. A
    pledge's new words make it draft 1.1 by themselves: change this only for a whole new draft."""
    draft_date: datetime.date
    """The day of this draft, without quotes: 2026-11-23. It moves on by itself with new words."""
    not_official: Annotated[Text, Translated()]
    """The words on the home page and at the foot of every page that say whose website this is
    not."""
    made_by: Text | None = None
    """Who made this website: a role, and no name. Leave it out while that is not settled."""
    help: Linked | None = None
    """Where people find help that this website can't give: a line at the foot of every page."""
    numbered: bool = True
    """Whether pledges are called by value and number, such as Kindness 1. Write false, and each is
    called by its short name."""
    promises: ShortText | None = None
    """The heading over the pledges, where none of them has a value."""
    show_notes: bool = True
    """Whether the workshop's notes are shown in their own words. Write false to leave only the
    numbers of their lines, and what this site reads in them."""
    contact: MailAddress | None = None
    """The email address for everything people send: comments, answers, questions. Leave it out
    while there is none: the site then asks for nothing that would have to be sent."""
    languages: dict[Writing, Language] = Field(default_factory=dict)
    """Of names in other letters: what the letters are called, and in which language the names are,
    such as Arabic: ur."""
