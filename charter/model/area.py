"""Where the charter applies: districts, neighbours that are not part of it, who covers what, and
the shapes of the map."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from charter.model.fields import PRIVATE, Id, Month, Rule, Text, Texts, WebAddress, shaped
from charter.model.records import Record, Records, Some
from charter.model.references import OrganisationId, Sources

AreaCode = Annotated[
    str,
    shaped(r"[EWSN]\d{8}", "E07000105 (the official code: a letter and eight figures)"),
    # Programs for editing take E07000105 for a number, with an exponent.
    Rule(str, {"type": ["string", "number"]}),
]


class Place(Record):
    """A part of the area, or a place that people may take for one."""

    id: Id
    """A short name in small letters, with hyphens. Stories name it: never change it."""
    code: AreaCode = Field(description="The official code, such as E07000105.")
    name: Text = Field(description="The name of the place.")
    council: Text = Field(description="The name of its council.")
    address: Annotated[WebAddress | None, Field(serialization_alias="website")] = None
    """The council's website. Leave it out if it has none."""


class District(Place):
    """A part of the area, with a council of its own."""

    note: Text | None = None
    """What else to know about it. Leave it out if there is nothing."""


class Neighbour(Place):
    """A place that people may take for a part of the area, and why it is none."""

    reason: Texts
    """Why people may take it for a part of the area, and why it is none: one paragraph an item."""


class Cover(Record):
    """An organisation, where it works, and what it does there."""

    organisation: OrganisationId = Field(description="The id of the organisation.")
    place: Text = Field(description="Where it works.")
    what: Text = Field(description="What it does there.")


class Contact(Record):
    """Whom to ask."""

    organisation: OrganisationId = Field(description="The id of the organisation.")
    text: Text = Field(description="What to ask them about, and how.")


class Map(Record):
    """That there is a map, what it was made from, and what its sources ask us to say."""

    data_month: Month
    """The month of the data behind the map, in quotes: "2026-11"."""
    made_from: Texts = Field(description="What the map was made from: one paragraph an item.")
    licences: Texts
    """What the licences ask us to say, word for word: one an item."""
    sources: Sources


class Area(Record):
    """The area in words. Without `map`, the page shows the list only."""

    introduction: Texts = Field(description="Where the charter applies: one paragraph an item.")
    districts: Records[District] = Field(description="The districts of the area.")
    neighbours: list[Neighbour]
    """Places that people may take for a part of the area, or [] for none."""
    ages: Texts = Field(description="The ages that the charter is for: one paragraph an item.")
    covers: Some[Cover] = Field(default_factory=list)
    """Which organisation does what, and where. Leave it out if nobody has looked."""
    changes: Texts | None = None
    """What may change, such as a merger of councils: one paragraph an item. Leave it out if nothing
    will."""
    contact: Annotated[Contact | None, PRIVATE] = Field(None, description="Whom to ask.")
    map: Map | None = None
    """What the map was made from. Leave it out if there is no map."""
    sources: Sources

    @property
    def places(self) -> list[District | Neighbour]:
        """Districts first, then neighbours."""
        return [*self.districts, *self.neighbours]


Easting = Annotated[int, Field(ge=0, le=700_000)]
Northing = Annotated[int, Field(ge=0, le=1_300_000)]
# A place in whole metres of the British national grid (EPSG:27700), and a closed line of such
# places.
Point = tuple[Easting, Northing]
Ring = Annotated[list[Point], Field(min_length=4)]


class Geometry(Record):
    """A GeoJSON MultiPolygon: parts, each an outer ring and its holes."""

    type: Literal["MultiPolygon"]
    coordinates: Annotated[list[Some[Ring]], Field(min_length=1)]

    @model_validator(mode="after")
    def _closed(self) -> "Geometry":
        for ring in self.rings:
            if ring[0] != ring[-1]:
                raise ValueError(
                    f"the ring that begins at {list(ring[0])} does not end where it began"
                )
        return self

    @property
    def rings(self) -> list[list[Point]]:
        """Every ring of every part."""
        return [ring for part in self.coordinates for ring in part]


class ShapeFacts(Record):
    """What the tool worked out for a shape: where its name goes.

    `break_after` is the number of words on the name's first line, if it has two. `leader` is a line
    from the name to the shape."""

    code: AreaCode
    name: Text
    inside: bool
    at: Point
    break_after: Annotated[int, Field(ge=1)] | None
    leader: tuple[Point, Point] | None


class Shape(Record):
    """One district or neighbour, as a GeoJSON feature."""

    type: Literal["Feature"]
    properties: ShapeFacts
    geometry: Geometry


class Shapes(Record):
    """The file of shapes: a GeoJSON FeatureCollection. `around` is the other land within the frame
    `bbox` (west, south, east, north)."""

    type: Literal["FeatureCollection"]
    crs: dict[str, object]
    bbox: tuple[Easting, Northing, Easting, Northing]
    around: Geometry
    features: Some[Shape]
