"""`publish --to` goes into nothing, an empty folder, or one that a build has made."""

from pathlib import Path

import pytest

from charter.our_folders import list_all
from publish.__main__ import main
from tests.test_our_files import look

# A folder, from the project → what is said of it.
REFUSED = {
    ".": "the project itself, or a folder around it",
    "..": "the project itself, or a folder around it",
    "/": "a folder around it",
    "~": "your home folder",
    "docs": "something is in it, and no build has made it",
    "docs/new": "lies in a folder of the project's own",
    ".git": "lies in a folder of the project's own",
    "theirs": "something is in it, and no build has made it",
    "theirs/../theirs/": "something is in it, and no build has made it",
    "old-site": "CNAME in it was not made by a build",
    "made/below": "lies in",
    "file": "this is no folder",
    "link": "this is a link",
    "link/new": "lies in a folder of the project's own",
    "link-to-nothing": "this is a link",
    "/proc": "mount point",
    "LINK-TO-PROJECT": "the project itself, or a folder around it",
}


@pytest.mark.parametrize("given", REFUSED)
def test_a_site_never_goes_where_somebody_s_files_are(
    given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project, home = tmp_path / "around" / "project", tmp_path / "home"
    for folder in ("docs", "theirs", "old-site", "made", "empty"):
        (project / folder).mkdir(parents=True)
    for name in ("docs/index.md", "theirs/work.txt", "file", "made/index.html", "old-site/a.html"):
        (project / name).write_text("mine", encoding="utf-8")
    for made in ("made", "old-site"):
        list_all(project / made)
    (project / "old-site" / "CNAME").touch()
    (project / "link").symlink_to("theirs")
    (project / "link-to-nothing").symlink_to("nothing")
    (project / "LINK-TO-PROJECT").symlink_to("../project")
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(project)
    before = look(tmp_path)
    assert main(["--without-pdf", "--to", given.replace("~", str(home))]) == 1
    assert look(tmp_path) == before
    assert REFUSED[given] in capsys.readouterr().err or given == "LINK-TO-PROJECT"
