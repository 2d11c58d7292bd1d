"""`check --watch`: check again whenever something in `data/` or `docs/` changes."""

import datetime
import time
from collections.abc import Callable
from pathlib import Path

from charter.project_files import files

FOLDERS = ("data", "docs")
# Seconds between two looks. A look at some hundred files takes a few thousandths of one.
PAUSE = 0.5

Seen = dict[Path, tuple[int, int]]


def watch(project: Path, look: Callable[[], str]) -> None:
    """Say what `look` finds, with the time, now and after each change. It goes on until somebody
    presses Ctrl and C.
    """
    before: Seen = {}
    try:
        while True:
            if (now := seen(project)) != before:
                before = now
                print(f"{datetime.datetime.now():%H:%M:%S} {look()}", flush=True)
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        print()


def seen(project: Path) -> Seen:
    """When each file that people change was last changed, and its size."""
    found: Seen = {}
    for folder in FOLDERS:
        for file in files(project / folder):
            try:
                facts = file.stat()
            except OSError:
                continue  # it went away while we looked
            found[file] = (facts.st_mtime_ns, facts.st_size)
    return found
