"""No command of any program writes over or removes what somebody else has put where it writes: each
command and option, in trees full of other people's files.
"""

import argparse
import json
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from a11y import report
from charter.map.postcodes import INDEX
from tests import made_up_translations, project
from tests.accessibility_tree import is_a_snapshot
from tests.made_up_answers import copies, write
from tests.project import ROOT
from tests.screen_reader.__main__ import is_a_transcript
from tests.test_our_files import look
from tools.map import geojson, make_postcodes

TABLE = yaml.safe_load((ROOT / "tests" / "other_peoples_files.yml").read_text(encoding="utf-8"))
NO_PLACE = {"--project", "--name", "--column", "--without-pdf"}
# Programs that say themselves what may be said to them.
PARSERS = ["charter", "publish", "publish.checksum", "a11y"]
ROOMS = ("charter", "publish", "tools", "a11y", "tests")


def programs() -> set[str]:
    """Every module that `python -m` runs."""
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    found = (
        file.relative_to(ROOT).with_suffix("")
        for file in files
        if "node_modules" not in file.parts
        and not file.name.startswith("test_")
        and 'if __name__ == "__main__"' in file.read_text(encoding="utf-8")
    )
    return {".".join(path.parts).removesuffix(".__main__") for path in found}


def of_parser(parser: argparse.ArgumentParser, called: str) -> Iterator[list[str]]:
    """Each command of a parser, bare and with each of its options."""
    actions = [each for each in parser._actions if each.dest != "help"]
    below = [each for each in actions if isinstance(each, argparse._SubParsersAction)]
    for name, one in (pair for each in below for pair in each.choices.items()):
        yield from ([name, *rest] for rest in of_parser(one, f"{called} {name}"))
    if below:
        return
    bare: list[str] = []
    for each in actions:
        if not each.option_strings or each.required:
            bare += [*each.option_strings[:1], *values(called, each)]
    yield bare
    for each in actions:
        option = f"{called} {(each.option_strings or [''])[0]}"
        if each.option_strings and not each.required and option not in TABLE["endless"]:
            flag = each.nargs == 0
            yield [*bare, each.option_strings[0], *([] if flag else values(called, each))]


def values(called: str, action: argparse.Action) -> list[str]:
    """What stands for an argument."""
    option = f"{called} {(action.option_strings or [''])[0]}"
    found: list[str] = TABLE["values of"].get(option) or TABLE["values"][action.dest]
    return found


@cache
def commands() -> dict[str, list[list[str]]]:
    """Every command of every program that is run here, with each option."""
    found = {name: [given] for name, given in TABLE["plain"].items()}
    for name in set(PARSERS) - TABLE["elsewhere"].keys():
        module = import_module(f"{name}.__main__" if (ROOT / name).is_dir() else name)
        found[name] = [*of_parser(module.parser(), name)]
    return found


def test_no_program_is_forgotten() -> None:
    assert programs() == commands().keys() | TABLE["elsewhere"].keys()
    assert {name for name, given in commands().items() if not given} == set()


Plant = Callable[[Path, bytes, Path], object]


def link(path: Path, _: bytes, outside: Path) -> None:
    outside.mkdir(exist_ok=True)
    target = outside / f"{len([*outside.iterdir()])}.txt"
    target.write_text("mine", encoding="utf-8")
    path.symlink_to(target)


def folder(path: Path, _: bytes, outside: Path) -> None:
    path.mkdir()
    (path / "work.txt").write_text("mine", encoding="utf-8")


def read_only(path: Path, _: bytes, outside: Path) -> None:
    path.write_text("mine", encoding="utf-8")
    path.chmod(0o444)


# What stands where a command would write: from the path, what it would write there, and a folder
# elsewhere.
TREES: dict[str, Plant] = {
    "own words": lambda path, ours, _: path.write_text("mine", encoding="utf-8"),
    "own words below ours": lambda path, ours, _: path.write_bytes(ours + b"\nmine\n"),
    "folders": folder,
    "links": link,
    "read only": read_only,
    "files for folders": lambda path, ours, _: None,
}


def start(folder: Path, whole: bool) -> Path:
    """A project, as git keeps it, with what commands are given."""
    if whole:
        made = project.copy(folder / "project")
    else:
        made = folder / "project"
        made_up_translations.area(made)
        for name in ("README.md", "groups.yml", "offline.yml", "wcag.yml"):
            if not (made / "data" / name).exists():
                shutil.copy(ROOT / "data" / name, made / "data" / name)
    (copy,) = write(made / "in", copies(made, 1)) if not whole else [made / "mkdocs.yml"]
    copy.rename(made / "copy.json") if not whole else None
    (made / "filled.docx").write_bytes(made_up_translations.filled_sheet())
    (made / "comments.csv").write_text("comment\nThey listen.\n", encoding="utf-8")
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=made, check=True)
    return made


def run(name: str, given: list[str], monkeypatch: pytest.MonkeyPatch) -> object:
    """Run a program as `python -m` does; its exit status."""
    monkeypatch.setattr(sys, "argv", [name, *given])
    for module in (name, f"{name}.__main__"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    try:
        runpy.run_module(name, run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        return ended.code
    return 0


def plant(made: Path, targets: dict[str, bytes], tree: str) -> set[str]:
    """Put other people's things in the place of each target; which targets have one now."""
    planted = set()
    for target, ours in targets.items():
        path = made.parent / target
        if tree == "files for folders":
            missing = [part for part in reversed(path.parents) if not part.exists()]
            if missing and missing[0].parent.is_dir():
                missing[0].write_text("mine", encoding="utf-8")
            if not path.is_file():
                planted.add(target)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        TREES[tree](path, ours, made.parent / "outside")
        planted.add(target)
    return planted


def written(before: dict[str, object], folder: Path) -> dict[str, bytes]:
    """The files that a command has made or changed, with what is in them."""
    after = look(folder)
    names = [name for name, seen in after.items() if before.get(name) != seen]
    files = [Path(name) for name in names if Path(name).is_file()]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def often(given: list[str]) -> list[pytest.MarkDecorator]:
    """Options that say nothing of where to write are tried once a week."""
    return [pytest.mark.weekly] * bool(NO_PLACE & {*given})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "given"),
    [
        pytest.param(name, given, marks=often(given))
        for name in sorted(commands().keys() - {"publish"})
        for given in commands()[name]
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_no_command_touches_what_is_somebody_else_s(
    name: str, given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = start(tmp_path / "clean", "start" in given)
    monkeypatch.chdir(clean)
    before = look(clean.parent)
    run(name, given, monkeypatch)
    targets = written(before, clean.parent)
    for tree in TREES:
        made = start(tmp_path / tree, "start" in given)
        theirs = plant(made, targets, tree)
        its_own = {str(made.parent / target) for target in targets.keys() - theirs}
        monkeypatch.chdir(made)
        before = look(made.parent)
        run(name, given, monkeypatch)
        after = look(made.parent)
        touched = {path for path, seen in before.items() if after.get(path) != seen}
        assert touched <= its_own, tree


@pytest.mark.build
@pytest.mark.parametrize(
    "given",
    [pytest.param(given, marks=often(given)) for given in commands()["publish"]],
    ids=" ".join,
)
def test_publish_touches_nothing_that_is_somebody_else_s(
    given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it writes is known: the site, where it goes, and pages of records."""
    site = "elsewhere" if "--to" in given else "site"
    places = [f"{site}/index.html", f"{site}/CNAME", f"{site}.new/a", f"{site}.old/a"]
    places += ["docs/charter/ambition-1.md", "docs/.gitignore", "docs/.made-by-charter"]
    for tree in TREES:
        made = start(tmp_path / tree, whole=True)
        planted = plant(made, {f"project/{place}": b"ours" for place in places}, tree)
        assert planted
        monkeypatch.chdir(made)
        before = look(made.parent)
        assert run("publish", given, monkeypatch) == 1, tree
        after = look(made.parent)
        assert {path for path, seen in before.items() if after.get(path) != seen} == set(), tree


def test_a_report_is_never_written_over_other_text(tmp_path: Path) -> None:
    file, made = tmp_path / "report.json", dict.fromkeys(report.FIELDS, "")
    report.write(made, file)
    report.write({**made, "looks": 2}, file)
    for theirs in ("mine", json.dumps(made), f"{file.read_text(encoding='utf-8')}\nmine"):
        file.write_text(theirs, encoding="utf-8")
        with pytest.raises(FileExistsError):
            report.write(made, file)
        assert file.read_text(encoding="utf-8") == theirs


def test_snapshots_and_transcripts_are_known_from_words_of_people() -> None:
    for folder, ours in (("snapshots", is_a_snapshot), ("transcripts", is_a_transcript)):
        files = [*(ROOT / "tests" / folder).glob("*.txt")]
        assert files and all(ours(file, file.read_text(encoding="utf-8")) for file in files)
        assert not ours(files[0], "Somebody's own words.\n")


def test_the_lists_of_the_map_are_known_from_others() -> None:
    shapes = (ROOT / "data" / "area" / "districts.geojson").read_text(encoding="utf-8")
    postcodes = (ROOT / "docs" / INDEX).read_text(encoding="utf-8")
    assert geojson.is_as_written(ROOT, shapes) and make_postcodes._is_whole(ROOT, postcodes)
    for theirs in ("mine", f"{shapes}\nmine", postcodes.replace("a", "b", 1), "{}", "[]"):
        assert not geojson.is_as_written(ROOT, theirs)
        assert not make_postcodes._is_whole(ROOT, theirs)
