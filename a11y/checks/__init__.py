"""The checks, one concern a file. A test runs them on every page; the suite's own test plants
faults for them to find.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from selenium.webdriver import Chrome

from a11y.browser.states import MENU_OPEN, NARROW, State
from a11y.exemptions import Finding
from a11y.settings import Settings
from a11y.site import Page, Site


@dataclass(frozen=True)
class PageCheck:
    """Looks at one page, open in a browser in one of its states, and leaves it as it found it.

    `criteria` are the numbers of the WCAG 2.2 success criteria that it helps to judge.
    """

    name: str
    criteria: tuple[str, ...]
    states: tuple[State, ...]
    look: Callable[[Chrome, Page, State], list[Finding]]
    weekly: bool = False  # takes too long for every run

    def looks_at(self, state: State, settings: Settings) -> bool:
        """Whether it looks at a site's pages in a state. Of what only an open menu asks for, the
        narrow screen has to do where nothing is known of a menu.
        """
        instead = not settings.menu_open and state is NARROW and MENU_OPEN in self.states
        return (state in self.states or instead) and self.name not in settings.leave_out


@dataclass(frozen=True)
class SiteCheck:
    """Looks at all pages together: what must be the same on each, or different."""

    name: str
    criteria: tuple[str, ...]
    look: Callable[[Site], list[Finding]]


_added: list[PageCheck | SiteCheck] = []


def add_checks(*more: PageCheck | SiteCheck) -> None:
    """Let a project judge its site by checks of its own too."""
    _added.extend(check for check in more if check not in _added)


@cache
def _found() -> list[PageCheck | SiteCheck]:
    files = sorted(file.name for file in pkgutil.iter_modules(__path__, f"{__name__}."))
    return [check for file in files for check in importlib.import_module(file).CHECKS]


def checks() -> list[PageCheck | SiteCheck]:
    """All that the files beside this one offer as their `CHECKS`, and those that were added."""
    return [*_found(), *_added]


def check_called(name: str) -> PageCheck | SiteCheck:
    """The check of a name."""
    return next(check for check in checks() if check.name == name)


def page_checks(state: State, settings: Settings, weekly: bool = False) -> list[PageCheck]:
    """The checks that look at a site's pages in a state: those of every run, or of every week."""
    return [
        check
        for check in checks()
        if isinstance(check, PageCheck)
        and check.weekly is weekly
        and check.looks_at(state, settings)
    ]


def site_checks(settings: Settings) -> list[SiteCheck]:
    """The checks that look at all pages of a site together."""
    return [
        check
        for check in checks()
        if isinstance(check, SiteCheck) and check.name not in settings.leave_out
    ]
