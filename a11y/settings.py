"""Settings: what is one site's own. Without a file of settings, what goes for any site."""

from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from a11y.exemptions import Exemption, read_exemptions

NAME = Path("a11y", "settings.yml")
# Selectors with a reason each, which the settings of a site add to.
NOT_ON_SCREEN = {
    "template": "what a script may put on the page",
    "details:not([open])": "opens by its summary, which shows",
    "[popover]:not(:popover-open)": "opens by its button, which shows",
}
NOT_PRINTED = {
    "nav": "links to other pages or to places on this page: nothing to choose on paper",
}
# Checks that ask more of a site than any guideline does.
HOUSE_RULES = (
    "broken words",
    "line height",
    "one left edge",
    "pictures made of dots",
    "same frame",
    "script",
)


class SettingsError(Exception):
    """A file of settings that can't be used; the message says why."""


@dataclass(frozen=True)
class Settings:
    """What the checks must know of a site. Parts of pages are CSS selectors."""

    menu_button: str = ""  # what opens the menu on a narrow screen, as a popover
    menu_open: str = ""  # what is there while it is open
    skip_link: str = "a.skip"  # shows only while it has the focus
    language: str = ""  # what every page says that it is in
    title_separator: str = ""  # stands between a page's title and the site's
    dark_mode: bool = False  # whether the site has colours for the dark
    doubts_fail: bool = False  # whether what an engine can't decide counts until it is explained
    markup_rules: str = "a11y"  # html-validate's presets, with commas between
    drawings_only: bool = False  # whether each page has a drawing, and no picture made of dots
    social_cards: str = ""  # the folder of pictures that other sites show with a link
    not_on_screen: dict[str, str] = field(default_factory=dict)  # and why
    not_printed: dict[str, str] = field(default_factory=dict)  # and why
    help: dict[str, str] = field(default_factory=dict)  # pages with help, and what help
    link_context: dict[str, str] = field(default_factory=dict)  # XPath conditions, and why
    scripted_words: dict[str, str] = field(default_factory=dict)  # and the words without script
    scripted_parts: tuple[str, ...] = ()  # say something else with script than without
    answers: dict[str, str] = field(default_factory=dict)  # to questions of IBM's engine, by rule
    answers_in_case: dict[str, str] = field(default_factory=dict)  # of what no page may have yet
    leave_out: tuple[str, ...] = HOUSE_RULES  # checks that this site is not judged by
    exemptions: tuple[Exemption, ...] = ()

    @property
    def unseen(self) -> str:
        """A selector of all that no screen shows."""
        return ", ".join([*NOT_ON_SCREEN, *self.not_on_screen])

    @property
    def unprinted(self) -> str:
        """A selector of all that paper leaves out."""
        return ", ".join([*NOT_PRINTED, *self.not_printed])


ANY_SITE = Settings()


@cache
def read_settings(file: Path) -> Settings:
    """The settings in a YAML file, with the exemptions in the file that it names."""
    given: Any = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    known = {one.name for one in fields(Settings)}
    if strange := sorted(given.keys() - known):
        raise SettingsError(f"{file}: there is no setting called {', '.join(strange)}")
    if table := given.pop("exemptions", ""):
        given["exemptions"] = tuple(read_exemptions(file.parent / table))
    lists = {key: tuple(value) for key, value in given.items() if isinstance(value, list)}
    return Settings(**{**given, **lists})


def find_settings(folder: Path) -> Settings:
    """The settings of the project that a folder stands in: `a11y/settings.yml` of the nearest
    folder above it that has one.
    """
    files = (above / NAME for above in folder.resolve().parents)
    return next((read_settings(file) for file in files if file.is_file()), ANY_SITE)
