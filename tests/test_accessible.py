"""Every page, in every state, as axe sees it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.driver import judge, shown
from tests.browser.states import EVERY_PAGE, State
from tests.exemptions import Finding, unexplained, used
from tests.site import Page, site


def findings_of(page: str, state: str, results: dict[str, Any]) -> list[Finding]:
    """Violations and undecided results alike: a machine's doubt needs an explanation too."""
    found = []
    for kind in ("violations", "incomplete"):
        for rule in results[kind]:
            for node in rule["nodes"]:
                said = f"{kind}: {rule['help']} {[check['message'] for check in node['any'] + node['all'] + node['none']]}"
                found.append(Finding(page, state, rule["id"], " ".join(map(str, node["target"])), said))
    return found


@pytest.mark.parametrize("state", EVERY_PAGE, ids=lambda state: state.name)
@pytest.mark.parametrize("page", site().pages, ids=lambda page: page.name)
def test_axe_finds_nothing(page: Page, state: State, record_property: Callable[[str, object], None]) -> None:
    with shown(page, state) as browser:
        found = findings_of(page.name, state.name, judge(browser))
    record_property("looked_at", (page.name, state.name))
    record_property("exemptions_used", used(found))
    left = unexplained(found)
    assert not left, "\n".join(map(str, left))
