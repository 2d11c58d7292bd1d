"""The judges that come from npm: where they are, and which versions."""

import json
import os
import shutil
import sys
from pathlib import Path

HOME = Path(__file__).parent
PACKAGES = HOME / "node_modules"
NODE = (
    shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    or "node"
)


def version(package: str) -> str:
    """The version of a package that is really there, not the one that is asked for."""
    found: str = json.loads((PACKAGES / package / "package.json").read_text(encoding="utf-8"))[
        "version"
    ]
    return found


def at_least(found: str, oldest: tuple[int, ...]) -> bool:
    """Whether a version, such as 4.14.1, is new enough."""
    return tuple(int(part) for part in found.split(".")[: len(oldest)]) >= oldest
