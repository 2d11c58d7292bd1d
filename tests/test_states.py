"""Every page in every state, and all pages together, as each of the checks sees them."""

from collections.abc import Callable
from typing import Any

import pytest

from a11y.browser.states import STATES, State
from a11y.checks import PageCheck, SiteCheck, checks, site_checks
from a11y.exemptions import unexplained, used
from a11y.looks import clean_before, look
from a11y.site import Page, site
from tests import addresses

# One page after the other in one process, so that a page is loaded once for many states.
LOOKS = [
    pytest.param(
        path,
        state,
        id=f"{addresses.name(path)}-{state.name}",
        marks=pytest.mark.xdist_group(addresses.name(path)),
    )
    for path in addresses.pages()
    for state in STATES
]


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize(("page", "state"), LOOKS, indirect=["page"])
def test_a_page_in_a_state(
    page: Page,
    state: State,
    pytestconfig: pytest.Config,
    record_property: Callable[[str, Any], None],
) -> None:
    found = look(site(), page, state, clean_before(pytestconfig))
    record_property("looked_at", (page.path, state.name, found.from_before))
    record_property("exemptions_used", found.used)
    record_property("advice", found.advice)
    assert not found.left, "\n".join(map(str, found.left))
    record_property("clean_look", (found.key, [found.used, found.advice]))


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("check", site_checks(), ids=lambda check: check.name)
def test_all_pages_together(check: SiteCheck, record_property: Callable[[str, Any], None]) -> None:
    findings = check.look(site())
    record_property("exemptions_used", used(findings))
    left = unexplained(findings)
    assert not left, "\n".join(map(str, left))


def test_a_check_looks_at_pages_in_states_that_pages_are_looked_at_in() -> None:
    of_pages = [check for check in checks() if isinstance(check, PageCheck)]
    assert of_pages
    assert all(check.states and set(check.states) <= set(STATES) for check in of_pages)
    assert len({check.name for check in checks()}) == len(checks())
