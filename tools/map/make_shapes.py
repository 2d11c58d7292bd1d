"""`python -m tools.map.make_shapes`: makes data/area/districts.geojson for the districts that
data/area.yml names.

The way is in tools/README.md. Run it from the project's folder, about once a year, and look at the
map afterwards.
"""

import sys
from pathlib import Path

import numpy as np
import shapely
import yaml

from charter import our_files
from charter.command_line import run_command
from charter.problems import ProblemsFound
from tools.map import geojson
from tools.map.labels import Label, labels
from tools.map.outline import ELSEWHERE, outline
from tools.map.postcode_data import Postcodes, postcodes
from tools.map.shore import shore

AREA, WATER = Path("data/area.yml"), Path("tools/water.yml")
TO = Path("data/area/districts.geojson")
# Room around the area, in metres: west, south, east, north. Names that do not fit on their district
# stand in the north.
ROOM = (2500, 2500, 2500, 4500)
# Postcodes beyond the frame that still decide where its last cells end.
BEYOND = 2000


def main() -> int:
    """Make the file, and say how well it holds the postcodes."""
    area = yaml.safe_load(AREA.read_text(encoding="utf-8"))
    names = {record["code"]: record["name"] for record in area["districts"] + area["neighbours"]}
    inside = {record["code"] for record in area["districts"]}
    everywhere = postcodes()
    frame = _frame(everywhere.points[np.isin(everywhere.codes, list(names))])
    near = everywhere.inside(frame.buffer(BEYOND).bounds)
    shapes = outline(near, shore(frame.bounds), _water(), list(names), frame)
    around = shapes.pop(ELSEWHERE)
    placed = labels(shapes, names, frame)
    features = [
        _feature(code, names[code], shapes[code], code in inside, placed[code]) for code in names
    ]
    _write(frame, around, features)
    _report(everywhere, shapes, names)
    return 0


def _frame(points: np.ndarray) -> shapely.Polygon:
    west, south = points.min(axis=0)
    east, north = points.max(axis=0)
    sides = np.array([west - ROOM[0], south - ROOM[1], east + ROOM[2], north + ROOM[3]])
    return shapely.box(*(np.round(sides / 1000) * 1000))


def _water() -> list[shapely.Polygon]:
    records = yaml.safe_load(WATER.read_text(encoding="utf-8"))
    return [shapely.LineString(record["line"]).buffer(record["width"] / 2) for record in records]


def _feature(
    code: str, name: str, shape: shapely.Geometry, inside: bool, label: Label
) -> dict[str, object]:
    """One GeoJSON feature."""
    properties = {
        "code": code,
        "name": name,
        "inside": inside,
        "at": label.at,
        "break_after": len(label.lines[0].split()) if len(label.lines) > 1 else None,
        "leader": label.leader,
    }
    return {"type": "Feature", "properties": properties, "geometry": _geometry(shape)}


def _geometry(shape: shapely.Geometry) -> dict[str, object]:
    """A MultiPolygon in whole metres."""
    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    rings = [
        [[[int(x), int(y)] for x, y in ring.coords] for ring in (part.exterior, *part.interiors)]
        for part in parts
    ]
    return {"type": "MultiPolygon", "coordinates": rings}


def _write(
    frame: shapely.Polygon, around: shapely.Geometry, features: list[dict[str, object]]
) -> None:
    """One feature a line, so that a change can be read. `around` is the other land within the frame
    (`bbox`).
    """
    head = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
        "bbox": [int(side) for side in frame.bounds],
        "around": _geometry(around),
    }
    text = geojson.text({**head, "features": features})
    _, refused = our_files.write({TO: text}, Path("data"), geojson.is_as_written)
    if refused:
        raise ProblemsFound(refused)


def _report(
    everywhere: Postcodes, shapes: dict[str, shapely.Geometry], names: dict[str, str]
) -> None:
    for code, shape in shapes.items():
        points = shapely.points(everywhere.points[everywhere.codes == code])
        shapely.prepare(shape)
        held = shapely.covers(shape, points).mean()
        print(
            f"{code} {names[code]:24} holds {held:7.2%} of {len(points)} postcodes,"
            f" {shape.area / 1e6:6.1f} km²"
        )
    print(f"{TO}: {TO.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(run_command(main))
