"""How long until a saved file is seen? Edits a data file while `mkdocs serve` runs, and asks until the new words are served."""

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.project import copy

ROUNDS = 3
PATIENCE = 120  # seconds


def watch(folder: Path) -> None:
    """Print the seconds from saving a pledge to its new words on its page, which the browser then loads again by itself."""
    project = copy(folder / "live")
    file = next(iter(sorted((project / "data/pledges").glob("*.yml"))))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--livereload",
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    environment = {**os.environ, "SITE_URL": f"http://127.0.0.1:{port}/"}
    page = f"http://127.0.0.1:{port}/charter/{file.stem}/"
    serving = subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _until(page, "<h1")
        times = [_after_saving(file, page, f"Rounds made: {number}.") for number in range(ROUNDS)]
    finally:
        serving.terminate()
        serving.wait()
    told = ", ".join(f"{seconds:.1f}" for seconds in times)
    print(
        f"From saving a file to its words on the served page: {statistics.median(times):.1f} s (median of {told})."
    )


def _after_saving(file: Path, page: str, words: str) -> float:
    text = file.read_text(encoding="utf-8")
    lines = [
        f'question: "{words}"' if line.startswith("question:") else line
        for line in text.splitlines()
    ]
    start = time.monotonic()
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _until(page, words)
    return time.monotonic() - start


def _until(page: str, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(page, timeout=PATIENCE) as answer:
                if words in answer.read().decode():
                    return
        except OSError:  # it doesn't listen yet
            pass
        time.sleep(0.05)
    raise SystemExit(f'"{words}" did not come to {page} in {PATIENCE} s.')
