"""What led to the charter (`story.yml`)."""

from pydantic import Field

from charter.model.fields import Text
from charter.model.records import Record
from charter.model.references import Sources
from charter.model.replies import Replies


class Event(Record):
    """Something that happened, in the story of the charter."""

    when: Text = Field(description="When it happened, in words for readers, such as 2 May 2023.")
    text: Text = Field(description="What happened, in a sentence or two.")
    sources: Sources
    reply: Replies
