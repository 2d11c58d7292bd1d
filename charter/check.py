"""The whole check of a project folder: data and pages. Used by the command line and by the site's build alike."""

from pathlib import Path

from charter import pages, prose, stubs
from charter.load import load
from charter.model import Charter
from charter.problems import ProblemsFound


def check(project: Path) -> Charter:
    """Load `data/`, and look whether the pages in `docs/` fit it and ask only for what can be drawn.

    Raises:
        ProblemsFound: the data are wrong, or the pages do not fit them.
    """
    docs = project / "docs"
    problems = prose.mistakes(docs, pages.OFFERED)
    try:
        charter = load(project / "data")
    except ProblemsFound as found:
        raise ProblemsFound(found.problems + problems) from None
    problems += [change.problem for change in stubs.changes(charter, docs)]
    if problems:
        raise ProblemsFound(problems)
    return charter
