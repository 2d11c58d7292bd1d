"""Links that people have made go on working."""

from pathlib import Path

import pytest

from a11y.site import site
from publish.gates.addresses import PROMISED, addresses, check_unique
from publish.site import Site
from tests.project import ROOT, charter


@pytest.mark.usefixtures("site")
def test_every_address_of_the_site_is_promised() -> None:
    promised = (ROOT / PROMISED).read_text(encoding="utf-8").split()
    new = sorted(set(addresses(Site(site().folder))) - set(promised))
    assert not new, "Run: make addresses"


def test_every_pledge_is_promised_on_the_charter_page_and_on_its_own() -> None:
    promised = (ROOT / PROMISED).read_text(encoding="utf-8").split()
    for pledge in charter().pledges:
        assert f"/charter/#{pledge.id}" in promised
        assert f"/charter/{pledge.id}/" in promised


@pytest.mark.usefixtures("site")
def test_two_places_of_one_page_with_the_same_address_are_told(tmp_path: Path) -> None:
    assert check_unique(Site(site().folder)) == []
    (tmp_path / "glossary").mkdir()
    page = (
        '<nav id="menu"></nav><main id="main"><h2 id="sources">a</h2><p id="b">b</p><h2'
        ' id="sources">a</h2></main>'
    )
    (tmp_path / "glossary" / "index.html").write_text(page, encoding="utf-8")
    (told,) = check_unique(Site(tmp_path))
    assert told.startswith("/glossary/#sources stands twice. ") and "Change one of them" in told
