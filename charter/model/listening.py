"""What two people look for who code comments (`listening.yml`)."""

from typing import Annotated

from pydantic import ValidationInfo, field_validator

from charter.model.fields import Text
from charter.model.records import Record, Some, Unique
from charter.model.references import Sources, ValueId


class ValueToLookFor(Record):
    """When a comment is about a value."""

    value: ValueId
    """The id of the value."""
    look_for: Text
    """What a comment about it may speak of, kept or not, for the two people who read it."""


class Tones(Record):
    """When a comment has which tone."""

    positive: Text
    """When people should choose positive."""
    mixed: Text
    """When people should choose mixed."""
    negative: Text
    """When people should choose negative."""


class Listening(Record):
    """What two people look for who code comments (`listening.yml`)."""

    values: Annotated[Some[ValueToLookFor], Unique("value", remedy="Keep one of the two")]
    """For each value, what a comment about it may speak of."""
    tones: Tones
    """For each tone, when to choose it."""
    sources: Sources

    @field_validator("values")
    @classmethod
    def _all_values(cls, rows: list[ValueToLookFor], info: ValidationInfo) -> list[ValueToLookFor]:
        listed = [row.value for row in rows]
        known = (info.context or {}).get("ids", {}).get("value", [])
        if missing := [value for value in known if value not in listed]:
            raise ValueError(f'nothing says what to look for of the value "{missing[0]}". Add it')
        return rows
