"""How long a command takes: on the clock, and of the processor, which says more where others use the machine too."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Took:
    """Seconds on the clock, and seconds of the processor, with those of the command's own commands."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.processor:.2f} s of the processor, {self.clock:.2f} s on the clock"


def timed(command: list[str], folder: Path, **environment: str) -> Took:
    """Run a command in a folder. Stops the bench, with what the command said, where it fails."""
    before, start = os.times(), time.monotonic()
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    clock, after = time.monotonic() - start, os.times()
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-4000:]}")
    processor = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    return Took(clock, processor)


def median(several: list[Took]) -> Took:
    """The median of each."""
    return Took(
        statistics.median(took.clock for took in several),
        statistics.median(took.processor for took in several),
    )


def load() -> str:
    """How busy the machine is: the processes that wanted a processor, on average over 1, 5 and 15 minutes."""
    return f"Load of this machine: {', '.join(f'{part:.1f}' for part in os.getloadavg())}, for {os.cpu_count()} processors."
