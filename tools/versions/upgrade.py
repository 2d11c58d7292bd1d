"""`make upgrade`: raise all pins to the newest versions that go together, and show what changed.
The tests then say if all is well.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.utils import canonicalize_name

from tools.versions import pins
from tools.versions.newest import HELD, ROOT, write_loosened
from tools.versions.pins import Change

NEXT = "Now run: make test. If it fails, hold back what broke in tools/held.txt, with the reason."


def main() -> int:
    """Write new pins into requirements files, constraints and lock files; the exit status is 0
    where that went well.
    """
    oldest = re.search(
        r'requires-python = ">=(\d+)\.(\d+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    if oldest and sys.version_info[:2] != tuple(map(int, oldest.groups())):
        version = ".".join(oldest.groups())
        print(
            f"Pins have to fit the oldest Python that we build on, {version}. Run: make clean &&"
            f" make PYTHON=python{version} upgrade"
        )
        return 1
    changes = write(ROOT, newest_python(ROOT)) + [
        change for folder in npm_folders(ROOT) for change in raise_npm(folder)
    ]
    print("\n".join([*map(str, changes), NEXT]) if changes else "Everything is the newest already.")
    return 0


def newest_python(project: Path) -> dict[str, str]:
    """The newest version of every package that go together, by their plain names. Nothing is
    installed.
    """
    with tempfile.TemporaryDirectory(prefix="charter-upgrade-") as folder:
        write_loosened(project, Path(folder))
        asked = [part for file in pins.files(project) for part in ("-r", str(Path(folder) / file))]
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--dry-run",
            "--ignore-installed",
            "--quiet",
            "--report",
            "-",
        ]
        done = subprocess.run(
            [*command, "-c", str(HELD), *asked], capture_output=True, text=True, check=False
        )
    if done.returncode != 0:
        sys.exit(f"pip found no versions that go together:\n{done.stderr}")
    found = [package["metadata"] for package in json.loads(done.stdout)["install"]]
    return {canonicalize_name(package["name"]): package["version"] for package in found}


def write(project: Path, newest: dict[str, str]) -> list[Change]:
    """Write the newest versions into every requirements file and into the constraints. Returns what
    changed.
    """
    changes: list[Change] = []
    named: set[str] = set()
    for file in pins.files(project):
        text, changed = pins.raised(
            file.as_posix(), (project / file).read_text(encoding="utf-8"), newest
        )
        (project / file).write_text(text, encoding="utf-8")
        named |= pins.pinned(text)
        changes += changed
    constraints = project / pins.CONSTRAINTS
    text, changed = pins.constrained(constraints.read_text(encoding="utf-8"), newest, named)
    constraints.write_text(text, encoding="utf-8")
    return changes + changed


def npm_folders(project: Path) -> list[Path]:
    """Every folder with needs from npm."""
    return sorted(
        file.parent
        for file in project.rglob("package.json")
        if not {"node_modules", ".venv"} & set(file.parts)
    )


def raise_npm(folder: Path) -> list[Change]:
    """Have npm write the newest versions into package.json and its lock file. Returns what changed."""
    before = _npm_pins(folder)
    wanted = [f"{name}@latest" for name in before]
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    npm = Path(sys.executable).parent / "npm"
    subprocess.run(
        [str(npm), "install", "--package-lock-only", "--save-exact", *quiet, *wanted],
        cwd=folder,
        check=True,
    )
    after = _npm_pins(folder)
    file = (folder / "package.json").relative_to(ROOT).as_posix()
    return [
        Change(file, name, before[name], version)
        for name, version in after.items()
        if before[name] != version
    ]


def _npm_pins(folder: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads((folder / "package.json").read_text(encoding="utf-8"))[
        "dependencies"
    ]
    return found


if __name__ == "__main__":
    sys.exit(main())
