"""The whole check of a project folder: data and stub pages. Used by the command line and by the site's build alike."""

from pathlib import Path

from charter.load import load
from charter.model import Charter
from charter.problems import ProblemsFound
from charter.stubs import changes


def check(project: Path) -> Charter:
    """Load `data/`, and compare the stub pages in `docs/` with it.

    Raises:
        ProblemsFound: the data are wrong, or the stubs do not fit them.
    """
    charter = load(project / "data")
    out_of_step = [change.problem for change in changes(charter, project / "docs")]
    if out_of_step:
        raise ProblemsFound(out_of_step)
    return charter
