"""The engagement tracker: how often each group was asked, heard or worked with, and in which way,
on what and where.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from charter.map.shapes import DOTS, PLAIN, Drawing, Drawn
from charter.model import Activity, Charter, District, Group, Priority, Term

Named = Group | Term | Priority | District
# The ids of one kind of record that an activity names.
Names = Callable[[Activity], Collection[str | None]]


@dataclass(frozen=True)
class Row:
    """A group, way of working, priority or district: its activities since counting began, and how
    many came earlier.
    """

    id: str
    name: str
    activities: list[Activity]
    earlier: int
    possible: int
    """How many may belong here, if what is not known were known."""

    @property
    def count(self) -> int:
        """How many activities count."""
        return len(self.activities)

    @property
    def said(self) -> str:
        """The count in words."""
        return {0: "none known", 1: "1 activity"}.get(self.count, f"{self.count} activities")


@dataclass(frozen=True)
class Tracked:
    """All rows, and the activities behind them with the newest first."""

    activities: list[Activity]
    earlier: list[Activity]
    groups: list[Row]
    terms: list[Row]
    priorities: list[Row]
    districts: list[Row]
    may_be_more: list[Activity]

    @property
    def of_no_district(self) -> list[Activity]:
        """Activities that count for no district: their source names none."""
        return [activity for activity in self.activities if not activity.districts]

    @property
    def of_unknown_people(self) -> list[Activity]:
        """Activities whose source does not say who took part."""
        return [
            activity
            for activity in self.activities
            if any(some.group is None for some in activity.took_part)
        ]


def tracked(charter: Charter) -> Tracked:
    """Count what began when counting began, or later."""
    since = charter.tracker.since
    newest_first = sorted(
        charter.engagement, key=lambda activity: activity.first_month, reverse=True
    )
    counted = [activity for activity in newest_first if activity.first_month >= since]
    earlier = [activity for activity in newest_first if activity.first_month < since]

    ways = charter.spectrum

    def rows(records: Iterable[Named], of: Names, possible: Names | None = None) -> list[Row]:
        return [
            Row(
                it.id,
                it.name,
                [activity for activity in counted if it.id in of(activity)],
                sum(it.id in of(activity) for activity in earlier),
                sum(it.id in (possible or of)(activity) for activity in counted),
            )
            for it in records
        ]

    def label(activity: Activity) -> list[str | None]:
        return [ways.label(activity.together).id]

    def fitting(activity: Activity) -> list[str | None]:
        return [it.id for it in ways.terms if it.fits(activity.together, if_known=True)]

    return Tracked(
        counted,
        earlier,
        rows(charter.groups, _groups),
        rows(ways.terms, label, fitting) if ways else [],
        rows(charter.priorities, lambda activity: activity.priorities),
        rows(charter.area.districts if charter.area else [], lambda activity: activity.districts),
        [activity for activity in counted if ways and ways.may_be_more(activity.together)],
    )


def _groups(activity: Activity) -> set[str | None]:
    """The groups that took part; each counts once, however many of its parts the source names."""
    return {some.group for some in activity.took_part}


def marked(drawing: Drawing, districts: list[Row]) -> Drawing:
    """The map with dots where anything is recorded, and each district's count for those who hear
    it. What lies outside stays as it is.

    No number is drawn: on a phone, names and numbers of small districts would run into each other.
    The list beside the map has them.
    """
    rows = {row.id: row for row in districts}
    return replace(
        drawing,
        places=[
            _marked(place, rows[place.id]) if place.inside else place for place in drawing.places
        ],
    )


def _marked(place: Drawn, row: Row) -> Drawn:
    return replace(place, said=f": {row.said}", pattern=DOTS if row.count else PLAIN)
