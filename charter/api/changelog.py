"""What has changed for readers: the records of `changes.yml`, and each pledge that says something
else than before.
"""

import datetime
from dataclasses import dataclass
from uuid import UUID, uuid5

from charter.model import Charter, Pledge
from charter.render.html import day


@dataclass(frozen=True)
class News:
    """Something that changed on a day, with the place on this site to see it. `uuid` is its name
    for good, wherever the site moves.
    """

    uuid: UUID
    date: datetime.date
    title: str
    text: str
    address: str


def news(charter: Charter) -> list[News]:
    """All that changed, from the latest day. What happened on one day stands in the order of the
    file, pledges first.
    """
    feed = charter.changes.uuid
    told = [
        News(uuid5(feed, each.id), each.date, each.title, each.text, each.address)
        for each in charter.changes.changes
    ]
    return sorted([*_reworded(charter), *told], key=lambda each: each.date, reverse=True)


def _reworded(charter: Charter) -> list[News]:
    """One for each earlier wording. A wording's last day names it: the words after it came on the
    next day.
    """
    return [
        News(
            uuid5(charter.changes.uuid, f"{pledge.id} until {earlier.until.isoformat()}"),
            earlier.until + datetime.timedelta(days=1),
            f"{charter.value(pledge.value).name} {pledge.number} says something new",
            f"Until {day(earlier.until)} it said: “{earlier.wording}” Since then it says:"
            f" “{_next(pledge, place)}” Why: {earlier.why}",
            f"charter/{pledge.id}/",
        )
        for pledge in charter.pledges_in_order
        for place, earlier in enumerate(pledge.history)
    ]


def _next(pledge: Pledge, place: int) -> str:
    """What took the place of an earlier wording: the history has the newest first."""
    return pledge.history[place - 1].wording if place else pledge.text
