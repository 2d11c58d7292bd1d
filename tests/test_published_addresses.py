"""Links that people have made go on working: a promised address that is lost stops the build."""

from pathlib import Path

import pytest

from a11y.site import site
from publish.gates import addresses, links
from publish.site import Site
from tests.project import ROOT, charter

PAGE = (
    '<nav id="menu"></nav><main id="main"><h2 id="sources">a</h2><p id="b">b</p>'
    '<h2 id="sources">a</h2><a data-moved="/old/" href="#b">b</a></main>'
)


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A site of one page, on which an id stands twice, and a list of promised addresses."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(PAGE, encoding="utf-8")
    promised = ["/", "/#b", "/#lost", "/gone/", "/gone/#place", "/gone.pdf", "/old/#part"]
    (tmp_path / "data").mkdir()
    (tmp_path / addresses.PROMISED).write_text("\n".join(promised), encoding="utf-8")
    return Site(tmp_path / "site")


@pytest.mark.usefixtures("site")
def test_no_promised_address_no_id_and_no_link_of_this_site_is_lost() -> None:
    built = Site(site().folder)
    assert addresses.missing(built, ROOT / addresses.PROMISED) == []
    assert addresses.check_unique(built) == []
    assert links.check(built) == []


def test_every_pledge_is_promised_on_the_charter_page_and_on_its_own() -> None:
    promised = (ROOT / addresses.PROMISED).read_text(encoding="utf-8").split()
    for pledge in charter().pledges:
        assert {f"/charter/#{pledge.id}", f"/charter/{pledge.id}/"} <= set(promised)


def test_only_a_loss_fails(small: Site) -> None:
    assert addresses.missing(small, small.folder.parent / addresses.PROMISED) == [
        "/#lost",
        "/gone/",
        "/gone/#place",
        "/gone.pdf",
    ]
    said = addresses.check(small, small.folder.parent, pdf=False)
    assert [line.split("\n")[0] for line in said[1:]] == ["- from: /#lost", "- from: /gone/"]
    assert addresses.check(small, small.folder / "nothing promised yet") == []


def test_what_is_new_is_added_and_nothing_is_taken_out(
    small: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.folder.parent)
    before = (small.folder.parent / addresses.PROMISED).read_text(encoding="utf-8").split()
    addresses.add_new()
    after = (small.folder.parent / addresses.PROMISED).read_text(encoding="utf-8").split()
    assert after == sorted({*before, "/#main", "/#sources"})


def test_an_id_that_stands_twice_on_a_page_is_told(small: Site) -> None:
    (said,) = addresses.check_unique(small)
    assert said.startswith("/#sources stands twice. ") and "Change one of them" in said
