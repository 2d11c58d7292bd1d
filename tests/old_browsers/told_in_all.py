"""The table of browsers and paths that a run shows at its end."""

from collections.abc import Iterator, Sequence
from typing import Any

Ended = tuple[str, str, int, str, float, float]  # browser, path, width, how, from when, till when


def lines(ended: Sequence[Any]) -> Iterator[str]:
    """A row for each browser and a column for each path, with how it ended at each width."""
    paths = list(dict.fromkeys(path for _, path, *_ in ended))
    browsers = list(dict.fromkeys(browser for browser, *_ in ended))
    yield _row("", paths)
    for one in browsers:
        hows = [
            " ".join(how for browser, path, _, how, *_ in ended if (browser, path) == (one, column))
            for column in paths
        ]
        yield _row(one, hows)
    took = max(till for *_, till in ended) - min(since for *_, since, _ in ended)
    hold = sum(how == HOLDS for *_, how, _, _ in ended)
    yield f"Each at {' and '.join(str(width) for width in sorted({each[2] for each in ended}))} px."
    yield f"{hold} of {len(ended)} hold. The run took {took / 60:.1f} minutes."


HOLDS, FAILS = "holds", "FAILS"


def _row(first: str, cells: Sequence[str]) -> str:
    return f"{first:20}" + "".join(f"{cell:14}" for cell in cells)
