"""Exact pins in requirements files: which there are, the same files without them, and the same
files with newer ones.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

CONSTRAINTS = "constraints.txt"
# name==version, then perhaps a condition such as python_version < "3.12", then perhaps a comment.
PIN = re.compile(
    r"(?P<name>[\w.-]+)==(?P<version>[\w.!+]+)(?P<rest>(?P<space>["
    r" ]*)(?:;(?P<marker>[^#]*))?(?:#.*)?)"
)


@dataclass(frozen=True)
class Change:
    """A pin that was raised, added (no `old`), or that nothing here needs any more (no `new`)."""

    file: str
    name: str
    old: str
    new: str

    def __str__(self) -> str:
        if not self.new:
            return (
                f"{self.file}: {self.name}=={self.old} is not needed here. Take it out, unless"
                " another system needs it"
            )
        return (
            f"{self.file}: {self.name} {self.old} → {self.new}"
            if self.old
            else f"{self.file}: {self.name} {self.new} is new"
        )


def files(project: Path) -> list[Path]:
    """Every requirements file of a project, below its root. Hidden folders and those of npm don't
    count.
    """
    found = [file.relative_to(project) for file in project.rglob("requirements.txt")]
    return sorted(
        file
        for file in found
        if not any(part.startswith(".") or part == "node_modules" for part in file.parts)
    )


def loosened(text: str) -> str:
    """A requirements file without its pins and its constraints: whatever is newest. A name that has
    two pins is asked for once.
    """
    lines: dict[str, None] = {}
    for line in text.splitlines():
        if pin := PIN.fullmatch(line):
            lines[pin["name"]] = None
        elif not line.startswith("-c "):
            lines[line] = None
    return "".join(f"{line}\n" for line in lines)


def raised(file: str, text: str, newest: Mapping[str, str]) -> tuple[str, list[Change]]:
    """A requirements file with newer pins, all comments kept, and what changed. `newest` has
    versions by their plain name.

    A pin whose condition does not hold for the Python that runs this stays as it is.
    """
    changes, lines = [], []
    for line in text.splitlines():
        pin = PIN.fullmatch(line)
        new = newest.get(canonicalize_name(pin["name"])) if pin else None
        if (
            pin
            and new
            and new != pin["version"]
            and (not pin["marker"] or Marker(pin["marker"].strip()).evaluate())
        ):
            changes.append(Change(file, pin["name"], pin["version"], new))
            # What follows stays in its column, as far as there is room.
            room = max(len(pin["space"]) + len(pin["version"]) - len(new), 1 if pin["rest"] else 0)
            line = f"{pin['name']}=={new}{' ' * room}{pin['rest'].lstrip()}".rstrip()
        lines.append(line)
    return "".join(f"{line}\n" for line in lines), changes


def constrained(text: str, newest: Mapping[str, str], named: set[str]) -> tuple[str, list[Change]]:
    """The constraints with newer pins, and with those added that are new. `named` has what
    requirements files pin themselves.
    """
    text, changes = raised(CONSTRAINTS, text, newest)
    lines = text.splitlines()
    known = {canonicalize_name(pin["name"]): pin for pin in map(PIN.fullmatch, lines) if pin}
    changes += [
        Change(CONSTRAINTS, pin["name"], pin["version"], "")
        for name, pin in known.items()
        if name not in newest
    ]
    new = sorted(set(newest) - set(known) - named)
    changes += [Change(CONSTRAINTS, name, "", newest[name]) for name in new]
    comments = [line for line in lines if not PIN.fullmatch(line)]
    pins = [line for line in lines if PIN.fullmatch(line)] + [
        f"{name}=={newest[name]}" for name in new
    ]
    return "".join(f"{line}\n" for line in [*comments, *sorted(pins, key=str.casefold)]), changes


def pinned(text: str) -> set[str]:
    """The plain names of what a requirements file pins."""
    return {canonicalize_name(pin["name"]) for pin in map(PIN.fullmatch, text.splitlines()) if pin}
