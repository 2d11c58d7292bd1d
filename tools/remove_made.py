"""`python3 -m tools.remove_made [FOLDERS]`: remove what our commands have made, as far
as it is theirs alone. It runs where nothing is installed.
"""

import shutil
import sys
from pathlib import Path

from charter.command_line import run_command
from charter.our_folders import why_not_folder
from charter.problems import Problem, ProblemsFound

# A folder → what the program that made it has left in it.
MADE = {
    ".venv": "site.stamp",
    ".build": "CACHEDIR.TAG",
    "a11y/engines/node_modules": ".package-lock.json",
    "tests/editor/node_modules": ".package-lock.json",
    "tests/old_browsers/node_modules": ".package-lock.json",
    ".pytest_cache": "CACHEDIR.TAG",
    ".mypy_cache": "CACHEDIR.TAG",
    ".ruff_cache": "CACHEDIR.TAG",
}
SITE = "site"
NOT_OURS = "no command of ours has made this, so it stays. Take it away yourself, if it may go"


def main(names: list[str]) -> int:
    """Remove these folders, or all; the exit status is 1 where one is not ours."""
    kept = []
    for name in names or [SITE, *MADE]:
        folder = Path(name)
        if said := _why_not(folder):
            kept.append(Problem(name, 1, "", said))
        elif folder.exists():
            shutil.rmtree(folder)
    if kept:
        raise ProblemsFound(kept)
    return 0


def _why_not(folder: Path) -> str:
    if folder.as_posix() == SITE:
        return why_not_folder(folder)
    made = [name for name in MADE if folder == Path(name) or Path(name) in folder.parents]
    ways = [part for part in (folder, *folder.parents) if part != Path()]
    if not made or any(part.is_symlink() for part in ways) or ".." in folder.parts:
        return NOT_OURS
    return "" if not folder.exists() or (Path(made[0]) / MADE[made[0]]).is_file() else NOT_OURS


if __name__ == "__main__":
    sys.exit(run_command(lambda: main(sys.argv[1:])))
