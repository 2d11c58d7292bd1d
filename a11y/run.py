"""A page looked at in a state by all the checks for it, and a whole site in all its states."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from a11y.browser.driver import shown
from a11y.browser.emulation import NotInState
from a11y.browser.states import NO_SCRIPT, State
from a11y.checks import page_checks, site_checks
from a11y.exemptions import Finding, idle, unexplained, used
from a11y.site import Page, Site


@dataclass
class Run:
    """What was looked at so far, by page and state, and what was found."""

    site: Site
    looks: list[tuple[str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def counting(self) -> list[Finding]:
        """The findings that count, and that nothing exempts."""
        return unexplained(self.findings, self.site.settings.exemptions)

    @property
    def idle_exemptions(self) -> list[str]:
        """Exemptions and answers that no finding needed. After a whole run they are faults."""
        table = self.site.settings.exemptions
        needed, rules = used(self.findings, table), {finding.rule for finding in self.findings}
        rows = [f"{row.rule} at {row.target}" for row in idle(table, needed)]
        return rows + [one for one in self.site.settings.answers if f"ibm {one}" not in rules]


def look(site: Site, page: Page, state: State, weekly: bool = False) -> list[Finding]:
    """All that the checks for a state find on a page, whether it counts or not."""
    if state is NO_SCRIPT and not page.has_scripts:
        return []  # it is just as in the other states
    checks = page_checks(state, site.settings, weekly)
    found: list[Finding] = []
    try:
        with shown(page, state, where=site, keep=True) as browser:
            for check in checks:
                found += check.look(browser, page, state)
    except NotInState as failed:
        found.append(Finding(page.name, state.name, "state", "page", str(failed)))
    return found


def look_at_all(
    site: Site,
    pages: Sequence[Page],
    states: Sequence[State],
    weekly: bool = False,
    progress: Callable[[Page], None] = lambda page: None,
) -> Run:
    """Pages of a site in each of some states, and all pages together where none is left out."""
    run = Run(site)
    for page in pages:
        progress(page)
        for state in states:
            run.looks.append((page.path, state.name))
            run.findings += look(site, page, state)
            run.findings += look(site, page, state, weekly=True) if weekly else []
    for check in site_checks(site.settings) if len(pages) == len(site.pages) else ():
        run.findings += check.look(site)
    return run
