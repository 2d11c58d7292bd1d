"""Where each name goes on the map. All lengths in metres of EPSG:27700."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

# The map must be readable on the narrowest screen (320 px), so its names are placed for that:
# letters of 14 px.
NARROWEST, LETTERS = 320, 14
# Width of a letter and height of a line, in parts of the letters' size. Wide: a reader may have any
# typeface.
LETTER_WIDTH, LINE_HEIGHT = 0.62, 1.1
STEP = 500
# A name may lie this much over neighbours, and must lie so much on its own district (parts of its
# box).
# One that can't, or that does better outside, has a line to its district.
MOST_ASTRAY, LEAST_ON_OWN = 0.55, 0.4
# So many metres from the middle of its district are as bad for a name as lying on no part of it.
FAR = 100_000
# A line of so many metres is as bad as a name that lies by half on a neighbour.
FAR_LINE = 80_000


@dataclass(frozen=True)
class Label:
    """A name in one or two lines, the middle of its box, and a line to the district where it stands
    outside.
    """

    lines: list[str]
    at: tuple[int, int]
    leader: list[tuple[int, int]] | None


@dataclass(frozen=True)
class _Choice:
    """A box that a name could have; a higher score is better."""

    score: float
    lines: list[str]
    box: shapely.Polygon
    leader: list[tuple[int, int]] | None = None


def labels(
    shapes: dict[str, shapely.Geometry], names: dict[str, str], frame: shapely.Polygon
) -> dict[str, Label]:
    """A label for each code; no two overlap, and none leaves the frame.

    Raises:
        ValueError: there is no room for a name.
    """
    sheet = _Map(shapes, names, frame)
    alone = {code: sheet.inside(code, []) for code in shapes}
    found: dict[str, Label] = {}
    taken: list[shapely.Polygon] = []
    # The names that fit worst choose first.
    for code in sorted(shapes, key=lambda code: choice.score if (choice := alone[code]) else 0):
        choices = [sheet.inside(code, taken), sheet.outside(code, taken)]
        best = max((choice for choice in choices if choice), key=lambda choice: choice.score)
        found[code] = Label(best.lines, _point(best.box.centroid), best.leader)
        taken.append(best.box)
    return found


@dataclass(frozen=True)
class _Map:
    shapes: dict[str, shapely.Geometry]
    names: dict[str, str]
    frame: shapely.Polygon

    @property
    def em(self) -> float:
        """The size of letters, in metres."""
        west, _, east, _ = self.frame.bounds
        return float((east - west) / NARROWEST * LETTERS)

    def boxes(
        self, code: str, area: tuple[float, float, float, float], full: shapely.Geometry
    ) -> Iterator[tuple[list[str], np.ndarray]]:
        """For each way to break a name into lines: its boxes within the frame and off what is full,
        around every point of a grid over an area.
        """
        words = self.names[code].split()
        broken = [[" ".join(words)]]
        broken += [[" ".join(words[:n]), " ".join(words[n:])] for n in range(1, len(words))]
        west, south, east, north = area
        columns: np.ndarray
        rows: np.ndarray
        columns, rows = np.meshgrid(np.arange(west, east, STEP), np.arange(south, north, STEP))
        x, y = columns.ravel(), rows.ravel()
        for lines in broken:
            width = self.em * LETTER_WIDTH * max(map(len, lines)) / 2
            height = self.em * LINE_HEIGHT * len(lines) / 2
            boxes = shapely.box(x - width, y - height, x + width, y + height)
            free = shapely.covers(self.frame, boxes) & ~shapely.intersects(full, boxes)
            yield lines, boxes[free]

    def inside(self, code: str, taken: list[shapely.Polygon]) -> _Choice | None:
        """The best place for a name on its own district, if it has one."""
        own = self.shapes[code]
        others = shapely.union_all([it for other, it in self.shapes.items() if other != code])
        choices = []
        for lines, boxes in self.boxes(code, own.bounds, shapely.union_all(taken)):
            if not len(boxes):
                continue
            on_own = shapely.area(shapely.intersection(boxes, own)) / shapely.area(boxes)
            astray = shapely.area(shapely.intersection(boxes, others)) / shapely.area(boxes)
            off_middle = shapely.distance(shapely.centroid(boxes), own.centroid) / FAR
            score = on_own - 2 * astray - off_middle - 0.05 * len(lines)
            score[(astray > MOST_ASTRAY) | (on_own < LEAST_ON_OWN)] = -np.inf
            if np.isfinite(score.max()):
                choices.append(_Choice(float(score.max()), lines, boxes[score.argmax()]))
        return max(choices, key=lambda choice: choice.score, default=None)

    def outside(self, code: str, taken: list[shapely.Polygon]) -> _Choice:
        """The nearest free place for a name that does not fit, and a line from there into its
        district.
        """
        middle = shapely.maximum_inscribed_circle(self.shapes[code], tolerance=STEP).interpolate(0)
        land = [shape.buffer(self.em / 5) for shape in self.shapes.values()]
        full = shapely.union_all([*land, *(box.buffer(self.em / 3) for box in taken)])
        shapely.prepare(full)
        ways = self.boxes(code, self.frame.bounds, full)
        free = [(lines, box) for lines, boxes in ways for box in boxes]
        if not free:
            raise ValueError(f"there is no room for the name {self.names[code]}")
        lines, box = min(free, key=lambda it: (it[1].centroid.distance(middle), len(it[0])))
        leader = shapely.LineString([shapely.shortest_line(box, middle).coords[0], middle])
        ends = [_point(shapely.Point(end)) for end in leader.coords]
        return _Choice(-leader.length / FAR_LINE, lines, box, ends)


def _point(point: shapely.Point) -> tuple[int, int]:
    return round(point.x), round(point.y)
