"""The home page (`home.yml`)."""

from typing import Literal

from charter.model.fields import Text, Texts
from charter.model.records import Record, Some
from charter.model.references import PageAddress


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
    tasks: Some[Task]
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
