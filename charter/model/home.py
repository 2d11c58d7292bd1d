"""The home page (`home.yml`)."""

from typing import Literal

from pydantic import Field

from charter.model.fields import Text, Texts
from charter.model.records import Record, Some
from charter.model.references import PageAddress


class Task(Record):
    """One thing that people come to do, with the page where they do it and the name of a drawn
    icon."""

    title: Text = Field(description="What people come to do, in a few words. It is the link.")
    page: PageAddress = Field(description="The page where they do it, such as charter/.")
    picture: Literal["read", "easy", "say", "print"] = Field(description="The drawing beside it.")


class Home(Record):
    """The words of the home page. `scene` says what the drawing shows."""

    heading: Text = Field(description="The heading on top of the home page.")
    lead: Texts = Field(description="The first paragraphs: what this is, and who it is for.")
    area_link: Text = Field(description="The words of the link to the postcode check.")
    scene: Text = Field(description="What the drawing shows, for people who can't see it.")
    tasks: Some[Task] = Field(description="The things that people come to do.")
    values_heading: Text = Field(description="The heading above the values.")
    values_text: Text = Field(description="A few words about the values.")
    priorities_heading: Text
    """The heading above the priorities."""
    ask_heading: Text = Field(description="The heading above the words about the questions.")
    ask_text: Text = Field(description="A few words about the questions.")
    ask_link: Text = Field(description="The words of the link to the questions.")
    agreed_heading: Text = Field(description="The heading above how far the charter has got.")
    agreed: Texts = Field(description="How far the charter has got: one paragraph an item.")
    agreed_link: Text = Field(description="The words of the link to the page about the charter.")
