"""A command run in a terminal of its own, where a test presses keys and waits for output."""

import signal
import sys
from pathlib import Path

import pexpect

# Seconds after which a command that neither asks nor ends is taken for stuck.
STUCK = 60


class Terminal:
    """A Python module of a project, run in a terminal of its own."""

    def __init__(self, project: Path, *command: str) -> None:
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", *command],
            cwd=str(project),
            encoding="utf-8",
            timeout=STUCK,
            dimensions=(60, 200),
            maxread=65536,
            # A run in the background may have been told to take no notice of Ctrl and C, and would
            # hand that on.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        self.shown = ""

    def press(self, key: str) -> None:
        """Press Ctrl and a key."""
        self._child.sendcontrol(key)

    def wait_for(self, said: str) -> None:
        """Wait until the command says something."""
        self._child.expect_exact(said)
        self.shown += self._child.before + said

    def end(self) -> int:
        """Wait until the command has ended; gives its exit status."""
        self._child.expect(pexpect.EOF)
        self.shown += self._child.before
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)
