"""What axe-core finds: all its rules where a state changes what is there, and those on looks where it only looks different."""

from typing import Any

from axe_selenium_python import Axe
from selenium.webdriver import Chrome

from tests.browser.emulation import scripts_run
from tests.browser.states import (
    BIG_TEXT,
    DARK,
    FORCED_COLOURS,
    MENU_OPEN,
    NARROW,
    NARROW_DARK,
    NO_SCRIPT,
    PAPER,
    SPACED,
    WIDE,
    ZOOMED,
    State,
)
from tests.checks import PageCheck
from tests.engines import PACKAGES, at_least
from tests.exemptions import Finding
from tests.site import Page

ENGINE = PACKAGES / "axe-core" / "axe.min.js"
# The first engine that knows WCAG 2.2 as we need it; the one that axe-selenium-python brings may be from 2018.
OLDEST = (4, 14)

ALL: tuple[str, ...] = ()
SHAPES = ("hidden-content", "scrollable-region-focusable", "target-size")
LOOKS = (*SHAPES, "color-contrast", "color-contrast-enhanced", "link-in-text-block")
# Which rules each state is judged by, and why. A test runs all rules in all states of some pages, and finds no more.
RULES: dict[State, tuple[tuple[str, ...], str]] = {
    WIDE: (ALL, "the whole page, as most see it first"),
    NARROW: (ALL, "the menu is gone, and its button is there"),
    PAPER: (ALL, "the frame and its menus are gone"),
    MENU_OPEN: (ALL, "the menu stands over the page"),
    NO_SCRIPT: (ALL, "what scripts add is not there, and what they take away is"),
    DARK: (LOOKS, "what the wide screen has, in other colours"),
    NARROW_DARK: (LOOKS, "what the narrow screen has, in other colours"),
    FORCED_COLOURS: (SHAPES, "the same; axe reads the page's colours and not the reader's, so forced_colours.py looks at contrast"),
    SPACED: (LOOKS, "what the narrow screen has, with more room between letters, words and lines"),
    BIG_TEXT: (LOOKS, "what the narrow screen has, in bigger letters"),
    ZOOMED: (LOOKS, "what the narrow screen has, in a low window"),
}

CURRENT = 'axe.getRules().filter(rule => !rule.tags.includes("deprecated")).map(rule => rule.ruleId)'
# JavaScript, because axe-selenium-python puts it into a call of axe.run as it stands.
OPTIONS = f"""{{
  runOnly: {{type: "rule", values: %s || {CURRENT}}}, resultTypes: ["violations", "incomplete"], iframes: false,
}}"""


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Violations, and what axe could not decide: a machine's doubt needs an explanation too."""
    return judge(browser, page, state, RULES[state][0])


def judge(browser: Chrome, page: Page, state: State, rules: tuple[str, ...] = ALL) -> list[Finding]:
    """What axe finds by some of its rules, or by all that are not deprecated."""
    with scripts_run(browser, state):
        results = run(browser, rules)
    found = []
    for kind in ("violations", "incomplete"):
        for rule in results[kind]:
            for node in rule["nodes"]:
                said = f"{kind}: {rule['help']} {[check['message'] for check in node['any'] + node['all'] + node['none']]}"
                found.append(Finding(page.name, state.name, rule["id"], " ".join(map(str, node["target"])), said))
    return found


def run(browser: Chrome, rules: tuple[str, ...]) -> dict[str, Any]:
    """The engine's own results for the page as it stands."""
    results: dict[str, Any] = _engine(browser).run(options=OPTIONS % (list(rules) or "null"))
    return results


def rules(browser: Chrome) -> list[str]:
    """All rules of the engine that are not deprecated."""
    _engine(browser)
    found: list[str] = browser.execute_script(f"return {CURRENT}")
    return found


def _engine(browser: Chrome) -> Axe:
    """The engine, brought into the page if it is not there, and new enough."""
    axe = Axe(browser, script_url=str(ENGINE))
    version = browser.execute_script("return window.axe?.version")
    if version is None:
        axe.inject()
        version = browser.execute_script("return axe.version")
    assert at_least(version, OLDEST), f"axe {version} is too old to judge"
    return axe


CRITERIA = ("1.1.1", "1.3.1", "1.3.5", "1.4.1", "1.4.3", "1.4.4", "1.4.6", "2.2.1", "2.4.4", "2.5.8", "3.1.1", "3.1.2", "4.1.2")
CHECKS = [PageCheck("axe", CRITERIA, tuple(RULES), look)]
