"""The words around the tracker, and since when it counts (`tracker.yml`)."""

from pydantic import Field

from charter.model.fields import Month, Texts
from charter.model.records import Record


class Tracker(Record):
    """The words around the engagement tracker, since when activities count, and how
    (`tracker.yml`)."""

    introduction: Texts = Field(description="The words above the tracker: one paragraph an item.")
    since: Month = Field(description='Activities count from this month on, in quotes: "2023-05".')
    counting: Texts = Field(description="How activities are counted: one rule an item.")
