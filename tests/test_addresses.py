"""Links that people have made go on working."""

from publish.addresses import PROMISED, addresses
from tests.project import ROOT, charter
from tests.site import site


def test_every_address_of_the_site_is_promised() -> None:
    promised = (ROOT / PROMISED).read_text(encoding="utf-8").split()
    new = sorted(set(addresses(site().folder)) - set(promised))
    assert not new, "Run: make addresses"


def test_every_pledge_is_promised_on_the_charter_page_and_on_its_own() -> None:
    promised = (ROOT / PROMISED).read_text(encoding="utf-8").split()
    for pledge in charter().pledges:
        assert f"/charter/#{pledge.id}" in promised
        assert f"/charter/{pledge.id}/" in promised
