"""This site's settings for the checks in a11y/, its exemptions, and a check of its words."""

from collections.abc import Iterable

from a11y import exemptions
from a11y.checks import SiteCheck, add_checks
from a11y.exemptions import Finding
from a11y.settings import read_settings
from a11y.site import Site
from tests.project import ROOT
from tests.words.look import look
from tests.words.remarks import Remark

SETTINGS = read_settings(ROOT / "a11y" / "settings.yml")


def unexplained(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that count, and that no exemption covers."""
    return exemptions.unexplained(findings, SETTINGS.exemptions)


def used(findings: Iterable[Finding]) -> list[int]:
    """Which rows of the table of exemptions these findings needed."""
    return exemptions.used(findings, SETTINGS.exemptions)


def _look(site: Site) -> list[Finding]:
    return [_finding(found) for found in look(site)]


def _finding(found: Remark) -> Finding:
    place = str(found.problem).removesuffix(found.problem.message).rstrip(": ")
    return Finding(found.page, "every state", f"words-{found.rule}", place, found.problem.message)


# Link texts in context and alone, unusual words, short forms, reading level. Each finding says
# where it was typed and what to write.
PLAIN_WORDS = SiteCheck("plain words", ("2.4.4", "2.4.9", "3.1.3", "3.1.4", "3.1.5"), _look)
add_checks(PLAIN_WORDS)
