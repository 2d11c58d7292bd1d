"""Every page in every state, and all pages together, as each of the checks sees them."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from a11y.browser.states import (
    DARK,
    NARROW,
    NARROW_DARK,
    SPACED,
    STATES,
    WIDE,
    ZOOMED,
    State,
)
from a11y.checks import PageCheck, SiteCheck, checks, site_checks
from a11y.exemptions import Finding
from a11y.run import look
from a11y.site import Page, Site
from tests import addresses
from tests.findings import SETTINGS, unexplained, used
from tests.project import ROOT

pytestmark = pytest.mark.look
Record = Callable[[str, Any], None]


# States that are much like others.
SELDOM = (DARK, NARROW, SPACED, ZOOMED)
# What gives a page styles of its own, in theme/base.html.
STYLED_BY = re.compile(r"""\('([^']+)', "[a-z-]+"\)|\("([^"]+)", "[a-z-]+"\)""")


# One page after the other in one process, so that a page is loaded once for many states. Each
# change is judged narrow and dark, and wide and light, by all pages but records and languages that
# another one stands for (the second pledge). In most other states it is judged by pages that show,
# together, all that a page may show. The rest is looked at once a week.
def every_page_in(states: list[State]) -> pytest.MarkDecorator:
    often = {state: [] if state in SELDOM else addresses.of_every_look() for state in STATES}
    often |= {WIDE: addresses.kinds(), NARROW_DARK: addresses.kinds()}
    looks = [
        pytest.param(
            path,
            state,
            id=f"{addresses.name(path)}-{state.name}",
            marks=[
                pytest.mark.xdist_group(addresses.name(path)),
                *[pytest.mark.weekly] * (path not in often[state]),
            ],
        )
        for path in addresses.pages()
        for state in states
    ]
    return pytest.mark.parametrize(("page", "state"), looks, indirect=["page"])


def judged(findings: list[Finding], record_property: Record) -> None:
    """Fail for what counts and is not exempt, and tell the summary of the rest."""
    record_property("exemptions_used", used(findings))
    advice = Counter(finding.rule for finding in findings if finding.advice)
    record_property("advice", dict(advice))
    left = unexplained(findings)
    assert not left, "\n".join(map(str, left))


@pytest.mark.usefixtures("browser")
@every_page_in(STATES)
def test_a_page_in_a_state(site: Site, page: Page, state: State, record_property: Record) -> None:
    record_property("looked_at", (page.path, state.name))
    judged(look(site, page, state), record_property)


def test_pages_of_every_look_have_all_that_any_page_has_styles_for(
    site: Site,
) -> None:
    theme = (ROOT / "theme" / "base.html").read_text(encoding="utf-8")
    marks = ["".join(found) for found in STYLED_BY.findall(theme)]
    assert len(marks) > 20
    chosen = [site.page(path) for path in addresses.of_every_look()]

    def shown(pages: list[Page]) -> set[str]:
        texts = [page.file.read_text(encoding="utf-8") for page in pages]
        return {mark for mark in marks if any(mark in text for text in texts)}

    assert shown(site.pages) - shown(chosen) == set(), "add a page to tests/addresses.py"


@pytest.mark.weekly
@pytest.mark.usefixtures("browser")
@every_page_in([WIDE, NARROW_DARK])
def test_a_page_by_the_checks_that_take_long(
    site: Site, page: Page, state: State, record_property: Record
) -> None:
    judged(look(site, page, state, weekly=True), record_property)


@pytest.mark.parametrize("check", site_checks(SETTINGS), ids=lambda check: check.name)
def test_all_pages_together(check: SiteCheck, site: Site, record_property: Record) -> None:
    judged(check.look(site), record_property)


def test_a_check_looks_at_pages_in_states_that_pages_are_looked_at_in() -> None:
    of_pages = [check for check in checks() if isinstance(check, PageCheck)]
    assert of_pages
    assert all(check.states and set(check.states) <= set(STATES) for check in of_pages)
    assert len({check.name for check in checks()}) == len(checks())
