"""Records that are no longer in use (`retired:` in a record's own file). Their pages stay and say
so; `charter/data/in_use.py` keeps them out of everything else."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import PastDay, Text
from charter.model.records import Record
from charter.model.references import RecordId


class Retired(Record):
    """Since when a record is no longer in use, why, and what to read instead."""

    since: PastDay = Field(description="The day on which it went out of use: 2027-05-03.")
    why: Text = Field(description="Why, in a plain sentence.")
    instead: RecordId | None = None
    """The id of the record to read instead. Leave it out if there is none."""


Out = Annotated[
    Retired | None,
    Field(
        default=None,
        description="Leave it out while this is in use. Once it isn't, its page says so, and"
        " every other page leaves it out.",
    ),
]


class WhenRetired:
    """A mark of a field: what becomes of it when what it names is retired."""


# The field's whole record is left out too.
GOES_ALONG = WhenRetired()
# It tells of the past, and goes on naming it.
STAYS = WhenRetired()
