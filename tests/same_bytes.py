"""`make same`: is the site of one commit the same, byte by byte, whichever Python builds it?

Each Python gets a fresh clone of its own, in a folder, a time zone and a language of its own, and
does all the set-up there.
It needs nothing but git, make and those Pythons, so it runs with none of our packages.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Where a clone believes to be: what changes from machine to machine and must not change the site.
PLACES = [("UTC", "C.UTF-8"), ("Pacific/Auckland", "C"), ("America/Los_Angeles", "en_GB.UTF-8")]
# What an outer make would hand on.
OURS = ("SOURCE_DATE_EPOCH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VIRTUAL_ENV", "PYTHON")


def main(pythons: list[str]) -> int:
    """Build with each Python; print each checksum, and what differs. The exit status is 1 where
    anything does.
    """
    if not pythons:
        print('Say which Pythons: make same PYTHONS="python3.11 python3.13"', file=sys.stderr)
        return 1
    # The same Python twice is a question, too: so there are always two clones at least.
    asked = pythons if len(pythons) > 1 else pythons * 2
    with tempfile.TemporaryDirectory(prefix="same-") as folder:
        try:
            return told(
                [
                    _built(Path(folder) / f"clone-{at}", python, *PLACES[at % len(PLACES)])
                    for at, python in enumerate(asked)
                ]
            )
        except subprocess.CalledProcessError as failed:
            print(f"This could not be done: {' '.join(failed.cmd)}", file=sys.stderr)
            return 1


def told(built: list[list[str]]) -> int:
    """Say whether all sites are the same, each given as lines of a checksum and a path; the exit
    status is 1 where one is not.
    """
    differing = sorted(
        {line.split("  ", 1)[1] for lines in built for line in set(lines) ^ set(built[0])}
    )
    print(
        "The same bytes." if not differing else "These files differ:\n  " + "\n  ".join(differing)
    )
    return 1 if differing else 0


def _built(clone: Path, python: str, zone: str, language: str) -> list[str]:
    """A line for each file of the site that a fresh clone of the last commit gives. Raises
    CalledProcessError where it can't be built.
    """
    environment = {name: value for name, value in os.environ.items() if name not in OURS} | {
        "TZ": zone,
        "LC_ALL": language,
    }
    _run(["git", "clone", "--quiet", str(ROOT), str(clone)], ROOT, environment)
    _run(["make", "--silent", f"PYTHON={python}", "paper", "site"], clone, environment)
    checksum = [".venv/bin/python", "-m", "publish.checksum"]
    version = _run([".venv/bin/python", "--version"], clone, environment).strip()
    print(
        f"{_run(checksum, clone, environment).strip()}  {version}, {zone}, {language}", flush=True
    )
    return _run([*checksum, "--each"], clone, environment).splitlines()


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
