"""Plain English: words, sentences, paragraphs, short forms and link texts. Each finding says where
it was typed and what to write.
"""

from a11y.checks import SiteCheck
from a11y.exemptions import Finding
from a11y.site import Site
from tests.words.look import look
from tests.words.remarks import Remark


def _look(site: Site) -> list[Finding]:
    return [_finding(found) for found in look(site)]


def _finding(found: Remark) -> Finding:
    place = str(found.problem).removesuffix(found.problem.message).rstrip(": ")
    return Finding(found.page, "every state", f"words-{found.rule}", place, found.problem.message)


# Link texts in context and alone, unusual words, short forms, reading level.
CHECKS = [SiteCheck("plain words", ("2.4.4", "2.4.9", "3.1.3", "3.1.4", "3.1.5"), _look)]
