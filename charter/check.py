"""The whole check of a project folder: data and stub pages. Used by the command line and by the site's build alike."""

from pathlib import Path

from charter.area import postcodes
from charter.load import load
from charter.model import Charter
from charter.problems import Problem, ProblemsFound
from charter.stubs import changes


def check(project: Path) -> Charter:
    """Load `data/`, and compare the stub pages and the list of postcodes in `docs/` with it.

    Raises:
        ProblemsFound: the data are wrong, or the stubs or the list do not fit them.
    """
    charter = load(project / "data")
    out_of_step = [change.problem for change in changes(charter, project / "docs")] + _postcodes(charter, project / "docs")
    if out_of_step:
        raise ProblemsFound(out_of_step)
    return charter


def _postcodes(charter: Charter, docs: Path) -> list[Problem]:
    """What is wrong with the list of postcodes: damage, or other places than those of the data."""
    name = f"{docs.name}/{postcodes.INDEX.as_posix()}"
    try:
        index = postcodes.read(docs / postcodes.INDEX, name)
    except ProblemsFound as found:
        return found.problems
    wanted = set(postcodes.meanings(charter.area).values())
    if differing := sorted(postcodes.places(index) ^ wanted):
        said = f'list and data do not have the same places (see "{differing[0]}"). Run: python -m tools.make_postcodes'
        return [Problem(name, 1, "", said)]
    return []
