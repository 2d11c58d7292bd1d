"""Faults planted on purpose, each in a copy of a built site: proof that the checks find what they
are for. The table is faults.yml.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from a11y.browser.driver import shown
from a11y.browser.states import State, state_called
from a11y.checks import SiteCheck, check_called
from a11y.exemptions import Finding, unexplained
from a11y.faults.plants import Plant, all_of, copy_of, plant_called
from a11y.site import Site

TABLE = Path(__file__).with_name("faults.yml")


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

    def among(self, found: list[Finding], site: Site) -> list[Finding]:
        """What of some findings is this fault, by its page and by what must be named."""
        name = site.page(self.page).name
        return [finding for finding in found if finding.page == name and self.named in str(finding)]


@cache
def faults() -> list[Fault]:
    """The table, so sorted that what is looked at together stands together."""
    rows: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return sorted(
        map(_fault, rows),
        key=lambda fault: (fault.check, fault.page, fault.state.name if fault.state else ""),
    )


def _fault(row: dict[str, Any]) -> Fault:
    steps = [plant_called(name, given) for step in row["plant"] for name, given in step.items()]
    state = state_called(row["state"]) if "state" in row else None
    known = {"criteria": tuple(row["criteria"]), "state": state, "plant": all_of(*steps)}
    return Fault(**{**row, **known})


# What was found by a check, on which page, in which state: with nothing planted, or with all of it.
_found: dict[tuple[object, ...], list[Finding]] = {}


def found_without(fault: Fault, site: Site) -> list[Finding]:
    """What a fault's check finds on the site as it is: nothing, or no fault proves anything."""
    path = fault.page if fault.state else ""
    key = (site.folder, fault.check, path, fault.state)
    if key not in _found:
        _found[key] = _look(fault.check, site, path, fault.state)
    return _found[key]


def found_with(fault: Fault, site: Site) -> list[Finding]:
    """All that the fault's own check finds on the copy that is spoiled by it."""
    if fault.state:
        return _spoiled(site, [fault])
    key = (site.folder, fault.check)
    if key not in _found:
        # A check of all pages takes its time: it looks once at one copy with all its faults.
        mine = [one for one in faults() if one.check == fault.check]
        assert len({one.page for one in mine}) == len(mine), "two on a page can hide each other"
        _found[key] = _spoiled(site, mine)
    return _found[key]


def _spoiled(site: Site, planted: list[Fault]) -> list[Finding]:
    copy = copy_of(site)
    for fault in planted:
        fault.plant(copy, fault.page)
    return _look(planted[0].check, copy.site, planted[0].page, planted[0].state)


def _look(name: str, where: Site, path: str, state: State | None) -> list[Finding]:
    check, table = check_called(name), where.settings.exemptions
    fresh = Site(where.folder, where.address, where.settings)
    if isinstance(check, SiteCheck):
        return unexplained(check.look(fresh), table)
    assert state in check.states, f"{check.name} does not look at pages in this state"
    page = fresh.page(path)
    with shown(page, state, where=fresh) as browser:
        return unexplained(check.look(browser, page, state), table)
