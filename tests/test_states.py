"""Every page in every state, and all pages together, as each of the checks sees them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.driver import shown
from tests.browser.states import STATES, State
from tests.checks import PageCheck, SiteCheck, page_checks, site_checks
from tests.exemptions import unexplained, used
from tests.site import Page, site

# One page after the other, so that a page is loaded once for many states.
LOOKS = [pytest.param(page, state, id=f"{page.name}-{state.name}") for page in site().pages for state in STATES]

# A check leaves a page as it found it, or the next one would judge something else.
TRACES = """
const traces = [location.href, document.documentElement.outerHTML, scrollX, scrollY, document.activeElement === document.body].join();
const same = window.tracesBefore === undefined || window.tracesBefore === traces;
window.tracesBefore = arguments[0] ? traces : undefined;
return same;
"""


@pytest.mark.parametrize(("page", "state"), LOOKS)
def test_a_page_in_a_state(page: Page, state: State, record_property: Callable[[str, Any], None]) -> None:
    checks = page_checks(state)
    assert checks
    with shown(page, state, keep=True) as browser:
        browser.execute_script(TRACES, True)
        findings = []
        for check in checks:
            findings += check.look(browser, page, state)
            assert browser.execute_script(TRACES, check is not checks[-1]), f"the check {check.name} left its traces on the page"
    record_property("looked_at", (page.name, state.name))
    record_property("exemptions_used", used(findings))
    left = unexplained(findings)
    assert not left, "\n".join(map(str, left))


@pytest.mark.parametrize("check", site_checks(), ids=lambda check: check.name)
def test_all_pages_together(check: SiteCheck, record_property: Callable[[str, Any], None]) -> None:
    findings = check.look(site())
    record_property("exemptions_used", used(findings))
    left = unexplained(findings)
    assert not left, "\n".join(map(str, left))


def test_every_state_of_a_check_is_one_that_pages_are_looked_at_in() -> None:
    found = [check for state in STATES for check in page_checks(state)]
    assert {check.name for check in found} >= {"axe"}
    assert all(set(check.states) <= set(STATES) for check in found if isinstance(check, PageCheck))
