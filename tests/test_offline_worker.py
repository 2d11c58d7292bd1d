"""What is kept for times without a network: worked out from the finished pages, light, and told
where it can't be.
"""

import shutil
from pathlib import Path

import pytest

from a11y.site import site
from publish.offline.service_worker import NotThereError, write_worker
from publish.site import Site
from tests import project
from tests.sample import edit

pytestmark = pytest.mark.usefixtures("site")

# Bytes (gzip -9) that each reader fetches once.
LIGHT = 100_000


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    """A copy of the built site, to be changed."""
    return Path(shutil.copytree(site().folder, tmp_path / "site"))


def add_to(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_all_that_is_kept_is_light() -> None:
    kept = write_worker(Site(site().folder))
    assert len(kept.files) > len(project.charter().offline.pages) + 1
    assert 0 < kept.packed < LIGHT


def test_finishing_a_site_twice_changes_nothing(finished: Path) -> None:
    before = {file: file.read_bytes() for file in finished.rglob("*") if file.is_file()}
    write_worker(Site(finished))
    assert {file: file.read_bytes() for file in finished.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    "file",
    [
        "index.html",
        "leaflet/index.html",
        "offline/index.html",
        "assets/icon.svg",
        "assets/scripts/did-we.js",
    ],
)
def test_a_change_of_what_is_kept_is_a_new_version(file: str, finished: Path) -> None:
    before = write_worker(Site(finished)).version
    add_to(finished / file, " ")
    assert write_worker(Site(finished)).version != before


def test_a_change_of_another_page_is_none(finished: Path) -> None:
    before = write_worker(Site(finished)).version
    add_to(finished / "glossary/index.html", " ")
    assert write_worker(Site(finished)).version == before


def test_another_day_is_a_new_version_because_the_line_says_it(finished: Path) -> None:
    before = write_worker(Site(finished))
    page = finished / "offline/index.html"
    text = page.read_text(encoding="utf-8")
    start = text.index('data-day="')
    page.write_text(
        text[:start] + 'data-day="1 May 2031' + text[text.index('"', start + 10) :],
        encoding="utf-8",
    )
    after = write_worker(Site(finished))
    assert "1 May 2031" in after.line
    assert after.version != before.version


@pytest.mark.build
def test_a_page_to_keep_that_is_not_there_is_told_to_the_editor(tmp_path: Path) -> None:
    copied = project.copy(tmp_path)
    edit(copied / "data", "offline.yml", "page: leaflet/", "page: leaflets/")
    ended = project.run(copied, "publish", "--without-pdf")
    assert ended.status != 0
    assert 'pages.page: there is no page called "leaflets/". Did you mean "leaflet/"?' in ended.said
    assert "Traceback" not in ended.said
    assert not (copied / "site").exists()


def test_a_site_without_the_list_of_pages_is_told_so(finished: Path) -> None:
    page = finished / "offline/index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("data-kept", "data-lost"), encoding="utf-8"
    )
    with pytest.raises(NotThereError, match=r"kept_pages\(\)"):
        write_worker(Site(finished))
    page.unlink()
    with pytest.raises(NotThereError, match=r"docs/offline\.md"):
        write_worker(Site(finished))
