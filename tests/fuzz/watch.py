"""Looks after workers: ends those that take too long for one run, starts others in their place, and adds up what they tell."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from tests.fuzz.mutations import Mutation
from tests.fuzz.worker import Done, Order, work

# Runs of one order: each has a seed of its own, so that any can be done again alone.
PORTION = 250
START = 120.0  # seconds for a worker to get ready
ROOM = 500_000_000  # bytes
PATIENCE = 20.0  # seconds for one run

BAD = ("traceback", "hang", "memory", "lost", "alive", "broken", "not helpful")


@dataclass
class Report:
    """What became of all runs: how many ended how, by kind of mutation; all that was bad; the most room that any worker had, in bytes."""

    runs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    by_kind: dict[str, Counter[str]] = field(default_factory=dict)
    bad: list[tuple[str, str, Sequence[Mutation]]] = field(default_factory=list)
    peak: int = 0

    def add(self, done: Done) -> None:
        """Count one run."""
        self.runs += 1
        self.outcomes[done.outcome] += 1
        for kind in {mutation.kind for mutation in done.mutations}:
            self.by_kind.setdefault(kind, Counter())[done.outcome] += 1
        self.bad += [(kind, what, done.mutations) for kind, what in done.bad]
        self.peak = max(self.peak, done.peak)

    def count(self, kind: str) -> int:
        """In how many runs something bad of a kind was found."""
        return len({id(mutations) for what, _, mutations in self.bad if what == kind})


@dataclass
class _Worker:
    """A process at work on an order. `since` is when it told something last, and `at` what it was doing then."""

    order: Order
    process: SpawnProcess
    told: Connection
    since: float
    at: list[Mutation] | None = None
    done: int = 0


def run(
    good: Path, orders: Sequence[Order], workers: int, patience: float = PATIENCE
) -> Iterator[Done]:
    """Do all orders, so many at once; gives each run as it ends. A run that takes longer, or ends its process, is ended and told."""
    waiting, busy = list(orders), list[_Worker]()
    try:
        while waiting or busy:
            while waiting and len(busy) < workers:
                busy.append(_start(waiting.pop(0), good))
            wait([worker.told for worker in busy], timeout=0.2)
            for worker in list(busy):
                yield from _listen(worker)
                if worker.told.closed:
                    busy.remove(worker)
                elif time.monotonic() - worker.since > (patience if worker.at else START):
                    yield _ended(worker, "hang", f"took more than {patience:.0f} seconds")
                    busy.remove(worker)
                    waiting.insert(0, _rest(worker))
                elif not worker.process.is_alive() and not worker.told.poll():
                    yield _ended(
                        worker, "traceback", f"the process died ({worker.process.exitcode})"
                    )
                    busy.remove(worker)
                    waiting.insert(0, _rest(worker))
            waiting = [order for order in waiting if order.runs > 0]
    finally:
        for worker in busy:
            worker.process.kill()
            worker.process.join()


def _start(order: Order, good: Path) -> _Worker:
    context = multiprocessing.get_context("spawn")
    told, tell = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(order, good, tell), daemon=True)
    process.start()
    tell.close()
    return _Worker(order, process, told, time.monotonic())


def _listen(worker: _Worker) -> Iterator[Done]:
    """All that a worker has told meanwhile. Its end of the line is closed when it has done everything."""
    try:
        while worker.told.poll():
            told: Any = worker.told.recv()
            worker.since = time.monotonic()
            if told is None:
                worker.told.close()
                worker.process.join()
                return
            if isinstance(told, Done):
                worker.done += 1
                yield told
            else:
                worker.at = told
    except EOFError:
        return


def _ended(worker: _Worker, outcome: str, why: str) -> Done:
    if worker.at is None:
        raise RuntimeError(f"a worker did not even start: {why}")
    worker.process.kill()
    worker.process.join()
    worker.done += 1
    return Done(worker.at, outcome, [(outcome, why)])


def _rest(worker: _Worker) -> Order:
    """What is left of an order, by another seed, so that it does not end the same way again."""
    order = worker.order
    return replace(order, seed=order.seed + 1_000_000, runs=order.runs - worker.done)


def portions(runs: int, seed: int) -> list[Order]:
    """Orders for so many runs in all."""
    return [
        Order(seed + start // PORTION, min(PORTION, runs - start), ROOM)
        for start in range(0, runs, PORTION)
    ]
