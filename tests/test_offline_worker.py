"""What is kept for times without a network: worked out from the finished pages, light, and told
where it can't be.
"""

import re
import shutil
from pathlib import Path

import pytest

from a11y.site import site
from publish.checksum import checksum
from publish.offline.service_worker import NotThereError, make_links_absolute, write_worker
from publish.site import Site
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site")

# Bytes (gzip -9) that each reader fetches once.
LIGHT = 105_000


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    """A copy of the built site, to be changed."""
    return Path(shutil.copytree(site().folder, tmp_path / "site"))


def add_to(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_all_that_is_kept_is_light() -> None:
    kept = write_worker(Site(site().folder))
    assert len(kept.files) > len(charter().offline.pages) + 1
    assert 0 < kept.packed < LIGHT


def test_finishing_a_site_twice_changes_nothing(finished: Path) -> None:
    before = checksum(finished)
    built = Site(finished)
    make_links_absolute(built)
    built.write()
    write_worker(built)
    assert checksum(finished) == before


@pytest.mark.parametrize(
    ("file", "is_new"),
    [
        ("index.html", True),
        ("leaflet/index.html", True),
        ("offline/index.html", True),
        ("assets/icon.svg", True),
        ("assets/scripts/did-we.js", True),
        ("glossary/index.html", False),
    ],
)
def test_a_change_of_what_is_kept_is_a_new_version(file: str, is_new: bool, finished: Path) -> None:
    before = write_worker(Site(finished)).version
    add_to(finished / file, " ")
    assert (write_worker(Site(finished)).version != before) is is_new


def test_another_day_is_a_new_version_because_the_line_says_it(finished: Path) -> None:
    before = write_worker(Site(finished))
    page = finished / "offline/index.html"
    text = page.read_text(encoding="utf-8")
    other = re.sub('data-day="[^"]*"', 'data-day="1 May 2031"', text)
    page.write_text(other, encoding="utf-8")
    after = write_worker(Site(finished))
    assert "1 May 2031" in after.line
    assert after.version != before.version


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
