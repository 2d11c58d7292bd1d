"""One page looked at in one state by all the checks for it. On your own machine, not again while
nothing has changed.
"""

import functools
import hashlib
import importlib.metadata
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from a11y.browser.driver import chrome, shown
from a11y.browser.states import State
from a11y.checks import page_checks
from a11y.engines import PACKAGES
from a11y.exemptions import Finding, unexplained, used
from a11y.site import Page, Site
from tests.project import ROOT

PLACE = "charter/clean-looks"
# What judges a page, besides the browser: engines, and everything in tests/ but the tests.
ENGINES = [
    PACKAGES / "axe-core" / "axe.min.js",
    PACKAGES / "accessibility-checker-engine" / "ace.js",
]
TESTS = ROOT / "tests"
HELPERS = [
    file
    for pattern in ("*", "checks/*", "browser/*", "engines/*.*")
    for file in TESTS.glob(pattern)
    if file.is_file()
]
JUDGES = ENGINES + sorted(
    file
    for file in HELPERS
    if not file.name.startswith("test_") and file.suffix in {".py", ".yml", ".json"}
)

# Files for people, which a page links to and no browser draws on it.
DOCUMENTS = {".html", ".pdf", ".txt"}


@dataclass(frozen=True)
class Look:
    """What came of a look: findings that count, exemptions that were needed, and questions to a
    human by rule.

    `from_before` says that an earlier run looked, and found nothing.
    """

    key: str
    left: list[Finding]
    used: list[int]
    advice: dict[str, int]
    from_before: bool = False


def look(site: Site, page: Page, state: State, before: dict[str, Any]) -> Look:
    """Look at a page in a state, unless the very same is among the clean looks of an earlier run."""
    key = fingerprint(site, page, state)
    if key in before:
        needed, advice = before[key]
        return Look(key, [], needed, advice, from_before=True)
    findings = _findings(site, page, state)
    return Look(
        key,
        unexplained(findings),
        used(findings),
        dict(Counter(finding.rule for finding in findings if finding.advice)),
    )


def _findings(site: Site, page: Page, state: State) -> list[Finding]:
    checks = page_checks(state)
    assert checks
    found = []
    with shown(page, state, where=site, keep=True) as browser:
        for check in checks:
            found += check.look(browser, page, state)
    return found


def clean_before(config: pytest.Config) -> dict[str, Any]:
    """What earlier runs on this machine found clean. Nobody takes CI's word for what it did not
    look at.
    """
    if os.environ.get("CI") or not hasattr(config, "cache"):
        return {}
    found: dict[str, Any] = config.cache.get(PLACE, {})
    return found


def remember(config: pytest.Config, clean: Iterable[tuple[str, Any]], whole: bool) -> None:
    """Keep clean looks for the next run. After a whole run, what it did not meet is of no use any
    more.
    """
    if hasattr(config, "cache"):
        kept = {} if whole else config.cache.get(PLACE, {})
        config.cache.set(PLACE, {**kept, **dict(clean)})


def fingerprint(
    site: Site, page: Page, state: State, judges: Iterable[Path] = tuple(JUDGES)
) -> str:
    """The same for the same page, styles and scripts, looked at in the same state by the same
    judges. The server's port does not count.
    """
    parts = [
        page.path,
        repr(state),
        _judges(tuple(judges)),
        *(_bytes(site, file).hex() for file in (page.file, *_named(site, page))),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _named(site: Site, page: Page) -> list[Path]:
    """The files that a page names and a browser loads, such as its styles and scripts."""
    values = re.findall(r'="([^"]+)"', page.file.read_text(encoding="utf-8"))
    files = {
        (page.file.parent / value.split("#")[0].split("?")[0]).resolve()
        for value in values
        if len(value) < 200
    }
    files |= {site.folder / value.lstrip("/") for value in values if value.startswith("/")}
    loaded = [file for file in files if file.is_file() and file.suffix not in DOCUMENTS]
    return sorted(file for file in loaded if file.is_relative_to(site.folder.resolve()))


def _bytes(site: Site, file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes().replace(site.address.encode(), b"/")).digest()


@functools.cache
def _judges(files: tuple[Path, ...]) -> str:
    packages = [importlib.metadata.version(name) for name in ("axe-selenium-python", "selenium")]
    browser = str(chrome().capabilities["browserVersion"])
    return hashlib.sha256(
        b"\n".join(
            [" ".join([*packages, browser]).encode(), *(file.read_bytes() for file in files)]
        )
    ).hexdigest()
