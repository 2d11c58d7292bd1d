"""Sessions in which people tried the site or its sheets (`tried/`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Anchor, PastDay, Text
from charter.model.records import Record, Some
from charter.model.references import PageAddress
from charter.model.retired import STAYS


class Tried(Record):
    """A session in which people tried pages or sheets: what failed, and what changed."""

    id: Anchor
    date: PastDay = Field(description="The day of the session, without quotes: 2027-03-01.")
    who: Text
    """Who tried it, by role, such as a parent carer. Never a name, or what could point to one
    person."""
    used: Text
    """What they used, such as a phone with a screen reader, or easy read on paper."""
    pages: Annotated[Some[PageAddress], STAYS]
    """The pages they tried, such as easy-read/. For a sheet: the page that it's printed from."""
    task: Text = Field(description="What they were asked to do.")
    failed: list[Text] = Field(description="What failed: one point an item. Write [] for nothing.")
    changed: list[Text]
    """What changed on the site because of it: one point an item. Write [] while nothing has."""
