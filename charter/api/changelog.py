"""Changes for readers: the records of `changes.yml`, each pledge that was reworded, each record
that is no longer in use, and each consultation as far as it is.
"""

import datetime
from dataclasses import dataclass
from uuid import UUID, uuid5

from charter.clock import today
from charter.data.record_pages import records
from charter.model import Charter
from charter.model.have_your_say import PAGE
from charter.render.html import day


@dataclass(frozen=True)
class News:
    """A change on a day, with the address on this site to see it. `uuid` names it for good,
    wherever
    the site moves.
    """

    uuid: UUID
    date: datetime.date
    title: str
    text: str
    address: str


def news(charter: Charter) -> list[News]:
    """All changes, from the latest day. Those of one day stand in the order of the file, pledges
    first.
    """
    listed = [
        News(uuid5(charter.changes.uuid, each.id), each.date, each.title, each.text, each.address)
        for each in charter.changes.changes
    ]
    return sorted(
        [*_reworded(charter), *_retired(charter), *_consultations(charter), *listed],
        key=lambda each: each.date,
        reverse=True,
    )


def _reworded(charter: Charter) -> list[News]:
    """One for each earlier wording. A wording's last day names it: the words after it came on the
    next day.
    """
    return [
        News(
            uuid5(charter.changes.uuid, f"{pledge.id} until {earlier.until.isoformat()}"),
            earlier.until + datetime.timedelta(days=1),
            f"{charter.pledge_name(pledge)} says something new",
            f"Until {day(earlier.until)} it said: “{earlier.wording}” Since then it says:"
            f" “{later}” Why: {earlier.why}",
            f"charter/{pledge.id}/",
        )
        for pledge in [*charter.pledges_in_order, *charter.pledges.retired]
        # The history has the newest wording first.
        for later, earlier in zip(
            [pledge.text, *(each.wording for each in pledge.history)], pledge.history, strict=False
        )
    ]


def _retired(charter: Charter) -> list[News]:
    return [
        News(
            uuid5(charter.changes.uuid, f"{record.id} retired"),
            record.retired.since,
            f"{charter.called(record)} is no longer in use",
            record.retired.why,
            f"{folder}/{record.id}/",
        )
        for folder, some in records(charter).items()
        for record in some.retired
    ]


def _consultations(charter: Charter) -> list[News]:
    """When each opened, closed, and what came of it; nothing of a day that is still to come."""
    found = []
    for each in charter.consultations:
        span = f"Open from {day(each.opens)} to {day(each.closes)}."
        told = each.came_of_it
        steps = [
            ("opens", each.opens, f"{each.title} is open", span),
            (
                "closes",
                each.closes + datetime.timedelta(days=1),
                f"{each.title} has closed",
                " ".join([f"{each.by} has the answers.", *each.next]),
            ),
        ]
        if told:
            said = " ".join(one.said for one in told.text)
            steps.append(("came of it", told.date, f"What came of it: {each.title}", said))
        found += [
            News(
                uuid5(charter.changes.uuid, f"{each.id} {step}"),
                date,
                title,
                text,
                f"{PAGE}#{each.id}",
            )
            for step, date, title, text in steps
            if date <= today()
        ]
    return found
