"""`python -m charter sync`: bring in step with the data what is made from them: pages in docs/, and what editors are shown."""

from argparse import ArgumentParser, Namespace

from charter import kit, stubs
from charter.load import load

HELP = "write and remove the pages in docs/ that the data ask for, and write what editors are shown in data/"


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(given: Namespace) -> str:
    """Bring all in step, and tell what was done."""
    charter = load(given.project / "data")
    told = stubs.sync(charter, given.project / "docs") + kit.sync(charter, given.project / "data")
    return "\n".join(told) or "Nothing to do: all is in step with the data."
