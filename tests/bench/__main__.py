"""Is the site still quick to build, to grow and to edit? Prints figures; an exit status of 1 says that an aim is missed."""

import sys
import tempfile
from pathlib import Path

from tests.bench import live, many, plain
from tests.bench.stopwatch import load


def main() -> int:
    """Run all three."""
    with tempfile.TemporaryDirectory() as folder:
        print(load(), flush=True)
        live.watch(Path(folder))
        reached = plain.compare(Path(folder))
        reached &= many.grow(Path(folder))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
