"""`python -m charter stale`: facts that nobody has checked for more than a year. A weekly job asks
this.
"""

from argparse import ArgumentParser, Namespace

from charter.clock import today
from charter.data.load import placed
from charter.problems import ProblemsFound
from charter.render.html import month
from charter.todo.stale import old_facts

HELP = "list facts that nobody has checked for more than a year"


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(given: Namespace) -> str:
    """Say that all facts are fresh; raises ProblemsFound with file and line of those that are not."""
    charter, places = placed(given.project / "data")
    if old := old_facts(charter, today()):
        said = (
            "{} was last checked in {}. Look whether it still holds, and write the month in which"
            " you looked"
        )
        raise ProblemsFound(
            [
                places.problem(fact.place, said.format(f'"{fact.name}"', month(fact.checked)))
                for fact in old
            ]
        )
    return (
        f"All facts were checked within the last year. We looked at {len(charter.sources)} sources."
    )
