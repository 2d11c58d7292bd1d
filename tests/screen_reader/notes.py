"""What Orca said, as our voice wrote it down."""

import json
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

# Seconds until we give up on something.
PATIENCE = 60.0


class NoScreenReader(Exception):
    """The screen reader can't be run here, or it said nothing."""


class Note(NamedTuple):
    """One line of what our voice wrote down."""

    kind: str
    text: str
    about: str


def read(notes: Path) -> list[Note]:
    """What has been written down so far, whole lines only."""
    text = notes.read_text(encoding="utf-8") if notes.exists() else ""
    return [
        Note(*json.loads(line)) for line in text.splitlines(keepends=True) if line.endswith("\n")
    ]


def once_loaded(notes: list[Note]) -> list[Note]:
    """Without what is said while a page loads: "Loading" comes before the page's name or after it,
    as chance will have it.
    """
    loaded = [place for place, note in enumerate(notes) if note.text.startswith("Finished loading")]
    return notes[loaded[-1] :] if loaded else notes


def lines(notes: list[Note]) -> list[str]:
    """What was said, and all about one piece of the page on one line: "Home | link"."""
    said = [note for note in notes if note.kind in ("say", "read") and note.text.strip()]
    pieces = groupby(enumerate(said), key=lambda item: item[1].about or item[0])
    return [" | ".join(note.text.strip() for _, note in piece) for _, piece in pieces]


def patiently(ready: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    if not soon(ready, PATIENCE):
        raise NoScreenReader(f"Orca did not {what} within {PATIENCE:.0f} seconds")


def soon(ready: Callable[[], bool], seconds: float) -> bool:
    """Whether something is so before that many seconds have passed."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
