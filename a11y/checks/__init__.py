"""The checks, one concern a file. A test runs them on every page; the suite's own test plants
faults for them to find.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from selenium.webdriver import Chrome

from a11y.browser.states import State
from a11y.exemptions import Finding
from a11y.site import Page, Site


@dataclass(frozen=True)
class PageCheck:
    """Looks at one page, open in a browser in one of its states, and leaves it as it found it.

    It judges by what the page is made of and by nothing else, because a page that has not changed
    may not be looked at again.

    `criteria` are the numbers of the WCAG 2.2 success criteria that it helps to judge.
    """

    name: str
    criteria: tuple[str, ...]
    states: tuple[State, ...]
    look: Callable[[Chrome, Page, State], list[Finding]]


@dataclass(frozen=True)
class SiteCheck:
    """Looks at all pages together: what must be the same on each, or different."""

    name: str
    criteria: tuple[str, ...]
    look: Callable[[Site], list[Finding]]


@cache
def checks() -> list[PageCheck | SiteCheck]:
    """All that the files beside this one offer as their `CHECKS`."""
    files = sorted(file.name for file in pkgutil.iter_modules(__path__, f"{__name__}."))
    return [check for file in files for check in importlib.import_module(file).CHECKS]


def page_checks(state: State) -> list[PageCheck]:
    """The checks that look at a page in a state."""
    return [check for check in checks() if isinstance(check, PageCheck) and state in check.states]


def site_checks() -> list[SiteCheck]:
    """The checks that look at all pages together."""
    return [check for check in checks() if isinstance(check, SiteCheck)]
