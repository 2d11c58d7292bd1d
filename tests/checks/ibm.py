"""What IBM's Equal Access engine finds by its rules for WCAG 2.2: a second opinion, by other people's rules than axe's.

Its violations fail. What it only asks a human to look at is counted. (A rule of its that breaks down says nothing.)
"""

from typing import Any

from selenium.webdriver import Chrome

from tests.browser.emulation import scripts_run
from tests.browser.states import MENU_OPEN, NARROW, NO_SCRIPT, PAPER, WIDE, State
from tests.checks import PageCheck
from tests.engines import PACKAGES, at_least, version
from tests.exemptions import Finding
from tests.site import Page

PACKAGE = "accessibility-checker-engine"
OLDEST = (4, 0, 34)
RULES = "WCAG_2_2"

# The engine keeps its name to itself when a test's script brings it, so it is handed to the page. It is slow to start, so it stays there.
ENGINE = "{engine}\nwindow.equalAccess = new ace.Checker();"
RUN = """
const [rules, done] = arguments;
const told = ({ruleId, value, message, path, snippet}) => ({rule: ruleId, kind: value.join(" "), message, path: path.dom, snippet});
equalAccess.check(document, [rules]).then(report => done(report.results.filter(one => one.value[1] !== "PASS").map(told)));
"""


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Violations, and as advice what the engine only wants a human to look at."""
    with scripts_run(browser, state):
        found = [_finding(page, state, result) for result in run(browser)]
    return found


def run(browser: Chrome) -> list[dict[str, Any]]:
    """All that the engine does not take for right on the page as it stands."""
    rules(browser)
    found: list[dict[str, Any]] = browser.execute_async_script(RUN, RULES)
    return found


def rules(browser: Chrome) -> list[str]:
    """The engine's rules for WCAG 2.2. Brings it into the page, if it is not there."""
    if not browser.execute_script("return 'equalAccess' in window"):
        assert at_least(version(PACKAGE), OLDEST)
        browser.execute_script(ENGINE.format(engine=(PACKAGES / PACKAGE / "ace.js").read_text(encoding="utf-8")))
    found: list[str] = browser.execute_script("return [...new Set(equalAccess.rulesetRules[arguments[0]])]", RULES)
    assert len(found) > 100, "this engine does not know WCAG 2.2"
    return found


def _finding(page: Page, state: State, result: dict[str, Any]) -> Finding:
    said = f"{result['kind']}: {result['message']} {result['snippet']}"
    return Finding(page.name, state.name, f"ibm {result['rule']}", result["path"], said, advice=result["kind"] != "VIOLATION FAIL")


CHECKS = [PageCheck("ibm", ("1.1.1", "1.3.1", "2.4.1", "2.4.6", "3.3.2", "4.1.2"), (WIDE, NARROW, PAPER, MENU_OPEN, NO_SCRIPT), look)]
