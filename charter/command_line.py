"""How every command ends: whatever goes wrong is told in a line that any console can show, and
nothing is left half done.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from types import FrameType

from charter.annotations import annotate
from charter.problems import ProblemsFound, in_one_line

# What ends a program from outside, where it can be told to clean up first.
SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
STOPPED = "Stopped. Each file is the old one or the new one, whole."
SYSTEM = (
    "{} ({}). Each file is the old one or the new one, whole. Mend that, and run the command again."
)


# Schemas and lists of fields are made of docstrings, which -OO leaves out.
NO_HELPS = "PYTHONOPTIMIZE is 2, which leaves texts out of the site. Take that setting away"


def run_command(command: Callable[[], int]) -> int:
    """Run a command; the exit status, which is 1 where anything is to be mended."""
    if sys.flags.optimize > 1:
        print(NO_HELPS, file=sys.stderr)
        return 1
    show_any_text()
    try:
        with _signals_that_clean_up():
            return command()
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        annotate(found.problems)
    except KeyboardInterrupt as stopped:
        print(STOPPED, file=sys.stderr)
        return 128 + int(*stopped.args or [signal.SIGINT])
    except OSError as wrong:  # a full disk, a folder that may not be read
        names = [str(name) for name in (wrong.filename, wrong.filename2) if name]
        said = SYSTEM.format(wrong.strerror or wrong, in_one_line(" and ".join(names) or "a file"))
        print(said, file=sys.stderr)
    return 1


def show_any_text() -> None:
    """Let consoles that know few letters, as on Windows, show others as \\u0177."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def _signals_that_clean_up() -> Iterator[None]:
    def stop(number: int, _: FrameType | None) -> None:
        raise KeyboardInterrupt(number)  # which no library takes for its own

    before = {each: signal.getsignal(each) for each in SIGNALS}
    for each, handler in before.items():
        if handler == signal.SIG_DFL:
            signal.signal(each, stop)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
