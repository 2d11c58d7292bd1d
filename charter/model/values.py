"""The shared values (`values.yml`), and the looks that tell them apart."""

from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, Field

from charter.model.also import Also
from charter.model.fields import PRIVATE, Id, Text
from charter.model.records import Record, Records
from charter.model.references import MaybeSources
from charter.model.translated import Translated

Look = Literal[
    "star", "rings", "circle", "bubble", "tick",
    "heart", "leaf", "key", "house", "sun", "bridge", "flower",
]  # fmt: skip
LOOKS: tuple[Look, ...] = get_args(Look)
# Those with people drawn around them. The others share one scene.
DRAWN = LOOKS[:5]
# The part that pledges without a value stand in.
PROMISES = "promises"


class Value(Record):
    """A shared value. Its look is one of the drawn families: a colour, an icon and a shape."""

    id: Id
    """A short name in small letters, such as kindness. Its pledges have it in their ids: never
    change it."""
    name: Annotated[Text, Translated(40)] = Field(description="The value's name.")
    look: Annotated[Look | None, PRIVATE] = None
    """Its colour, icon and shape. Each value has its own. Leave it out for the next one that is
    free."""
    meaning: Annotated[Text | None, Translated()] = None
    """What the value means, in a sentence. Leave it out if its pledges say so."""
    poster: Annotated[Text | None, PRIVATE] = None
    """Its meaning on the poster, in a few words. Leave it out if the meaning is short."""
    also: Annotated[Also | None, PRIVATE] = None
    """Its name in a second language, to stand beside the first."""
    sources: Annotated[MaybeSources, PRIVATE] = Field(default_factory=list)
    """The ids of the sources of those of its pledges that stand below and name none."""
    pledges: Annotated[list[dict[str, Any]], PRIVATE] = Field(default_factory=list)
    """Its pledges, where they have no files of their own: each with the fields of a pledge but id
    and value, which follow from the order."""


def each_with_a_look(values: Records[Value]) -> Records[Value]:
    """The values, with the next free look for those that name none."""
    taken = {value.look for value in values}
    free = (look for look in LOOKS if look not in taken)
    return Records(
        value if value.look else value.model_copy(update={"look": next(free)}) for value in values
    )


Values = Annotated[Records[Value], Field(max_length=len(LOOKS)), AfterValidator(each_with_a_look)]


def with_a_part_for_all(raw: dict[str, Any]) -> None:
    """Where no pledge has a value, all of them stand in a part of their own, behind the values."""
    pledges = raw.get("pledges")
    if not isinstance(pledges, list) or not all(isinstance(each, dict) for each in pledges):
        return
    if not pledges or any("value" in pledge for pledge in pledges):
        return
    values, site = raw.setdefault("values", []), raw.get("site")
    if isinstance(values, list):
        name = site.get("promises") if isinstance(site, dict) else None
        values.append({"id": PROMISES, "name": name or "The promises"})
        for pledge in pledges:
            pledge["value"] = PROMISES
