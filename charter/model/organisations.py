"""Bodies with a part in the charter (`organisations.yml`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Id, Text, WebAddress
from charter.model.records import Record
from charter.model.references import MaybeSources


class Organisation(Record):
    """A body with a part in the charter."""

    id: Id
    """A short name in small letters, with hyphens. Signatures name it: never change it."""
    name: Text = Field(description="Its official name.")
    part: Text = Field(description="What part it has in the charter.")
    sources: MaybeSources
    address: Annotated[WebAddress | None, Field(serialization_alias="website")] = None
    """Its website. Leave it out if it has none."""
