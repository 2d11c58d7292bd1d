"""The words around the promises: the home page, the introduction, and the pages about this site."""

import datetime
from collections import Counter
from typing import Annotated, Literal

from pydantic import Field

from charter.model.fields import FileAddress, Id, Month, PageAddress, PledgeId, Record, ShortText, Sources, Text, Texts, ValueId, says

# The pictures in charter/templates/pictures/.
Picture = Literal[
    "ages", "ask", "calendar", "chair", "circle", "clock", "door", "equal", "family", "future", "heart", "help", "idea",
    "laptop", "law", "letter", "listen", "loud", "map", "not-here", "pages", "paper", "pencil", "puzzle", "ramp", "reading",
    "sad", "staff", "star", "table", "talk", "test", "tick", "unsigned", "values",
]  # fmt: skip


class Site(Record):
    """What stands on every page: names, the draft line, dates, and whom to write to (nobody yet, if left out)."""

    name: Text
    short_name: ShortText
    area: Text
    draft_line: Text
    draft_date: datetime.date
    checked: Month
    not_official: Text
    contact: Text | None = None


class Task(Record):
    """One thing that people come to do, with the page where they do it and the name of a drawn icon."""

    title: Text
    text: Text
    page: PageAddress
    picture: Literal["read", "story", "tell", "staff"]


class Home(Record):
    """The words of the home page. `scene` says what the drawing shows."""

    heading: Text
    lead: Texts
    area_link: Text
    scene: Text
    tasks: Annotated[list[Task], Field(min_length=1)]
    values_heading: Text
    values_text: Text
    ask_heading: Text
    ask_text: Text
    ask_link: Text
    why_heading: Text
    why: Texts


class Purpose(Record):
    """What working together is for."""

    text: Text
    source_words: Text
    sources: Sources


class Who(Record):
    """Who the charter is for: an age range, an area, and what to know about both."""

    ages: Text
    area: Text
    details: Texts
    sources: Sources


class Reason(Record):
    """Why one group of people should take part."""

    id: Id
    name: Text
    answer: Texts


class Introduction(Record):
    """The words around the pledges (`charter.yml`)."""

    welcome: Texts
    background: Texts
    purpose: Purpose
    ethos: Texts
    definition: Text
    who: Who
    why_take_part: Annotated[list[Reason], Field(min_length=1)]
    legal_note: Text
    sources: Sources


class Section(Record):
    """A heading with paragraphs and, after them, a list."""

    id: Id
    heading: Text
    text: Texts
    points: list[Text] = Field(default_factory=list)


class Link(Record):
    """Words that lead to another page of this site."""

    words: Text
    page: PageAddress


class Idea(Record):
    """One idea of the version that is easier to read: a drawn picture, what it shows, and a few short sentences.

    `pledge` says that the idea is that pledge in easier words.
    """

    picture: Picture
    alt: Text
    words: Texts
    pledge: PledgeId | None = None
    link: Link | None = None


class EasyPart(Record):
    """A heading of the version that is easier to read, and its ideas. A part about a value has that value's colour."""

    id: Id
    heading: Text
    value: ValueId | None = None
    ideas: Annotated[list[Idea], Field(min_length=1)]


def each_pledge_once(parts: list[EasyPart]) -> list[EasyPart]:
    """A check that no pledge has two ideas: its name is the idea's place on the page."""
    given = Counter(idea.pledge for part in parts for idea in part.ideas if idea.pledge)
    if twice := next((pledge for pledge, times in given.items() if times > 1), None):
        raise ValueError(f'the pledge "{twice}" has two ideas. Leave one of them, or take pledge: out of the other')
    return parts


class Format(Record):
    """A form in which people can have the charter, or can't yet: a page of this site, or a file that comes with it."""

    id: Id
    name: Text
    what: Text
    state: Literal["ready", "not yet"]
    page: PageAddress | None = None
    file: FileAddress | None = None


class Ask(Record):
    """The words of the button that keeps pages on a device and removes them again, and what it says."""

    keep: Text
    remove: Text
    waiting: Text
    kept: Text
    removed: Text
    failed: Text
    without_script: Text


class Offline(Record):
    """The pages that a browser keeps if the reader asks for it, so that they open without a network.

    `line` stands on top of a kept copy; {date} is its day.
    """

    line: Annotated[Text, says("date")]
    pages: Annotated[list[Link], Field(min_length=1)]
    ask: Ask


class Leaflet(Record):
    """The words of the leaflet and the poster, around the pledges' shortened wordings. `code` says what the square code is for."""

    heading: Text
    scissors: Text
    what: Texts
    we_will: Text
    who_heading: Text
    who: Texts
    not_kept_heading: Text
    not_kept: Texts
    not_kept_note: Text
    find_heading: Text
    find: Text
    code: Text


class Card(Record):
    """The words of the pocket card. A question is the one of the pledge named, under that pledge's value."""

    heading: Text
    how: Texts
    scissors: Text
    front: Text
    front_note: Text
    questions: Annotated[list[PledgeId], Field(min_length=1)]
    not_kept_heading: Text
    not_kept: Text
    find_heading: Text
    code: Text
