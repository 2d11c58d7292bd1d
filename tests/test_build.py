"""Building: the same check by every door, no traceback, and the last good site stays."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from publish.checksum import checksum
from publish.gates.links import DEAD_LINKS
from tests import project
from tests.sample import edit

pytestmark = [pytest.mark.xdist_group("build"), pytest.mark.build]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a good site in it."""
    copied = project.copy(tmp_path_factory.mktemp("project"))
    assert project.run(copied, "publish", "--without-pdf").status == 0
    return copied


@pytest.fixture
def spoiled(built: Path, tmp_path: Path) -> Path:
    """A copy of that, with mistakes in two data files."""
    copied = tmp_path / "project"
    shutil.copytree(built, copied)
    first, second = sorted((copied / "data" / "pledges").glob("*.yml"))[:2]
    edit(copied / "data", f"pledges/{first.name}", "status: draft", "status: done")
    edit(copied / "data", f"pledges/{second.name}", "question:", "qestion:")
    return copied


@pytest.mark.parametrize(
    "command",
    [["charter", "check"], ["mkdocs", "build"], ["mkdocs", "build", "--strict"], ["publish"]],
    ids=" ".join,
)
def test_every_door_tells_the_same_mistakes_and_keeps_the_last_good_site(
    command: list[str], spoiled: Path
) -> None:
    before = checksum(spoiled / "site")
    ended = project.run(spoiled, *command)
    assert ended.status != 0
    assert "Traceback" not in ended.said
    wanted = project.run(spoiled, "charter", "check").said.strip()
    assert 'status: write one of: "draft" or "agreed"' in wanted
    assert 'qestion: there is no such field here. Did you mean "question"?' in wanted
    assert wanted in ended.said
    assert checksum(spoiled / "site") == before
    assert not (spoiled / "site.new").exists()


def test_the_mkdocs_command_itself_builds_too(built: Path) -> None:
    """`mkdocs` does not put the project on Python's path as `python -m mkdocs` does."""
    command = [str(Path(sys.executable).parent / "mkdocs"), "build", "--strict", "-d", "elsewhere"]
    ended = subprocess.run(command, cwd=built, capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert (built / "elsewhere" / "index.html").is_file()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "docs/staff.md",
            "\n## ",
            "\n[gone](gone.md) [no such place](about.md#nowhere)\n\n## ",
            ["docs/staff.md, line ", 'the link "gone.md" leads nowhere', "about.md#nowhere"],
        ),
        (
            "data/changes.yml",
            "address: search/",
            "address: charter/#not-there",
            [DEAD_LINKS, "/about/changes/ links to /charter/#not-there"],
        ),
        ("docs/privacy.md", "{: #web-host }", "{: #host }", ["- from: /privacy/#web-host"]),
        (
            "docs/privacy.md",
            "\n## ",
            '\n<p style="color: red">Red.</p>\n\n## ',
            ["docs/privacy.md, line ", "is HTML. A page in docs/ holds Markdown only"],
        ),
        (
            "docs/privacy.md",
            "title:",
            "name:",
            ["docs/privacy.md, line 2, name: there is no such field here. The fields are: title"],
        ),
        (
            "data/search.yml",
            "sayings:\n",
            "sayings:\n  - {page: 'have-your-say/#gone', say: [gone for good]}\n",
            ["Mend data/search.yml", '"gone for good" leads to have-your-say/#gone'],
        ),
        (
            "data/offline.yml",
            "page: leaflet/",
            "page: leaflets/",
            ['there is no page called "leaflets/". Did you mean "leaflet/"?'],
        ),
    ],
    ids=["dead link", "dead link in data", "lost id", "style", "title", "saying", "kept page"],
)
def test_a_mistake_stops_the_build_is_told_and_the_last_good_site_stays(
    file: str, old: str, new: str, said: list[str], built: Path, tmp_path: Path
) -> None:
    copied = shutil.copytree(built, tmp_path / "project")
    text = (copied / file).read_text(encoding="utf-8")
    assert old in text
    (copied / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    before = checksum(copied / "site")
    ended = project.run(copied, "publish", "--without-pdf")
    assert ended.status == 1
    assert [words for words in said if words not in ended.said] == []
    assert "Traceback" not in ended.said
    assert checksum(copied / "site") == before
    assert not (copied / "site.new").exists()


def test_two_builds_of_one_commit_are_the_same_bytes(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second is asked for from elsewhere, by a relative path."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert project.run(built, "publish", "--without-pdf", "--to", "one").status == 0
    monkeypatch.setenv("PYTHONPATH", str(built))
    command = ["publish", "--without-pdf", "--project", built.name, "--to", f"{built.name}/two"]
    ended = project.run(built.parent, *command)
    assert ended.status == 0, ended.said
    assert checksum(built / "one") == checksum(built / "two")


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("index.html", lambda file: file.write_bytes(file.read_bytes() + b" ")),
        ("formats/charter.zip", lambda file: file.write_bytes(file.read_bytes()[:-1])),
        ("about/index.html", lambda file: file.rename(file.with_name("other.html"))),
        ("assets/new.txt", lambda file: file.touch()),
        ("404.html", lambda file: file.unlink()),
    ],
    ids=["a byte more", "a byte less", "another name", "an empty file more", "a file less"],
)
def test_the_checksum_changes_with_whatever_changes(
    file: str, change: Callable[[Path], object], built: Path, tmp_path: Path
) -> None:
    copied = shutil.copytree(built / "site", tmp_path / "site")
    assert checksum(copied) == checksum(built / "site")
    change(copied / file)
    assert checksum(copied) != checksum(built / "site")


def test_a_site_below_a_path_can_be_built(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "https://council.example/charter-site/"
    monkeypatch.setenv("SITE_URL", address)
    ended = project.run(built, "publish", "--without-pdf", "--to", "below")
    assert ended.status == 0, ended.said
    page = html.document_fromstring((built / "below" / "404.html").read_text(encoding="utf-8"))
    ours = "not(starts-with(@href, '#') or starts-with(@href, 'https:'))"
    found = page.xpath(f"//link[@rel='icon']/@href | //a[{ours}]/@href")
    assert found
    root = urlsplit(address).path
    assert [each for each in found if not each.startswith(root)] == []
