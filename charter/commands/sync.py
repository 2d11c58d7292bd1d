"""`python -m charter sync`: bring in step with the data what is made from them: pages in docs/, and
what editors are shown.
"""

from argparse import ArgumentParser, Namespace

from charter.data.load import load
from charter.editors import sync
from charter.site import docs_stubs

HELP = (
    "write and remove the pages in docs/ that the data ask for, and write what editors are shown in"
    " data/"
)


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(given: Namespace) -> str:
    """Bring all in step, and tell what was done."""
    charter = load(given.project / "data")
    told = docs_stubs.sync(charter, given.project / "docs") + sync.sync(
        charter, given.project / "data"
    )
    return "\n".join(told) or "Nothing to do: all is in step with the data."
