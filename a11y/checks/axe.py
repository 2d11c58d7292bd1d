"""What axe-core finds: all its rules where a state changes what is there, and those on looks where
it only looks different.
"""

from dataclasses import dataclass
from typing import Any

from axe_selenium_python import Axe
from selenium.common.exceptions import JavascriptException
from selenium.webdriver import Chrome

from a11y.browser import states
from a11y.browser.emulation import scripts_run
from a11y.browser.states import NO_SCRIPT, State
from a11y.checks import PageCheck
from a11y.engines import PACKAGES, at_least
from a11y.exemptions import Finding
from a11y.site import Page

ENGINE = PACKAGES / "axe-core" / "axe.min.js"
# The first engine that knows WCAG 2.2 as we need it; the one that axe-selenium-python brings may be
# from 2018.
OLDEST = (4, 14)

ALL: tuple[str, ...] = ()
ROOM = ("hidden-content", "scrollable-region-focusable")
SIZES = (*ROOM, "target-size")
COLOURS = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")


@dataclass(frozen=True)
class Rules:
    """Which rules a state is judged by, and why these. `parts` are the parts of the page that it
    changes, where that is not all of it.
    """

    names: tuple[str, ...]
    reason: str
    parts: tuple[str, ...] = ()


EVERYTHING = Rules(ALL, "to see whether the table below is too small")
# A test runs all rules in all states of some pages, and finds no more than these do.
RULES = {
    states.WIDE: Rules(ALL, "the whole page, as most see it first"),
    states.NO_SCRIPT: Rules(
        ALL,
        "what scripts add is not there, and what they take away is; a page without scripts is the"
        " narrow screen's",
    ),
    states.MENU_OPEN: Rules(
        ALL,
        "the header has more in it than on any other screen; below, the page is the narrow"
        " screen's",
        ("header", "details"),
    ),
    states.NARROW: Rules(
        (*SIZES, *COLOURS),
        "what the wide screen has, in another order and size; its menu's button is judged with the"
        " menu open",
    ),
    states.DARK: Rules(COLOURS, "what the wide screen has, in other colours"),
    states.NARROW_DARK: Rules(COLOURS, "what the narrow screen has, in other colours"),
    states.PAPER: Rules(
        (*ROOM, *COLOURS),
        "what the wide screen has less its frame, in print's colours; nobody meets landmarks or"
        " controls on paper",
    ),
    states.SPACED: Rules(
        SIZES,
        "what the narrow screen has in the same colours, with more room between letters, words and"
        " lines",
    ),
    states.BIG_TEXT: Rules(
        SIZES, "what the narrow screen has in the same colours, in bigger letters"
    ),
    states.ZOOMED: Rules(
        ROOM, "what the narrow screen has in the same colours and sizes, in a low window"
    ),
    states.FORCED_COLOURS: Rules(
        ROOM,
        "axe reads the page's colours and not the reader's, so forced_colours.py looks at contrast",
    ),
}

CURRENT = (
    'axe.getRules().filter(rule => !rule.tags.includes("deprecated")).map(rule => rule.ruleId)'
)
# JavaScript, because axe-selenium-python puts it into a call of axe.run as it stands.
OPTIONS = f"""{{
  runOnly: {{type: "rule", values: %s || {CURRENT}}},
  resultTypes: ["violations", "incomplete"], iframes: false,
}}"""


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Violations, and what axe could not decide: a machine's doubt needs an explanation too."""
    if state is NO_SCRIPT and not page.has_scripts:
        return []
    return judge(browser, page, state, RULES[state])


def judge(browser: Chrome, page: Page, state: State, rules: Rules = EVERYTHING) -> list[Finding]:
    """What axe finds by some of its rules, or by all that are not deprecated."""
    with scripts_run(browser, state):
        results = run(browser, rules)
    found = []
    for kind in ("violations", "incomplete"):
        for rule in results[kind]:
            for node in rule["nodes"]:
                said = (
                    f"{kind}: {rule['help']}"
                    f" {[check['message'] for check in node['any'] + node['all'] + node['none']]}"
                )
                target = " ".join(map(str, node["target"]))
                doubt = kind == "incomplete" and not page.settings.doubts_fail
                found.append(Finding(page.name, state.name, rule["id"], target, said, doubt))
    return found


def run(browser: Chrome, rules: Rules) -> dict[str, Any]:
    """The engine's own results for the page as it stands."""
    context = list(rules.parts) or None
    options = OPTIONS % (list(rules.names) or "null")
    axe = Axe(browser, script_url=str(ENGINE))
    try:
        results: dict[str, Any] = axe.run(context, options)
    except JavascriptException:  # the engine is not in the page yet
        inject(browser)
        results = axe.run(context, options)
    return results


def inject(browser: Chrome) -> None:
    """Bring the engine into the page; it must be new enough."""
    Axe(browser, script_url=str(ENGINE)).inject()
    version = browser.execute_script("return axe.version")
    assert at_least(version, OLDEST), f"axe {version} is too old to judge"


def rules(browser: Chrome) -> list[str]:
    """All rules of the engine that are not deprecated."""
    inject(browser)
    found: list[str] = browser.execute_script(f"return {CURRENT}")
    return found


CRITERIA = "1.1.1 1.3.1 1.3.5 1.4.1 1.4.3 1.4.4 1.4.6 2.2.1 2.4.4 2.5.8 3.1.1 3.1.2 4.1.2"
CHECKS = [PageCheck("axe", tuple(CRITERIA.split()), tuple(RULES), look)]
