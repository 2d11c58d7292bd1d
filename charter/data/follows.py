"""What follows from a fact that stands in one place, such as the address to write to: words for
then take the place of those for now, and what is settled by it is left out."""

from collections.abc import Iterator, Sequence
from functools import cache
from operator import is_
from typing import Any, TypeVar

from charter.clock import today
from charter.model import Charter, Moved
from charter.model.facts import ByFacts, Fact, Once
from charter.model.have_your_say import PAGE
from charter.model.records import Loc, Record, Records, models_in

NONE_LEFT = (
    "nothing that stands here is shown now: once and until leave it all out. Add what is said now"
)
SETTLED = "This is settled now."
R = TypeVar("R", bound=Record)
Found = list[tuple[Loc, str]]


def facts(charter: Charter) -> set[Fact]:
    """What is so today."""
    found: dict[Fact, bool] = {
        "contact": charter.takes_comments,
        "makers": charter.site.made_by is not None,
        "consultation": bool(charter.consultations),
        "open consultation": bool(charter.consulting(today())),
        "played": bool(charter.played),
    }
    return {name for name, true in found.items() if true}


def follow(charter: Charter, addresses: Sequence[str]) -> tuple[Charter, Found]:
    """The charter as it is shown today, with old `addresses` that lead on; and where nothing is
    left to show.
    """
    walk = _Walk(facts(charter), charter)
    kept = walk.record(charter, ())
    if kept is charter:
        return charter, walk.found
    known = {*addresses, *(entry.to for entry in charter.moved)}
    written = {entry.old for entry in kept.moved}
    moved = _moved(known, walk.settled, written, f"/{PAGE}" if kept.have_your_say else "")
    return kept.model_copy(update={"moved": [*kept.moved, *moved]}), walk.found


def _moved(known: set[str], settled: set[str], written: set[str], to: str) -> Iterator[Moved]:
    """Places of what is settled: they lead to where people can have their say, if there is such a
    page, or else to the top of their own.
    """
    no_day: Any = None  # nobody types the day on which an address is given
    for old in sorted(known - written):
        page, _, place = old.partition("#")
        if place in settled:
            yield Moved.model_construct(old=old, to=to or page, since=no_day, why=SETTLED)


class _Walk:
    """A way through all records of a charter. `settled` has the ids of what is left out."""

    def __init__(self, facts: set[Fact], charter: Charter) -> None:
        self.facts, self.site = facts, charter.site
        self.settled: set[str] = set()
        self.found: Found = []

    def record(self, given: R, loc: Loc) -> R:
        """A record as it is shown today."""
        if not _may_change(type(given)):
            return given
        changed: dict[str, Any] = {}
        for name, info in type(given).model_fields.items():
            before = getattr(given, name)
            after = before
            if isinstance(before, Record):
                after = self.record(before, (*loc, name))
            elif isinstance(before, list) and before and isinstance(before[0], Record):
                after = self._list(before, (*loc, name))
            if after is not before:
                changed[name] = after
            mark = next((mark for mark in info.metadata if isinstance(mark, Once)), None)
            if mark and mark.fact in self.facts and before is not None:
                changed[mark.of] = self._filled(before)
        return given.model_copy(update=changed) if changed else given

    def _list(self, given: list[Any], loc: Loc) -> list[Any]:
        shown = [
            (at, each)
            for at, each in enumerate(given)
            if not isinstance(each, ByFacts) or each.fits(self.facts)
        ]
        left_out = [each for at, each in enumerate(given) if at not in dict(shown)]
        self.settled |= {each.id for each in left_out if hasattr(each, "id")}
        kept = [self.record(each, (*loc, at)) for at, each in shown]
        if not kept and loc != ("open_questions",):
            self.found.append((loc, NONE_LEFT))
        same = len(kept) == len(given) and all(map(is_, kept, given))
        if same:
            return given
        return given.with_only(kept) if isinstance(given, Records) else kept

    def _filled(self, said: Any) -> Any:
        if isinstance(said, list):
            return [self._filled(each) for each in said]
        for name, fact in {"{address}": self.site.contact, "{makers}": self.site.made_by}.items():
            said = said.replace(name, fact or name)
        return said


@cache
def _may_change(model: type[Record]) -> bool:
    """Whether anything of a model, or of what stands in it, follows from a fact."""
    return issubclass(model, ByFacts) or any(
        any(isinstance(mark, Once) for mark in info.metadata)
        or any(map(_may_change, models_in(info.annotation)))
        for info in model.model_fields.values()
    )
