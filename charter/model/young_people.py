"""The page for children and young people, in easy words with pictures (`young-people.yml`)."""

from pydantic import Field

from charter.model.easy_read import EasyPart
from charter.model.fields import Text
from charter.model.records import Record, Some


class YoungPeople(Record):
    """What the charter is, the right to be heard, and what young people can ask for."""

    title: Text = Field(description="The title of the page, and what links to it say.")
    description: Text = Field(description="What search engines say of the page: a sentence or two.")
    tested: Text
    """What is said on top as long as nobody is known to have tested the page: a sentence."""
    parts: Some[EasyPart] = Field(description="The headings, each with its ideas.")
