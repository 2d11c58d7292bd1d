"""Faults of the charter's own, planted so that the judge can prove that it finds such faults."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from charter.data import yaml_reader
from charter.model import fields
from charter.problems import Problem
from charter.render import html
from charter.site import check

FAULTS: dict[str, Callable[[], Any]] = {}


def _fault(plant: Callable[[], Any]) -> Callable[[], Any]:
    FAULTS[plant.__name__.replace("_", " ").strip()] = plant
    return plant


@_fault
def _templates_do_not_escape() -> Any:
    unescaped = html._environment().overlay(autoescape=False, cache_size=0)
    return patch.object(html, "_environment", lambda: unescaped)


@_fault
def _of_two_equal_keys_one_is_dropped() -> Any:
    real = yaml_reader._Reader._mapping

    def mapping(self: Any, node: Any, path: Any) -> dict[str, object]:
        first = {pair[0].value: pair for pair in reversed(node.value)}
        node.value = list(first.values())
        return real(self, node, path)

    return patch.object(yaml_reader._Reader, "_mapping", mapping)


@_fault
def _notes_swallow_text() -> Any:
    return patch.multiple(yaml_reader, NOTE=NEVER, NOTE_BEHIND_NAME=NEVER, NOTE_BEHIND_HYPHEN=NEVER)


@_fault
def _loading_raises() -> Any:
    def load(*_: Any) -> Any:
        raise KeyError("id")

    return patch.object(check, "load", load)


@_fault
def _loading_never_ends() -> Any:
    return patch.object(check, "load", lambda *_: time.sleep(3600))


@_fault
def _loading_eats_memory() -> Any:
    return patch.object(
        check,
        "load",
        lambda *_: [b"x" * 10_000_000 + bytes([number % 256]) for number in range(1000)],
    )


@_fault
def _any_address_will_do() -> Any:
    return patch.object(fields, "urlsplit", lambda _: SimpleNamespace(scheme="https", hostname="x"))


@_fault
def _problems_say_no_line() -> Any:
    return patch.object(Problem, "__init__", _without_line)


def _without_line(self: Problem, file: str, line: int, field: str, message: str) -> None:
    for name, value in {
        "file": file,
        "line": 10**6,
        "field": field,
        "message": "ValidationError",
    }.items():
        object.__setattr__(self, name, value)


class _Never:
    def match(self, *_: Any) -> None:
        return None

    search = match


NEVER = _Never()


@contextmanager
def charter(fault: str) -> Iterator[None]:
    """The charter with a fault, or as it is where none is named."""
    with ExitStack() as stack:
        if fault:
            stack.enter_context(FAULTS[fault]())
        yield
