"""A process that spoils data and judges what becomes of it, run after run. It may run out of time or room: watch.py looks after it."""

import re
import resource
import shutil
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

from hypothesis import HealthCheck, Phase, assume, given, seed, settings

from tests.fuzz import spoilt
from tests.fuzz.home import project
from tests.fuzz.judge import Judge, Verdict
from tests.fuzz.mutations import TURN, Copy, Mutation, Planted, apply, mutations
from tests.fuzz.quick import quick

# What Linux tells of a process.
STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Order:
    """What a worker has to do: so many runs, by this seed, with so much room (bytes). Kinds of mutation come in turn.

    `fault` is one of the charter's own, for tests.
    """

    seed: int
    runs: int
    room: int
    fault: str = ""
    kinds: tuple[str, ...] = tuple(TURN)


@dataclass(frozen=True)
class Done:
    """One run: what was spoilt, and how it ended. `peak` is the most room that the process has had so far, in bytes."""

    mutations: list[Mutation]
    outcome: str
    bad: list[tuple[str, str]] = field(default_factory=list)
    peak: int = 0


def work(order: Order, good: Path, tell: Connection) -> None:
    """Do all runs of an order. Tells each run's mutations before it starts, and what became of it after; None at the end."""
    folder = Path(tempfile.mkdtemp(prefix="charter-fuzz-"))
    try:
        judge, copy = _prepared(folder, good)
        # Room for the data of this process: what is shared with others, such as libraries, does not count.
        resource.setrlimit(resource.RLIMIT_DATA, (order.room, order.room))
        with quick(good, judge.project / "docs"), spoilt.charter(order.fault):
            _runs(order, good, lambda chosen: _one(judge, copy, chosen, tell))
        tell.send(None)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prepared(folder: Path, good: Path) -> tuple[Judge, Copy]:
    beside = project(folder)
    copy = Copy(good, beside / "data")
    judge = Judge(beside)
    verdict = judge.judge([])
    assert (verdict.outcome, verdict.bad) == ("site", []), f"before anything is spoilt: {verdict}"
    return judge, copy


def _runs(order: Order, good: Path, one: Callable[[list[Mutation]], None]) -> None:
    turn = order.seed * order.runs

    @seed(order.seed)
    @settings(
        max_examples=order.runs,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(mutations(good))
    def run(chosen: list[Mutation]) -> None:
        # Each kind in its turn, so that none is rare.
        nonlocal turn
        one([replace(chosen[0], kind=order.kinds[turn % len(order.kinds)]), *chosen[1:]])
        turn += 1

    run()


def _one(judge: Judge, copy: Copy, chosen: list[Mutation], tell: Connection) -> None:
    copy.make_good()
    tell.send(chosen)
    planted = spoil(copy.folder, chosen)
    assume(planted is not None)
    verdict = judged(judge, planted or [])
    tell.send(Done(chosen, verdict.outcome, verdict.bad[:20], _peak()))


def _peak() -> int:
    """The most memory that this process has ever had, in bytes. On Linux, what its parent had when it began does not count."""
    if STATUS.exists():
        (kilobytes,) = re.findall(r"(?m)^VmHWM:\s+(\d+) kB$", STATUS.read_text(encoding="ascii"))
        return int(kilobytes) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def spoil(data: Path, chosen: list[Mutation]) -> list[Planted] | None:
    """Apply mutations; what the last planted, or None where not one found its place. (It may have spoilt what earlier ones planted.)"""
    found = [planted for mutation in chosen if (planted := apply(mutation, data)) is not None]
    return found[-1] if found else None


def judged(judge: Judge, planted: list[Planted]) -> Verdict:
    """The verdict on one run; whatever is raised is bad."""
    try:
        return judge.judge(planted)
    except MemoryError:
        return Verdict("room", [("memory", "ran out of room")])
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {str(error)[:200]} ({Path(last.filename).name}, line {last.lineno})"
        return Verdict("traceback", [("traceback", said)])
