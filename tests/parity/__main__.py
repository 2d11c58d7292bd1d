"""Build this checkout with each tool, and print what is the same. An exit status of 1 says that the
table of differences is not right.
"""

import sys
import tempfile
from pathlib import Path

from tests import project
from tests.parity import table
from tests.parity.builders import BUILDERS, OTHERS, OURS, build, named, prepare
from tests.parity.compare import differences, seen


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        checkout = project.copy(Path(folder))
        prepare(checkout)
        sites = {
            name: seen(build(name, checkout), [checkout / "docs", checkout / "theme"])
            for name in BUILDERS
        }
    found = {name: differences(sites[OURS], sites[name]) for name in OTHERS}
    print(", ".join(named(name) for name in BUILDERS))
    print(table.printed(OURS, sites, found, table.rows()))
    right = all(
        not table.unexplained(name, found[name], table.rows())
        and not table.gone(name, found[name], table.rows())
        for name in OTHERS
    )
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
