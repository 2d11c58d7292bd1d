"""`python -m charter sync`: bring in step with the data what is made from them: pages in docs/, and
what editors are shown.
"""

from argparse import ArgumentParser, Namespace

from charter.data.load import load
from charter.editors import sync
from charter.problems import ProblemsFound
from charter.site import docs_stubs

HELP = (
    "write and remove the pages in docs/ that the data ask for, and write what editors are shown in"
    " data/"
)


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(given: Namespace) -> str:
    """Bring all in step, and tell what was done; raises ProblemsFound where words of somebody's own
    stand in the place of a record's page.
    """
    data, docs = given.project / "data", given.project / "docs"
    charter = load(data)
    told = docs_stubs.write(charter, docs) + sync.sync(charter, data)
    said = "\n".join(told) or "Nothing to do: all is in step with the data."
    if problems := docs_stubs.problems(charter, docs):
        print(said)
        raise ProblemsFound(problems)
    return said
