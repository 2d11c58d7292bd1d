"""Times our checks in all states against pa11y-ci in one, over the same pages, on the same machine, in turn.

pa11y-ci is what many sites use. It looks at each page once, in a light and wide window, by axe's rules for WCAG 2 AA.
So our looks by axe alone are timed too: the same engine, but in all states.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from a11y.browser import install
from a11y.browser.states import STATES
from a11y.engines import NODE
from a11y.site import Site, site
from tests.project import ROOT

PA11Y = Path(__file__).parent / "node_modules" / "pa11y-ci" / "bin" / "pa11y-ci.js"
ROUNDS = 2
# As many at once as our two workers. A context of its own for each page fails with some versions of Chromium.
DEFAULTS = {
    "runners": ["axe"],
    "concurrency": 2,
    "timeout": 60_000,
    "useIncognitoBrowserContext": False,
}


def ours(built: Site) -> float:
    """Seconds for all pages in all states by all checks: two workers, nothing taken from before, the site built already."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "tests/test_states.py",
        "-k",
        "test_a_page_in_a_state",
        "-q",
        "--no-header",
    ]
    return _seconds(command, {**os.environ, "CI": "true", "BUILT_SITE": str(built.folder)})


def by_axe_alone(built: Site) -> float:
    """Seconds for all pages in all states by axe, in two processes as pa11y-ci has them."""
    environment = {**os.environ, "BUILT_SITE": str(built.folder)}
    command = [sys.executable, "-m", "tests.bench.axe_alone"]
    start = time.monotonic()
    halves = [
        subprocess.Popen(
            [*command, half], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        for half in ("0", "1")
    ]
    said = [half.communicate()[0].strip() for half in halves]
    seconds = time.monotonic() - start
    print(f"ours by axe alone: {seconds:.0f} s: {' and '.join(said)}", flush=True)
    return seconds


def pa11y(built: Site, config: Path) -> float:
    """Seconds for all pages in one state by pa11y-ci."""
    chromium = {"executablePath": install.browser(), "args": ["--no-sandbox"]}
    urls = [built.address + page.path for page in built.pages]
    config.write_text(
        json.dumps({"defaults": {**DEFAULTS, "chromeLaunchConfig": chromium}, "urls": urls}),
        encoding="utf-8",
    )
    return _seconds([NODE, str(PA11Y), "--config", str(config)], dict(os.environ))


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    seconds = time.monotonic() - start
    last = (done.stdout + done.stderr).strip().splitlines()[-1]
    print(
        f"{Path(command[-1]).name if command[0] == NODE else 'ours'}: {seconds:.0f} s: {last}",
        flush=True,
    )
    return seconds


def main() -> int:
    """Print both times and the ratio. The exit status is 0 where ours took less time."""
    built = site()
    print(
        f"{len(built.pages)} pages. Load of this machine: {', '.join(f'{part:.1f}' for part in os.getloadavg())}."
    )
    with tempfile.TemporaryDirectory() as folder:
        times = [
            (ours(built), by_axe_alone(built), pa11y(built, Path(folder) / "pa11y-ci.json"))
            for _ in range(ROUNDS)
        ]
    mine, axe, theirs = (min(column) for column in zip(*times, strict=True))
    print(
        f"By axe alone: ours, {len(STATES)} states: {axe:.0f} s. pa11y-ci, 1 state: {theirs:.0f} s. Ratio {axe / theirs:.2f}."
    )
    print(
        f"By all checks: ours, {len(STATES)} states: {mine:.0f} s. pa11y-ci, 1 state: {theirs:.0f} s. Ratio {mine / theirs:.2f}."
    )
    return 0 if mine < theirs else 1


if __name__ == "__main__":
    sys.exit(main())
