"""A site may be without a part, such as its stories. What names a record of it is left out: a list
does without that item, and a record without what it may be without, or it goes itself.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from charter.data.data_files import DATA_FILES
from charter.model.records import NOT_HERE, Loc


class Without:
    """What was typed (`values`), less what names a part that is missing."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values
        self._gone: list[Loc] = []
        self._fewer: set[Loc] = set()  # what has lost a field or an item

    def leave_out(self, errors: Iterable[tuple[str, Loc]]) -> bool:
        """Leave out what these errors are about: names of a part that is missing, and what can't be
        without such a name. Whether there was anything.
        """
        found = {
            self._that_goes(loc)
            for kind, loc in errors
            if kind == NOT_HERE or loc in self._fewer or (kind == "missing" and loc in self._gone)
        }
        found = {loc for loc in found if len(loc) > 1 or DATA_FILES[str(loc[0])].may_be_missing}
        inner = {loc for loc in found for at in range(2, len(loc)) if loc[:at] in found}
        if found and not self._gone:
            self.values = deepcopy(self.values)
        for loc in sorted(found - inner, key=_from_behind):
            del self._at(loc[:-1])[loc[-1]]
            self._gone.append(loc)
            self._fewer |= {loc[:-1], loc[:-2] if isinstance(loc[-1], int) else loc[:-1]}
        return bool(found)

    def _that_goes(self, loc: Loc) -> Loc:
        """A value; or the record that can't be without it, where it has gone already."""
        holder = self._at(loc[:-1])
        return loc[:-1] if isinstance(holder, dict) and loc[-1] not in holder else loc

    def _at(self, loc: Loc) -> Any:
        value: Any = self.values
        for step in loc:
            value = value[step]
        return value

    def original(self, loc: Loc) -> Loc:
        """Where something stands in what was typed: items behind one that went have moved up."""
        for gone in reversed(self._gone):
            *holder, place = gone
            depth = len(holder)
            if isinstance(place, int) and loc[:depth] == tuple(holder) and len(loc) > depth:
                at = loc[depth]
                if isinstance(at, int) and at >= place:
                    loc = (*loc[:depth], at + 1, *loc[depth + 1 :])
        return loc


def _from_behind(loc: Loc) -> list[tuple[int, str]]:
    """An order in which no item that is still to go moves up: higher numbers first."""
    return [(-step, "") if isinstance(step, int) else (0, step) for step in loc]
