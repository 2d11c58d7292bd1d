"""What the area has still to decide, complete or sign. All of it follows from the data, so what is
mended there is gone from here.
"""

import datetime
from dataclasses import dataclass
from itertools import groupby

from charter.model import Charter
from charter.todo.table import ACTS, TABLE, Gap


@dataclass(frozen=True)
class Kind:
    """Gaps of one kind, and the name that stands above them."""

    name: str
    gaps: list[Gap]


@dataclass(frozen=True)
class Act:
    """What has to be done about gaps: `id` is decide, complete or sign; `how` says who does it."""

    id: str
    name: str
    how: str
    kinds: list[Kind]

    @property
    def count(self) -> int:
        """How many gaps there are."""
        return sum(len(kind.gaps) for kind in self.kinds)


def gaps(charter: Charter, today: datetime.date) -> list[Act]:
    """Every gap on a day, by what has to be done about it. A kind of which nothing is missing is
    left out; an act never is, but for signing where the site has no list of signatures.
    """
    found = []
    for act, rows in groupby(TABLE, key=lambda row: row.act):
        if act == "sign" and not charter.signatures:
            continue
        kinds = [Kind(row.kind, list(row.query(charter, today))) for row in rows]
        found.append(Act(act, *ACTS[act], [kind for kind in kinds if kind.gaps]))
    return found
