"""`python -m charter wordings`: add the words of new and changed pledges to the list of words that
were published.
"""

from argparse import ArgumentParser, Namespace

from charter.data import published_wordings
from charter.data.load import load

HELP = "add the words of new and changed pledges to the list of words that were published"


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(given: Namespace) -> str:
    """Add what is new; raises ProblemsFound where a pledge says something new and does not say why."""
    data = given.project / "data"
    added, all_of_them = published_wordings.add_new(load(data), data)
    return f"{added} new wordings of pledges are promised now, {all_of_them} in all."
