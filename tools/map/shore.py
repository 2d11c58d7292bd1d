"""The shore of the area, from GSHHG by way of Debian's gmt."""

import subprocess

import numpy as np
import shapely
from pyproj import Transformer
from scipy.spatial import cKDTree

# Shore lines come cut into tiles; ends that belong together lie within this many metres.
SNAP = 20


def shore(box: tuple[float, float, float, float]) -> list[shapely.LineString]:
    """The shore lines (GSHHG, full resolution, sea only) around a box, in EPSG:27700, their ends
    joined.
    """
    to_degrees = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)
    west, south, east, north = to_degrees.transform_bounds(*box)
    region = f"-R{west - 0.1:.2f}/{east + 0.1:.2f}/{south - 0.1:.2f}/{north + 0.1:.2f}"
    told = subprocess.run(
        ["gmt", "coast", region, "-Df", "-W1/thin", "-M"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    to_grid = Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)
    lines = []
    for segment in told.split(">"):
        places = [
            line.split()[:2]
            for line in segment.splitlines()[1:]
            if line and not line.startswith("#")
        ]
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
