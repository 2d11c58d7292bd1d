"""A build that is killed, at whatever moment, leaves the old site or the new one, and the next
build takes no harm.
"""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from publish import __main__ as publish
from publish import swap
from publish.checksum import checksum
from tests import project
from tests.sample import edit

pytestmark = pytest.mark.xdist_group("atomic")

# Ends `python -m publish` as soon as it comes to a step. What MkDocs made stands in raw/ already.
KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from charter.data.load import load
from publish import __main__ as publish, swap
def build_pages(project, to, pdf):
    shutil.copytree(project / "raw", to)
    return load(project / "data")
def kill(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
publish.build_pages = build_pages
name = sys.argv[1]
if name == "_exchange":
    swap._exchange = kill
elif name in ("put_in_place", "_report"):
    setattr(publish, name, kill)
else:
    publish.STEPS[name] = kill
sys.exit(publish.main(["--without-pdf"]))
"""
# The steps in their order, and whether the new site stands by then.
STEPS = dict.fromkeys(publish.STEPS, False) | {
    "put_in_place": False,
    "_exchange": False,
    "_report": True,
}


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A project with an old site in it, whose data have changed since; how old and new site look;
    and what MkDocs makes of the new data.
    """
    copied = project.copy(tmp_path_factory.mktemp("atomic"))
    ended = project.run(copied, "publish", "--without-pdf")
    assert ended.status == 0, ended.said
    edit(copied / "data", "site.yml", "not_official: ", "not_official: New. ")
    assert project.run(copied, "publish", "--without-pdf", "--to", "new").status == 0
    assert project.run(copied, "mkdocs", "build", "--strict", "--site-dir", "raw").status == 0
    old, new = checksum(copied / "site"), checksum(copied / "new")
    assert old != new
    return copied, old, new


@pytest.mark.build
def test_a_build_that_is_killed_at_any_step_leaves_the_old_site_or_the_new_one(
    projects: tuple[Path, str, str], tmp_path: Path
) -> None:
    made, old, new = projects
    copied = tmp_path / "project"
    shutil.copytree(made, copied)
    for step, is_new in STEPS.items():
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, step],
            cwd=copied,
            capture_output=True,
            check=False,
        )
        assert ended.returncode == -signal.SIGKILL, (step, ended.stderr)
        assert checksum(copied / "site") == (new if is_new else old), step
    shutil.rmtree(copied / "site")
    shutil.copytree(made / "site", copied / "site")
    shutil.copytree(made / "site", copied / "site.new", dirs_exist_ok=True)
    (copied / "site.new" / ".left-over").write_text("by a killed build", encoding="utf-8")
    shutil.copytree(made / "site", copied / "site.old", dirs_exist_ok=True)
    assert project.run(copied, "publish", "--without-pdf").status == 0
    assert checksum(copied / "site") == new
    assert sorted(path.name for path in copied.glob("site*")) == ["site"]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A new folder, and one in the place where it belongs."""
    for name in ("site.new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name, encoding="utf-8")
    return tmp_path / "site.new", tmp_path / "site"


def test_two_folders_change_places_in_one_step_on_this_system(folders: tuple[Path, Path]) -> None:
    new, place = folders
    assert swap._exchange(new, place)
    assert (
        (new / "page").read_text(encoding="utf-8"),
        (place / "page").read_text(encoding="utf-8"),
    ) == ("site", "site.new")


@pytest.mark.parametrize("can", [True, False], ids=["in one step", "in two steps"])
def test_the_new_folder_takes_the_old_one_s_place(
    can: bool, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    new, place = folders
    swap.put_in_place(new, place)
    assert (place / "page").read_text(encoding="utf-8") == "site.new"
    assert list(place.parent.iterdir()) == [place]


def test_the_old_folder_comes_back_after_a_kill_between_two_steps(
    folders: tuple[Path, Path],
) -> None:
    new, place = folders
    place.rename(place.with_name("site.old"))
    swap.bring_back(place)
    assert (place / "page").read_text(encoding="utf-8") == "site"
    assert new.is_dir()
