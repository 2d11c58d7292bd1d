"""What a site is built from, as it is at one moment: a save during a build would give a site of
which one part is old and another is new.
"""

import hashlib
from pathlib import Path

from charter.our_folders import listed_paths
from charter.project_files import SETTINGS, files

FOLDERS = ("data", "docs", "theme")
Inputs = dict[str, str]


def inputs(project: Path) -> Inputs:
    """The fingerprint of each file that people write, by its path in the project."""
    found = [project / SETTINGS]
    found += [file for folder in FOLDERS for file in files(project / folder)]
    ours = by_build(project)  # some may go with their record
    return {
        path: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in found
        if (path := file.relative_to(project).as_posix()) not in ours and file.is_file()
    }


def by_build(project: Path) -> set[str]:
    """The pages that builds write, by their path in the project."""
    return {f"docs/{path}" for path in listed_paths(project / "docs")}


def changed(project: Path, before: Inputs) -> list[str]:
    """What to say of files that are not as they were. (The build itself writes some pages.)"""
    names = {name for name, _ in before.items() ^ inputs(project).items()} - by_build(project)
    said = "was changed while the site was being built. Run the command again."
    return [f"{name} {said}" for name in sorted(names)]
