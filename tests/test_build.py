"""Building: the same check by every door, no traceback, and the last good site stays."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from publish.checksum import checksum
from tests import project, same_bytes
from tests.sample import edit

pytestmark = [pytest.mark.xdist_group("build"), pytest.mark.build]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a good site in it."""
    copied = project.copy(tmp_path_factory.mktemp("project"))
    assert project.run(copied, "publish").status == 0
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
    command = [
        str(Path(sys.executable).parent / "mkdocs"),
        "build",
        "--strict",
        "--site-dir",
        "elsewhere",
    ]
    ended = subprocess.run(command, cwd=built, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert (built / "elsewhere" / "index.html").is_file()


def test_a_page_of_its_own_words_with_a_dead_link_stops_the_build(
    built: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "project"
    shutil.copytree(built, copied)
    page = copied / "docs" / "staff.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n[gone](gone.md) [no such place](about.md#nowhere)\n",
        encoding="utf-8",
    )
    before = checksum(copied / "site")
    ended = project.run(copied, "publish")
    assert ended.status != 0
    assert "gone.md" in ended.said and "nowhere" in ended.said
    assert checksum(copied / "site") == before


def test_two_builds_of_one_commit_are_the_same_bytes(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    prints = []
    for name in ("one", "two"):
        assert project.run(built, "publish", "--without-pdf", "--to", name).status == 0
        prints.append(checksum(built / name))
    assert prints[0] == prints[1]


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("index.html", lambda file: file.write_bytes(file.read_bytes() + b" ")),
        ("leaflet/leaflet.pdf", lambda file: file.write_bytes(file.read_bytes()[:-1])),
        ("about/index.html", lambda file: file.rename(file.with_name("other.html"))),
        ("assets/new.txt", lambda file: file.touch()),
        ("404.html", lambda file: file.unlink()),
    ],
    ids=["a byte more", "a byte less", "another name", "an empty file more", "a file less"],
)
def test_the_checksum_changes_with_whatever_changes(
    file: str, change: Callable[[Path], object], built: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "site"
    shutil.copytree(built / "site", copied)
    assert checksum(copied) == checksum(built / "site")
    change(copied / file)
    assert checksum(copied) != checksum(built / "site")


def test_clones_that_differ_are_told_file_by_file(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (
        ["1a  about/index.html", "2b  index.html"],
        ["1a  about/index.html", "3c  index.html", "4d  more.html"],
    )
    assert same_bytes.told([one, one, one]) == 0
    assert "The same bytes." in capsys.readouterr().out
    assert same_bytes.told([one, one, other]) == 1
    assert capsys.readouterr().out.split()[-2:] == ["index.html", "more.html"]


def test_a_site_below_a_path_finds_its_way_from_the_404_page_too(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://council.example/charter-site/")
    assert project.run(built, "publish", "--without-pdf", "--to", "below").status == 0
    document = html.document_fromstring((built / "below" / "404.html").read_text(encoding="utf-8"))
    addresses = document.xpath(
        "//link[@rel='stylesheet']/@href | //a[not(starts-with(@href, '#'))]/@href"
    )
    assert addresses
    assert [address for address in addresses if not address.startswith("/charter-site/")] == []


def test_a_promised_address_that_disappears_stops_the_build(built: Path, tmp_path: Path) -> None:
    copied = tmp_path / "project"
    shutil.copytree(built, copied)
    page = copied / "docs" / "privacy.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("{: #web-host }", "{: #host }"), encoding="utf-8"
    )
    before = checksum(copied / "site")
    ended = project.run(copied, "publish", "--without-pdf")
    assert ended.status != 0
    assert "/privacy/#web-host" in ended.said
    assert checksum(copied / "site") == before
