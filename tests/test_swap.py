"""A build that is killed, at whatever moment, leaves the old site or the new one, and the next
build takes no harm.
"""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from charter.command_line import STOPPED
from charter.data.load import load
from charter.model import Charter
from charter.our_folders import list_all
from publish import __main__ as publish
from publish import swap
from publish.checksum import checksum
from publish.swap import workplace
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


@pytest.mark.weekly
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
    assert project.run(copied, "publish", "--without-pdf").status == 0
    assert checksum(copied / "site") == new
    assert [path.name for path in copied.glob(".site*")] == []


@pytest.mark.build
@pytest.mark.weekly
def test_two_builds_at_once_both_end_well_and_leave_one_whole_site(
    projects: tuple[Path, str, str], tmp_path: Path
) -> None:
    made, _, new = projects
    copied = shutil.copytree(made, tmp_path / "project")
    command = [sys.executable, "-m", "publish", "--without-pdf"]
    builds = [subprocess.Popen(command, cwd=copied, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [build.wait() for build in builds] == [0, 0]
    assert checksum(copied / "site") == new
    assert [path.name for path in copied.glob(".site*")] == []


@pytest.mark.build
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_build_that_is_told_to_end_says_so_and_cleans_up(
    sent: signal.Signals, projects: tuple[Path, str, str]
) -> None:
    made, old, _ = projects
    command = [sys.executable, "-m", "publish", "--without-pdf"]
    # Where the tests run in the background, their shell may have such signals passed over.
    with subprocess.Popen(
        command,
        cwd=made,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(sent, signal.SIG_DFL),
    ) as build:
        while not [*made.glob(".site.*.new/site/assets")]:
            assert build.poll() is None
            time.sleep(0.05)
        build.send_signal(sent)
        _, said = build.communicate()
    assert (build.returncode, said) == (128 + sent, f"{STOPPED}\n")
    assert checksum(made / "site") == old
    assert [path.name for path in made.glob(".site*")] == []


@pytest.mark.build
@pytest.mark.parametrize(
    "file", ["data/site.yml", "docs/about.md", "docs/new.md", "theme/new.css", "mkdocs.yml"]
)
def test_a_save_during_a_build_is_told_and_the_old_site_stays(
    file: str, projects: tuple[Path, str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, old, _ = projects
    copied = shutil.copytree(made, tmp_path / "project")

    def build_pages(project: Path, to: Path, pdf: bool) -> Charter:
        shutil.copytree(project / "raw", to)
        charter = load(project / "data")
        with (project / file).open("a", encoding="utf-8") as saved:
            saved.write("# \n")
        return charter

    monkeypatch.setattr(publish, "build_pages", build_pages)
    monkeypatch.setattr(publish, "STEPS", {})
    assert publish.main(["--without-pdf", "--project", str(copied)]) == 1
    assert checksum(copied / "site") == old


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A new folder in a workplace, and one in the place where it belongs."""
    site = tmp_path / "site"
    with workplace(site) as new:
        for folder in (new, site):
            folder.mkdir()
            (folder / "page").write_text("old" if folder == site else "new", encoding="utf-8")
        list_all(site)
        yield new, site


def page(folder: Path) -> str:
    return (folder / "page").read_text(encoding="utf-8")


def test_two_folders_change_places_in_one_step_on_this_system(folders: tuple[Path, Path]) -> None:
    new, site = folders
    assert swap._exchange(new, site)
    assert (page(new), page(site)) == ("old", "new")


@pytest.mark.parametrize("can", [True, False], ids=["in one step", "in two steps"])
def test_the_new_folder_takes_the_old_one_s_place_and_any_server_may_read_it(
    can: bool, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    new, site = folders
    new.chmod(0o700)
    (new / "page").chmod(0o600)
    assert not swap.put_in_place(new, site)
    assert page(site) == "new"
    assert (site.stat().st_mode & 0o777, (site / "page").stat().st_mode & 0o777) == (0o755, 0o644)


def test_what_somebody_put_into_the_old_folder_meanwhile_stays(folders: tuple[Path, Path]) -> None:
    new, site = folders
    (site / "CNAME").touch()
    assert "CNAME in it was not made by a build" in swap.put_in_place(new, site)
    assert page(site) == "old"


def test_the_old_folder_comes_back_after_a_kill_between_two_steps_and_what_is_left_goes(
    tmp_path: Path,
) -> None:
    left, theirs = tmp_path / ".site.abc.new", tmp_path / ".site.mine.new"
    (left / "old").mkdir(parents=True)
    (left / "old" / "page").write_text("old", encoding="utf-8")
    list_all(left)
    theirs.mkdir()
    with swap.workplace(tmp_path / "site") as new:
        assert page(tmp_path / "site") == "old"
        with swap.workplace(tmp_path / "site"):
            assert new.parent.exists(), "another run is at work there"
    assert {path.name for path in tmp_path.iterdir()} == {"site", theirs.name}
