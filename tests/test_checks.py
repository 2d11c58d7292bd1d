"""The engines are new enough and use all their rules. (test_faults.py plants faults for the checks
to find.)
"""

import json
from collections.abc import Callable

import pytest

from a11y import report
from a11y.browser.driver import shown
from a11y.browser.states import FORCED_COLOURS, NARROW, STATES, State
from a11y.checks import alfa, axe
from a11y.engines import HOME, version
from a11y.faults.plants import copy_of, style
from a11y.site import Site


@pytest.mark.usefixtures("browser")
def test_each_engine_judges_by_many_rules(
    site: Site, record_property: Callable[[str, object], None]
) -> None:
    engines = report.engines(site)
    assert {engine["name"] for engine in engines} == {
        "axe-core",
        "IBM Equal Access",
        "html-validate",
    }
    assert all(int(engine["rules"]) > 50 for engine in engines)
    record_property("engines", engines)


@pytest.mark.weekly
def test_the_engine_of_every_week_judges_by_many_rules() -> None:
    assert alfa.judge().rules > 50


# Pages that differ most: a drawing, a record, choices, a sheet of paper, a wide table.
DIFFERENT = ["", "case-studies/", "leaflet/"]


@pytest.mark.weekly
@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("path", DIFFERENT)
def test_no_state_is_judged_by_too_few_of_axes_rules(path: str, site: Site) -> None:
    """All rules in all states find nothing that the table's rules do not, on a page with faults
    that show in some states only.
    """
    faults = (
        "@media (prefers-color-scheme: dark) { main p { color: #333 } } @media (width < 400px) {"
        " main a { color: #999 } }"
    )
    copy = copy_of(site)
    style(faults)(copy, path)
    page = copy.page(path)
    by_table: set[tuple[str, str]] = set()
    by_all: dict[State, set[tuple[str, str]]] = {}
    for state in STATES:
        with shown(page, state, where=copy.site, keep=True) as browser:
            by_table |= {(one.rule, one.target) for one in axe.look(browser, page, state)}
            by_all[state] = {(one.rule, one.target) for one in axe.judge(browser, page, state)}
    assert any(rule == "color-contrast" for rule, _ in by_all[NARROW])
    del by_all[FORCED_COLOURS]  # where axe reads the colours of the page, which nobody sees
    missed = {state.name: found - by_table for state, found in by_all.items() if found - by_table}
    assert missed == {}


def test_the_pins_are_what_is_installed() -> None:
    pins = json.loads((HOME / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {package: version(package) for package in pins} == pins
