"""One thing that the area has still to decide, complete or sign."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from charter.model import Charter, Pledge


@dataclass(frozen=True)
class Gap:
    """Something that is missing: its name and what there is to say of it, in the words of the data.

    `file` is where to mend it, below `data/`; a folder where the file is still to be written.
    `page` is the place where readers
    see it, below the site's root.
    """

    name: str
    file: str
    page: str
    said: str = ""


# What finds the gaps of one kind on a day.
Find = Callable[[Charter, datetime.date], Iterator[Gap]]


def of_pledge(charter: Charter, pledge: Pledge, said: str = "") -> Gap:
    """Something that a pledge lacks."""
    name = f"{charter.values[pledge.value].name} {pledge.number}: {pledge.short}"
    return Gap(name, f"pledges/{pledge.id}.yml", f"charter/{pledge.id}/", said)
