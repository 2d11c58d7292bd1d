"""The words around the promises: the home page, the introduction, the leaflet and the card."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from charter.model.fields import (
    Id,
    Language,
    Month,
    PageAddress,
    PledgeId,
    Record,
    ShortText,
    Sources,
    Text,
    Texts,
    Writing,
)


class Site(Record):
    """What stands on every page: names, the draft line, dates, and whom to write to (nobody yet, if
    left out).
    """

    name: Text
    """The site's whole name. It stands on top of every page."""
    short_name: ShortText
    """The name where there is little room, such as on a browser's tab. It has 40 characters at
    most.
    """
    area: Text
    """The name of the area, such as the county."""
    draft_line: Text
    """The line on every page that says how far the charter is. Change it only when that changes."""
    version: Text
    """The name of the charter as it is now, such as "draft 1". People cite it with the day of this
    draft.
    """
    draft_date: datetime.date
    """The day of this draft, without quotes: 2026-11-23."""
    checked: Month
    """The month in which somebody last checked the facts, in quotes: "2026-11"."""
    not_official: Text
    """The words at the foot of every page that say whose website this is not."""
    contact: Text | None = None
    """Whom to write to. Leave it out while there is nobody."""
    languages: dict[Writing, Language] = Field(default_factory=dict)
    """Of names in other letters: what the letters are called, and in which language the names are,
    such as Arabic: ur.
    """


class Task(Record):
    """One thing that people come to do, with the page where they do it and the name of a drawn
    icon.
    """

    title: Text
    """What people come to do, in a few words. It is the link."""
    text: Text
    """One short sentence about it."""
    page: PageAddress
    """The page where they do it, such as charter/."""
    picture: Literal["read", "story", "tell", "staff"]
    """The drawing beside it."""


class Home(Record):
    """The words of the home page. `scene` says what the drawing shows."""

    heading: Text
    """The heading on top of the home page."""
    lead: Texts
    """The first paragraphs: what this is, and who it is for."""
    area_link: Text
    """The words of the link to the postcode check."""
    scene: Text
    """What the drawing shows, for people who can't see it."""
    tasks: Annotated[list[Task], Field(min_length=1)]
    """The things that people come to do."""
    values_heading: Text
    """The heading above the values."""
    values_text: Text
    """A few words about the values."""
    ask_heading: Text
    """The heading above the words about the questions."""
    ask_text: Text
    """A few words about the questions."""
    ask_link: Text
    """The words of the link to the questions."""
    why_heading: Text
    """The heading above the reasons to work together."""
    why: Texts
    """Why people should work together: one paragraph an item."""


class Purpose(Record):
    """What working together is for."""

    text: Text
    """What working together is for, in our words."""
    source_words: Text
    """The same just as the source prints it, faults and all."""
    sources: Sources


class Who(Record):
    """Who the charter is for: an age range, an area, and what to know about both."""

    ages: Text
    """The ages that the charter is for."""
    area: Text
    """Where it applies."""
    details: Texts
    """What else to know about ages and area: one paragraph an item."""
    sources: Sources


class Reason(Record):
    """Why one group of people should take part."""

    id: Id
    """A short name for the group of people, such as families. It is a part of addresses: never
    change it.
    """
    name: Text
    """Which group of people this is for."""
    answer: Texts
    """Why they should take part: one paragraph an item."""


class Introduction(Record):
    """The words around the pledges (`charter.yml`)."""

    welcome: Texts
    """The welcome on top of the charter: one paragraph an item."""
    background: Texts
    """Why there is a charter: one paragraph an item."""
    purpose: Purpose
    """What working together is for."""
    ethos: Texts
    """How people want to work together: one paragraph an item."""
    definition: Text
    """What working together means here."""
    who: Who
    """Who the charter is for, and where."""
    why_take_part: Annotated[list[Reason], Field(min_length=1)]
    """Why each group of people should take part."""
    legal_note: Text
    """What the charter is and is not in law."""
    sources: Sources


class Section(Record):
    """A heading with paragraphs and, after them, a list."""

    id: Id
    """A short name in small letters, with hyphens. It is the address of this place on the page:
    never change it.
    """
    heading: Text
    """The heading."""
    text: Texts
    """What stands below the heading: one paragraph an item."""
    points: list[Text] = Field(default_factory=list)
    """A list behind the paragraphs. Leave it out if there is none."""


class Link(Record):
    """Words that lead to another page of this site."""

    words: Text
    """The words of the link. They say where it leads."""
    page: PageAddress
    """The page that it leads to, such as charter/. For the home page, write ""."""


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
    questions: Annotated[list[PledgeId], Field(min_length=1)]
    """The ids of the pledges whose questions stand on the card, one for each value."""
    not_kept_heading: Text
    """The heading of the side for when the answer is no."""
    not_kept: Text
    """What to do when the answer is no."""
    find_heading: Text
    """The heading above where to find more."""
    code: Text
    """What the square code is for, for people who can't see it."""
