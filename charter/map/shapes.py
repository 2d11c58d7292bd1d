"""The map: GeoJSON in, paths and label places for an inline drawing out."""

import json
from dataclasses import dataclass
from itertools import pairwise

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from charter.model.area import Area, District, Geometry, Neighbour, Point, Shape, Shapes

# Metres that one unit of the drawing stands for: at 640 px across, a little less than a pixel.
UNIT = 100
# How a place is filled: stripes outside the area, plain land, or land with dots.
OUTSIDE, PLAIN, DOTS = range(3)
REMEDY = "Put the last good copy back, or make it again (see tools/README.md)"


class Damaged(Exception):
    """The file can't be used. `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, f"{message}. {REMEDY}"
        super().__init__(self.message)


def read(text: str) -> Shapes:
    """The shapes in a file.

    Raises:
        Damaged: it is not GeoJSON, or not the GeoJSON that the map needs.
    """
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise Damaged(error.lineno, f"the file is cut off or damaged ({error.msg})") from None
    except RecursionError:
        raise Damaged(1, "the brackets in the file are nested too deep, so it is damaged") from None
    try:
        # As JSON once more: there a list may stand for a fixed number of things.
        return Shapes.model_validate_json(json.dumps(found))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the whole file"
        wrong = f"the map can't be drawn from this file: {where} {_wrong(first)}"
        raise Damaged(1, wrong) from None


def _wrong(details: ErrorDetails) -> str:
    if details["type"] == "value_error":
        return f"is wrong: {details['ctx']['error']}"
    return {
        "missing": "is missing",
        "too_short": "is empty",
        "extra_forbidden": "does not belong there",
    }.get(details["type"], "is not what it should be")


def differences(area: Area, shapes: Shapes) -> list[str]:
    """In what the shapes differ from the list of districts and neighbours; each with a remedy."""
    wanted = {place.code: (place.name, isinstance(place, District)) for place in area.places}
    given = [shape.properties.code for shape in shapes.features]
    told = [
        f"the shape of {name} ({code}) is missing. {REMEDY}"
        for code, (name, _) in wanted.items()
        if code not in given
    ]
    told += [
        f"there are two shapes of {code}. {REMEDY}"
        for code in sorted(set(given))
        if given.count(code) > 1
    ]
    for shape in shapes.features:
        facts = shape.properties
        if facts.code not in wanted:
            told.append(
                f"area.yml knows no {facts.name} ({facts.code}). Add it there, or make the file"
                " again (see tools/README.md)"
            )
        elif facts.inside is not wanted[facts.code][1]:
            said = "inside" if facts.inside else "outside"
            told.append(
                f"the shape of {facts.name} ({facts.code}) says that it is {said}, and area.yml"
                f" says that it is not. {REMEDY}"
            )
    return told


@dataclass(frozen=True)
class Line:
    """A straight line of the drawing."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Drawn:
    """One district or neighbour on the drawing: its outline as path data, its name's lines and
    where their middle is.

    `said` is what a screen reader adds to the lines.
    """

    id: str
    name: str
    inside: bool
    pattern: int
    path: str
    lines: list[str]
    x: int
    y: int
    leader: Line | None
    said: str = ""


@dataclass(frozen=True)
class Drawing:
    """The whole map, `width` × `height` units of UNIT metres."""

    width: int
    height: int
    around: str
    places: list[Drawn]


def draw(area: Area, shapes: Shapes) -> Drawing:
    """The map, with the names of the list. The places stand in the list's order."""
    west, south, east, north = shapes.bbox
    frame = _Frame(west, north)
    by_code = {shape.properties.code: shape for shape in shapes.features}
    width, height = frame.place((east, south))
    return Drawing(
        width,
        height,
        frame.path(shapes.around),
        [frame.drawn(place, by_code[place.code]) for place in area.places],
    )


@dataclass(frozen=True)
class _Frame:
    """From metres to units, which count from the top left."""

    west: int
    north: int

    def place(self, point: Point) -> tuple[int, int]:
        return round((point[0] - self.west) / UNIT), round((self.north - point[1]) / UNIT)

    def path(self, geometry: Geometry) -> str:
        return "".join(_path([self.place(point) for point in ring]) for ring in geometry.rings)

    def drawn(self, place: District | Neighbour, shape: Shape) -> Drawn:
        facts = shape.properties
        x, y = self.place(facts.at)
        ends = [number for end in facts.leader or () for number in self.place(end)]
        return Drawn(
            id=place.id,
            name=place.name,
            inside=facts.inside,
            pattern=PLAIN if facts.inside else OUTSIDE,
            path=self.path(shape.geometry),
            lines=_broken(place.name, facts.break_after),
            x=x,
            y=y,
            leader=Line(*ends) if ends else None,
            said="" if facts.inside else ", not covered",
        )


def _path(ring: list[tuple[int, int]]) -> str:
    """A closed ring as relative steps, which are shorter than places. Steps of no length are left
    out.
    """
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(ring[:-1])]
    numbers = " ".join(f"{x} {y}" for x, y in steps if x or y)
    return f"M{ring[0][0]} {ring[0][1]}l{numbers}z".replace(" -", "-")


def _broken(name: str, after: int | None) -> list[str]:
    """A name in one line, or in two with so many words on the first."""
    words = name.split()
    if not after or after >= len(words):
        return [name]
    return [" ".join(words[:after]), " ".join(words[after:])]
