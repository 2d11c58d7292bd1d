"""`make fuzz`: ten thousand spoilt copies of the data. Prints how each kind of mutation ended.

The exit status is 0 where nothing bad was found.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.home import good_data
from tests.fuzz.mutations import KINDS
from tests.fuzz.watch import BAD, PATIENCE, ROOM, Report, portions, run

FEWEST_OF_A_KIND = 1  # for every thousand runs
SHOWN = 40


def main(arguments: list[str] | None = None) -> int:
    """Do the runs and tell what became of them."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz",
        description="Spoil the data in thousands of ways, and see what happens.",
    )
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument(
        "--seed",
        type=int,
        default=0,
        help="the same seed gives the same runs; a portion's own seed gives that portion",
    )
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args(arguments)
    print(
        f"{given.runs} runs with the seed {given.seed}. To do them again: python -m tests.fuzz --runs {given.runs} --seed {given.seed}",
        flush=True,
    )
    report, started = Report(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="charter-fuzz-") as folder:
        for done in run(good_data(Path(folder)), portions(given.runs, given.seed), given.workers):
            report.add(done)
            if report.runs % 1000 == 0:
                print(
                    f"{report.runs} runs after {time.monotonic() - started:.0f} seconds", flush=True
                )
    print("\n".join(told(report)))
    return 1 if faults(report, given.runs) else 0


def faults(report: Report, runs: int) -> list[str]:
    """Everything that must not be: what is bad, and signs that nothing was tried."""
    found = [
        f"{report.count(kind)} runs with something bad: {kind}"
        for kind in BAD
        if report.count(kind)
    ]
    if report.runs < runs:
        found.append(f"only {report.runs} of {runs} runs were done")
    if report.peak > ROOM:
        found.append(f"a worker had {report.peak / 1e6:.0f} MB")
    if missing := [
        kind
        for kind in KINDS
        if report.by_kind.get(kind, Counter()).total() < max(1, runs * FEWEST_OF_A_KIND // 1000)
    ]:
        found.append(f"hardly any run with: {', '.join(missing)}")
    found += [
        f"not one run ended in: {outcome}"
        for outcome in ("site", "told")
        if not report.outcomes[outcome]
    ]
    return found


def told(report: Report) -> Iterator[str]:
    """The table of all kinds and how they ended, then each kind of bad end with its count, which should be 0."""
    yield f"{'what was spoilt':24} {'runs':>6} {'site':>6} {'told':>6} {'other':>6}"
    for kind in KINDS:
        ends = report.by_kind.get(kind, Counter())
        other = ends.total() - ends["site"] - ends["told"]
        yield f"{kind:24} {ends.total():6} {ends['site']:6} {ends['told']:6} {other:6}"
    site, problems = report.outcomes["site"], report.outcomes["told"]
    yield f"{report.runs} runs (some spoilt several things): {site} ended in a site, {problems} in problems told."
    yield "; ".join(f"{kind}: {report.count(kind)}" for kind in BAD)
    yield f"Most memory of a worker: {report.peak / 1e6:.0f} MB of {ROOM / 1e6:.0f}. Time for one run: {PATIENCE:.0f} seconds at most."
    shown = {
        (kind, what[:60]): f"{kind}: {what[:300]}\n    {list(mutations)}"
        for kind, what, mutations in report.bad
    }
    yield from list(shown.values())[:SHOWN]


if __name__ == "__main__":
    sys.exit(main())
