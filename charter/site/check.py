"""The whole check of a project folder: data and pages. Used by the command line and by the site's
build alike.
"""

from pathlib import Path

from charter.answers import kept_private
from charter.data import published_addresses
from charter.data.load import load_with_map
from charter.map import postcodes
from charter.model import Charter
from charter.problems import Problem, ProblemsFound
from charter.site import (
    docs_files,
    docs_pages,
    docs_stubs,
    left_out,
    media_files,
    mkdocs_settings,
)


def check(project: Path) -> Charter:
    """Load `data/`, and look whether the pages in `docs/` fit it and ask only for what can be
    drawn.

    Raises:
        ProblemsFound: the data are wrong, or the pages do not fit them.
    """
    docs = project / "docs"
    by_hand = docs_pages.addresses(docs)
    problems = mkdocs_settings.mistakes(project) + docs_pages.mistakes(docs)
    problems += docs_files.mistakes(docs)
    try:
        charter, lines = load_with_map(project / "data", by_hand)
    except ProblemsFound as found:
        raise ProblemsFound(found.problems + problems) from None
    problems += docs_stubs.problems(charter, docs) + docs_stubs.without_record(charter, docs)
    problems += _postcodes(charter, docs) + kept_private.problems(charter, project)
    problems += media_files.problems(charter, project, lines)
    gone = left_out.pages(charter, left_out.docs_files(charter, docs))
    problems += published_addresses.lost_pages(
        charter.moved,
        published_addresses.promised(project / "data"),
        {*by_hand, *docs_stubs.addresses(charter)} - gone,
    )
    if problems:
        raise ProblemsFound(problems)
    return charter


def _postcodes(charter: Charter, docs: Path) -> list[Problem]:
    """What is wrong with the list of postcodes: damage, or other places than those of the data."""
    if not (charter.postcode_box and charter.area):  # the box is on the page of the area
        return []
    name = f"{docs.name}/{postcodes.INDEX.as_posix()}"
    try:
        index = postcodes.read(docs / postcodes.INDEX, name)
    except ProblemsFound as found:
        return found.problems
    wanted = set(postcodes.meanings(charter.area).values())
    if differing := sorted(postcodes.places(index) ^ wanted):
        said = (
            f'list and data do not have the same places (see "{differing[0]}"). Run: python -m'
            " tools.map.make_postcodes"
        )
        return [Problem(name, 1, "", said)]
    return []
