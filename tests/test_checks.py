"""The engines are new enough and use all their rules. (test_faults.py plants faults for the checks
to find.)
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from a11y.browser.driver import shown
from a11y.browser.states import FORCED_COLOURS, NARROW, STATES, State
from a11y.checks import axe, ibm, markup
from a11y.engines import version
from a11y.faults.plants import copy_of, style
from a11y.site import site

VERSIONS = {
    "axe-core": version("axe-core"),
    "IBM Equal Access": version(ibm.PACKAGE),
    "html-validate": version("html-validate"),
}


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize("name", VERSIONS)
def test_an_engine_judges_by_many_rules(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    with shown("") as browser:
        rules = {
            "axe-core": lambda: axe.rules(browser),
            "IBM Equal Access": lambda: ibm.rules(browser),
            "html-validate": lambda: markup.rules(site().page("").file),
        }[name]()
    assert len(rules) > 50
    record_property("engine", {"name": name, "version": VERSIONS[name], "rules": len(rules)})


# Pages that differ most: a drawing, a record, choices, a sheet of paper, a wide table.
DIFFERENT = ["", "case-studies/", "leaflet/"]


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize("path", DIFFERENT)
def test_no_state_is_judged_by_too_few_of_axes_rules(path: str) -> None:
    """All rules in all states find nothing that the table's rules do not, on a page with faults
    that show in some states only.
    """
    faults = (
        "@media (prefers-color-scheme: dark) { main p { color: #333 } } @media (width < 400px) {"
        " main a { color: #999 } }"
    )
    copy = copy_of(site())
    style(faults)(copy, path)
    page = copy.page(path)
    by_table: set[tuple[str, str]] = set()
    by_all: dict[State, set[tuple[str, str]]] = {}
    for state in STATES:
        with shown(page, state, where=copy.site, keep=True) as browser:
            by_table |= {
                (finding.rule, finding.target) for finding in axe.look(browser, page, state)
            }
            by_all[state] = {
                (finding.rule, finding.target) for finding in axe.judge(browser, page, state)
            }
    assert any(rule == "color-contrast" for rule, _ in by_all[NARROW])
    del by_all[FORCED_COLOURS]  # where axe reads the colours of the page, which nobody sees
    assert {
        state.name: rest for state, everything in by_all.items() if (rest := everything - by_table)
    } == {}


def test_the_pins_are_what_is_installed() -> None:
    pins = json.loads(
        (Path(__file__).parent.parent / "a11y" / "engines" / "package.json").read_text(
            encoding="utf-8"
        )
    )["dependencies"]
    assert {package: version(package) for package in pins} == pins
