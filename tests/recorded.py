"""What tests recorded for the end of a run."""

from collections.abc import Iterable
from typing import Any


def told(reporter: Any, name: str) -> Iterable[Any]:
    """Everything that passed and failed tests recorded under a name (it survives the way from
    worker to report).
    """
    for each in reporter.getreports("passed") + reporter.getreports("failed"):
        yield from (value for key, value in each.user_properties if key == name)
