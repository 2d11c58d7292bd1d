"""Faults planted on purpose, each in a copy of the built site: proof that the checks find what they
are for.
"""

from dataclasses import dataclass
from functools import cache

from a11y.browser.states import State
from a11y.checks import PageCheck, SiteCheck, checks
from a11y.faults.plants import Plant


@dataclass(frozen=True)
class Fault:
    """Something wrong on one page: which criteria it breaks, which check must find it there, and
    what the check must name.

    A check of all pages together needs no `state`.
    """

    name: str
    criteria: tuple[str, ...]
    check: str
    page: str
    state: State | None
    plant: Plant
    named: str

    @property
    def by(self) -> PageCheck | SiteCheck:
        """The check that must find it."""
        return next(check for check in checks() if check.name == self.check)


@cache
def faults() -> list[Fault]:
    """All tables, so sorted that what is looked at together stands together."""
    from a11y.faults import keyboard, layout, looks, markup, names, pages, seen, whole, words

    tables = (names, markup, looks, layout, keyboard, words, seen, pages, whole)
    found = [fault for table in tables for fault in table.FAULTS]
    return sorted(
        found, key=lambda fault: (fault.check, fault.page, fault.state.name if fault.state else "")
    )
