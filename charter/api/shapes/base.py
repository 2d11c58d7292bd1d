"""What all public shapes are made of."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from charter.answers.small_numbers import SMALL, SMALLEST_BASE

Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Id = Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")]
Month = Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
# What the rule on small numbers lets through; whoever checks a file by its schema checks that, too.
People = Annotated[int, Field(json_schema_extra={"minimum": 0, "not": {"enum": list(SMALL)}})]
Base = Annotated[int, Field(json_schema_extra={"minimum": SMALLEST_BASE})]
Agreed = Literal["draft", "agreed"]


class Public(BaseModel):
    """Anything that is published."""

    # Each is made when it is first used: building a page uses none of them.
    model_config = ConfigDict(
        from_attributes=True, frozen=True, defer_build=True, use_attribute_docstrings=True
    )

    @classmethod
    def of(cls, record: object, **more: object) -> Self:
        """The public part of a record: this class's own fields, by name. `more` has those that the
        record does not have.
        """
        given = {name: getattr(record, name) for name in cls.model_fields if name not in more}
        return cls.model_validate({**given, **more})


class Sourced(Public):
    """Something that rests on sources."""

    sources: list[Id]
    """Ids of records in sources.json."""
