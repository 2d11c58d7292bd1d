"""What IBM's Equal Access engine finds by its rules for WCAG 2.2: a second opinion, by other
people's rules than axe's.

Its violations fail. So does every question to a human that the settings of a site have no answer
to, where doubts fail. (A rule of its that breaks down says nothing.)
"""

from typing import Any

from selenium.common.exceptions import JavascriptException
from selenium.webdriver import Chrome

from a11y.browser.states import MENU_OPEN, State
from a11y.checks import PageCheck
from a11y.engines import PACKAGES, at_least, version
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

PACKAGE = "accessibility-checker-engine"
OLDEST = (4, 0, 34)
RULES = "WCAG_2_2"

# The engine keeps its name to itself when a test's script brings it, so it is handed to the page.
# It is slow to start, so it stays there.
ENGINE = "{engine}\nwindow.equalAccess = new ace.Checker();"
RUN = script("ibm-run")


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Violations and new questions, and as advice the questions that we have answered."""
    return [_finding(page, state, result) for result in run(browser)]


def run(browser: Chrome) -> list[dict[str, Any]]:
    """All that the engine does not take for right on the page as it stands."""
    try:
        found: list[dict[str, Any]] = browser.execute_async_script(RUN, RULES)
    except JavascriptException:  # the engine is not in the page yet
        inject(browser)
        found = browser.execute_async_script(RUN, RULES)
    return found


def inject(browser: Chrome) -> None:
    """Bring the engine into the page; it must be new enough."""
    assert at_least(version(PACKAGE), OLDEST)
    browser.execute_script(
        ENGINE.format(engine=(PACKAGES / PACKAGE / "ace.js").read_text(encoding="utf-8"))
    )


def rules(browser: Chrome) -> list[str]:
    """The engine's rules for WCAG 2.2."""
    inject(browser)
    found: list[str] = browser.execute_script(
        "return [...new Set(equalAccess.rulesetRules[arguments[0]])]", RULES
    )
    return found


def _finding(page: Page, state: State, result: dict[str, Any]) -> Finding:
    said = f"{result['kind']}: {result['message']} {result['snippet']}"
    answers = page.settings.answers | page.settings.answers_in_case
    answered = result["rule"] in answers or not page.settings.doubts_fail
    advice = result["kind"] != "VIOLATION FAIL" and answered
    return Finding(
        page.name, state.name, f"ibm {result['rule']}", result["path"], said, advice=advice
    )


# With the menu open all of a page is there, its button too.
CHECKS = [PageCheck("ibm", ("1.1.1", "1.3.1", "2.4.6", "3.3.2", "4.1.2"), (MENU_OPEN,), look)]
