"""`python -m charter sync`: write and remove the pages in docs/ that the data ask for."""

from argparse import ArgumentParser, Namespace

from charter import stubs
from charter.load import load

HELP = "write and remove the pages in docs/ that the data ask for"


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(given: Namespace) -> str:
    """Bring pages and data in step, and tell what was done."""
    return "\n".join(stubs.sync(load(given.project / "data"), given.project / "docs")) or "Nothing to do: pages and data are in step."
