"""Looks at spoiled copies and at the site as it is, with the one check that must find a fault, and
with no other.
"""

from functools import cache

from a11y.browser.driver import shown
from a11y.browser.states import State
from a11y.checks import PageCheck, SiteCheck, checks
from a11y.exemptions import Finding, unexplained
from a11y.faults import Fault, faults
from a11y.faults.plants import copy_of
from a11y.site import Page, Site, site


def found_without(fault: Fault) -> list[Finding]:
    """What a fault's check finds on the site as it is: nothing, or no fault proves anything."""
    return _without(fault.check, "" if isinstance(fault.by, SiteCheck) else fault.page, fault.state)


@cache
def _without(check: str, path: str, state: State | None) -> list[Finding]:
    by = next(each for each in checks() if each.name == check)
    return _look(by, site(), site().page(path), state)


def caught(fault: Fault, found: list[Finding]) -> list[Finding]:
    """What was found of a fault, by its page and by what must be named."""
    name = site().page(fault.page).name
    return [finding for finding in found if finding.page == name and fault.named in str(finding)]


def found_with(fault: Fault) -> list[Finding]:
    """All that the fault's own check finds on the copy that is spoiled by it."""
    by = fault.by
    if isinstance(by, SiteCheck):
        return _found_together(fault.check)
    copy = copy_of(site())
    fault.plant(copy, fault.page)
    return _look(by, copy.site, copy.page(fault.page), fault.state)


@cache
def _found_together(check: str) -> list[Finding]:
    """A check of all pages takes its time, so it looks once at one copy with all its faults, each
    on a page of its own.
    """
    mine = [fault for fault in faults() if fault.check == check]
    assert len({fault.page for fault in mine}) == len(mine), (
        "two faults on one page can hide each other"
    )
    copy = copy_of(site())
    for fault in mine:
        fault.plant(copy, fault.page)
    (by,) = {fault.by for fault in mine}
    return _look(by, copy.site, copy.page(mine[0].page), None)


def _look(
    check: PageCheck | SiteCheck, where: Site, page: Page, state: State | None
) -> list[Finding]:
    if isinstance(check, SiteCheck):
        return unexplained(check.look(Site(where.folder, where.address)))
    assert state in check.states, f"{check.name} does not look at pages in this state"
    with shown(page, state, where=where) as browser:
        return unexplained(check.look(browser, page, state))
