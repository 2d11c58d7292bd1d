"""Districts as shapes, from the places of postcodes and the shore. All lengths in metres of
EPSG:27700.
"""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import shapely
from scipy.spatial import Voronoi, cKDTree

from tools.map.postcode_data import Postcodes

ELSEWHERE = ""
# Land has at least this many postcodes a square kilometre; mudflats and islets have none.
DENSE = 3
# A piece of a district that lies apart on land and is smaller than this (m²) is one odd postcode,
# not a place.
ODD_PIECE = 2_000_000
# How far off the shore line a postcode may stand and still be on land, and how wide the strip is
# that joins it.
FAR_OUT = 500
SHORE_WIDTH = 150
# How much may be smoothed away: the square root of a triangle's area (Visvalingam and Whyatt).
SMOOTH = 200
# The last step's rounding: small numbers make a small file.
GRID = 10


def outline(
    postcodes: Postcodes,
    shore: list[shapely.LineString],
    water: list[shapely.Polygon],
    codes: list[str],
    frame: shapely.Polygon,
) -> dict[str, shapely.Geometry]:
    """The shape of each code, and of the land ELSEWHERE, within `frame`. Neighbours share their
    borders point for point.

    `water` is what the shore lines take for land.

    Raises:
        ValueError: the shapes gap or overlap after rounding. Try another SMOOTH or GRID.
    """
    labels = np.where(np.isin(postcodes.codes, codes), postcodes.codes, ELSEWHERE)
    land = _held(
        _land(shore, frame, postcodes.points).difference(shapely.union_all(water)),
        postcodes.points[labels != ELSEWHERE],
    )
    lines = shapely.union_all([*_borders(postcodes.points, labels), land.boundary], grid_size=1)
    faces = [
        face
        for face in shapely.get_parts(shapely.polygonize([lines]))
        if land.covers(face.representative_point())
    ]
    _, nearest = cKDTree(postcodes.points).query(
        [face.representative_point().coords[0] for face in faces]
    )
    pieces = _without_odd_pieces(_pieces(faces, labels[nearest]))
    names = sorted(pieces)
    smooth = shapely.coverage_simplify([pieces[name] for name in names], SMOOTH)
    # Every point moves by the same rule, so shared borders stay shared.
    rounded = [
        _dropping_points(shapely.transform(shape, lambda points: np.round(points / GRID) * GRID))
        for shape in smooth
    ]
    if not all(shape.is_valid for shape in rounded) or not shapely.coverage_is_valid(rounded):
        raise ValueError("the shapes gap or overlap after rounding")
    return dict(zip(names, rounded, strict=True))


def _borders(points: np.ndarray, labels: np.ndarray) -> Iterable[shapely.LineString]:
    """The edges between Voronoi cells of different districts."""
    points, first = np.unique(points, axis=0, return_index=True)
    labels = labels[first]
    # Four far points close every cell that matters.
    middle, far = points.mean(axis=0), 1e6
    corners = middle + far * np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]])
    cells = Voronoi(np.vstack([points, corners]))
    labels = np.append(labels, [ELSEWHERE] * len(corners))
    for (one, other), ends in zip(cells.ridge_points, cells.ridge_vertices, strict=True):
        if labels[one] != labels[other] and -1 not in ends:
            yield shapely.LineString(cells.vertices[ends])


def _land(
    shore: list[shapely.LineString], frame: shapely.Polygon, points: np.ndarray
) -> shapely.Geometry:
    """The land within the frame: the faces between shore lines where postcodes are dense."""
    lines = shapely.union_all([*shore, frame.exterior], grid_size=1)
    faces = [
        face
        for face in shapely.get_parts(shapely.polygonize([lines]))
        if frame.covers(face.representative_point())
    ]
    tree = shapely.STRtree(shapely.points(points))
    dense = [
        face
        for face in faces
        if len(tree.query(face, predicate="intersects")) >= DENSE * face.area / 1e6
    ]
    return shapely.union_all(dense)


def _held(land: shapely.Geometry, points: np.ndarray) -> shapely.Geometry:
    """The land, drawn out a little to postcodes that the rough shore line leaves in the sea."""
    shapely.prepare(land)
    places = shapely.points(points)
    places = places[~shapely.contains(land, places) & shapely.dwithin(land, places, FAR_OUT)]
    return shapely.union_all(
        [land, *(shapely.shortest_line(place, land).buffer(SHORE_WIDTH) for place in places)]
    )


def _pieces(
    faces: list[shapely.Polygon], labels: Iterable[str]
) -> list[tuple[str, shapely.Polygon]]:
    """Faces of one label that hang together, as one piece each."""
    together: dict[str, list[shapely.Polygon]] = {}
    for face, label in zip(faces, labels, strict=True):
        together.setdefault(str(label), []).append(face)
    return [
        (label, piece)
        for label, parts in together.items()
        for piece in shapely.get_parts(shapely.coverage_union_all(parts))
    ]


def _without_odd_pieces(pieces: list[tuple[str, shapely.Polygon]]) -> dict[str, shapely.Geometry]:
    """One shape for each label; small pieces that lie within another district go to it. Islands
    stay.
    """
    kept = [(label, piece) for label, piece in pieces if piece.area >= ODD_PIECE]
    together: dict[str, list[shapely.Polygon]] = {}
    for label, piece in kept:
        together.setdefault(label, []).append(piece)
    for label, piece in pieces:
        if piece.area >= ODD_PIECE:
            continue
        shared: Counter[str] = Counter()
        for other, whole in kept:
            length = int(piece.boundary.intersection(whole.boundary).length)
            if other != label and length:
                shared[other] += length
        if shared:
            together[shared.most_common(1)[0][0]].append(piece)
        elif piece.area > ODD_PIECE / 2:
            together[label].append(piece)
    return {label: shapely.coverage_union_all(parts) for label, parts in together.items()}


def _dropping_points(shape: shapely.Geometry) -> shapely.Geometry:
    """Without points that stand twice after rounding."""
    return shapely.remove_repeated_points(shape)
