"""No page of a finished site links to a page, or to a place on a page, that is not there."""

from pathlib import Path

import pytest

from a11y.site import site
from publish.gates.links import check
from publish.site import Site
from tests.project import copy, run

CHANGES = "data/changes.yml"


@pytest.mark.usefixtures("site")
def test_no_link_of_this_site_is_dead() -> None:
    assert check(Site(site().folder)) == []


@pytest.mark.build
def test_a_link_from_the_data_to_a_place_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    project = copy(tmp_path)
    file = project / CHANGES
    text = file.read_text(encoding="utf-8")
    assert "address: search/" in text
    file.write_text(
        text.replace("address: search/", "address: charter/#not-there", 1), encoding="utf-8"
    )
    built = run(project, "publish", "--without-pdf")
    assert built.status == 1
    assert "These links lead to no page of the site, or to no place on that page." in built.said
    assert "/about/changes/ links to /charter/#not-there" in built.said
    assert "Traceback" not in built.said
    assert not (project / "site").exists()
