"""Rooms of the house and their floors: a module imports only from its own room and from below."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.project import ROOT

IMPORTS_TESTS = r"^\s*(from|import) tests\b"
# Floor of each room: a folder with all below it, or a single module. The longest name counts.
FLOORS = {
    "charter/characters.py": 0, "charter": 1, "charter/model": 1, "charter/render": 1,
    "charter/map": 2, "publish": 2,
    "charter/data": 3, "publish/gates": 3, "publish/pdf": 3, "tools": 4,
    "charter/answers": 4, "publish/offline": 4,
    "charter/todo": 5, "charter/api": 5, "charter/comments": 5, "charter/translations": 5,
    "charter/site": 6,
    "charter/editors": 7, "publish/files": 7, "a11y": 7,
    "charter/__main__.py": 8, "publish/__main__.py": 8, "publish/nginx.py": 8, "macros.py": 8,
}  # fmt: skip
# Where modules of one name are about one subject: what a thing is, how it is counted, how it is
# drawn; and a fault and the check that finds it.
SAME_SUBJECT = (
    {"charter/model", "charter/answers", "charter/site/pages"},
    {"charter/model", "a11y/faults", "a11y/checks"},
)
# Names that stand for two things all the same, each with its reason.
TWO_THINGS = {
    "site": "the file site.yml, and the built site",
    "outline": "the headings of a page, and the shapes of an area: two packages",
    "pictures": "taking pictures of pages, and checking pictures on pages",
}


@cache
def modules() -> tuple[str, ...]:
    """Every module of the house, as a path from the root. Tests are no part of it."""
    folders = [ROOT / name for name in ("charter", "publish", "tools", "a11y")]
    files = [ROOT / "macros.py", *(file for folder in folders for file in folder.rglob("*.py"))]
    return tuple(file.relative_to(ROOT).as_posix() for file in files)


def room(module: str) -> str:
    """The room that a module is in."""
    return max((name for name in FLOORS if f"{module}/".startswith(f"{name}/")), key=len)


def imported(module: str) -> Iterator[str]:
    """The modules of the house that a module imports."""
    known = set(modules())
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        paths = [name.replace(".", "/") for name in names]
        yield from ({f"{path}{end}" for path in paths for end in (".py", "/__init__.py")} & known)


def test_there_are_few_rooms_on_few_floors() -> None:
    entrances = {name for name in FLOORS if name.endswith(".py")}
    assert len(FLOORS.keys() - entrances) <= 20
    assert len(set(FLOORS.values())) <= 9
    assert {room(module) for module in modules()} == FLOORS.keys()


def test_no_module_imports_from_a_higher_floor_or_from_another_room_of_its_own() -> None:
    up = [
        f"{module} imports {other}"
        for module in modules()
        for other in imported(module)
        if room(other) != room(module) and FLOORS[room(other)] >= FLOORS[room(module)]
    ]
    assert not up, "\n".join(up)


def test_no_module_of_the_house_imports_a_test() -> None:
    texts = {module: (ROOT / module).read_text(encoding="utf-8") for module in modules()}
    wrong = [module for module, text in texts.items() if re.search(IMPORTS_TESTS, text, re.M)]
    assert not wrong, wrong


def test_no_two_modules_of_different_subjects_have_one_name() -> None:
    places = defaultdict(set)
    for module in map(Path, modules()):
        if module.stem not in ("__init__", "__main__"):
            places[module.stem].add(module.parent.as_posix())
    clashes = {
        name: sorted(rooms)
        for name, rooms in places.items()
        if len(rooms) > 1 and not any(rooms <= subject for subject in SAME_SUBJECT)
    }
    assert clashes.keys() == TWO_THINGS.keys(), clashes
