"""`publish --to` goes into nothing, an empty folder, or one that a build has made. In the project,
`export` does, too.
"""

from pathlib import Path

import pytest

from charter import __main__ as charter
from charter.our_folders import list_all
from publish import __main__ as publish
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
    "link/new": "link, line 1: this is a link",
    "theirs/../link/..": "link, line 1: this is a link",
    "out/site": "out, line 1: this is a link",
    "file/new": "lies in a folder of the project's own",
    "made": "has put open data into it",
    "link-to-nothing": "this is a link",
    "/proc": "mount point",
    "LINK-TO-PROJECT": "the project itself, or a folder around it",
}
COMMANDS = {
    "publish": lambda to: publish.main(["--without-pdf", "--to", to]),
    "export": lambda to: charter.main(["export", to, "--site", "https://a.example/"]),
}
# What one of the two may do.
ONE = {"/proc": "publish", "made": "export"}


@pytest.mark.parametrize(
    ("command", "given"),
    [(name, given) for name in COMMANDS for given in REFUSED if ONE.get(given, name) == name],
)
def test_a_site_never_goes_where_somebody_s_files_are(
    command: str,
    given: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
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
    (project / "out").symlink_to(home.with_name("elsewhere"))
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(project)
    before = look(tmp_path)
    assert COMMANDS[command](given.replace("~", str(home))) == 1
    assert look(tmp_path) == before
    assert REFUSED[given] in capsys.readouterr().err or given == "LINK-TO-PROJECT"
