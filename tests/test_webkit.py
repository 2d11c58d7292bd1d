"""A second browser engine, WebKit, as in Safari: axe finds nothing there either, wide and light,
narrow and dark.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from a11y.browser.webkit import NoWebKit, sized, webkit
from a11y.checks.axe import ENGINE
from a11y.exemptions import Finding
from a11y.site import Page, site
from tests import addresses
from tests.findings import unexplained, used

pytestmark = [pytest.mark.xdist_group("webkit"), pytest.mark.browser, pytest.mark.look]


# Pages that show, together, all that a page may show; once a week, all of them.
PAGES = [
    pytest.param(path, id=addresses.name(path), marks=marks)
    for path in addresses.pages()
    for marks in [() if path in addresses.of_every_look() else pytest.mark.weekly]
]


@pytest.fixture(scope="module", params=[False, True], ids=["light-1280", "dark-320"])
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[WebDriver, bool]]:
    """WebKit, started once for each state."""
    try:
        with webkit(tmp_path_factory.mktemp("webkit"), dark=request.param) as started:
            sized(started, *((320, 640) if request.param else (1280, 900)))
            yield started, request.param
    except NoWebKit as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize("page", PAGES, indirect=True)
def test_axe_finds_nothing_in_webkit(
    page: Page, browser: tuple[WebDriver, bool], record_property: Callable[[str, object], None]
) -> None:
    driver, dark = browser
    driver.get(site().address + page.path)
    assert driver.execute_script("return innerWidth") == (320 if dark else 1280)
    assert (
        driver.execute_script("return matchMedia('(prefers-color-scheme: dark)').matches") is dark
    )
    driver.execute_script(ENGINE.read_text(encoding="utf-8"))
    found = _findings(
        page, f"webkit-{'dark-320' if dark else 'light-1280'}", driver.execute_async_script(JUDGE)
    )
    record_property("exemptions_used", used(found))
    assert unexplained(found) == []


JUDGE = (
    "axe.run({resultTypes: ['violations']}).then(found =>"
    " arguments[0](JSON.stringify(found.violations)))"
)


def _findings(page: Page, state: str, answer: str) -> list[Finding]:
    rules: list[dict[str, Any]] = json.loads(answer)
    return [
        Finding(page.name, state, rule["id"], " ".join(map(str, node["target"])), rule["help"])
        for rule in rules
        for node in rule["nodes"]
    ]
