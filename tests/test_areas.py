"""Three real charters of other shapes: each builds from a few files, every page passes the gates,
the leaflet is one sheet, and nothing on any page is of this area.
"""

import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import yaml
from lxml import html

from a11y.browser.states import STATES
from charter.data.load import load
from tests import areas, project

# Sheets on other paper than their own, and how to print them, are judged on this area's pages only.
NOT_YET = ("light-1280", "no-script-320")
A11Y = project.ROOT / "a11y"
pytestmark = pytest.mark.build


def built(name: str, to: Path) -> Path:
    """An area's built site; the build has the gates in it."""
    checkout = areas.checkout(name, to)
    ended = project.run(checkout, "publish", day=areas.DAY)
    assert ended.status == 0, ended.said
    return checkout / "site"


@pytest.mark.parametrize("name", areas.NAMES)
def test_a_charter_of_another_shape_builds_and_its_leaflet_is_one_sheet(
    name: str, tmp_path: Path
) -> None:
    site, there = built(name, tmp_path), load(areas.HERE / name)
    (leaflet,) = pypdfium2.PdfDocument(site / "leaflet" / "leaflet.pdf")
    text = " ".join(leaflet.get_textpage().get_text_bounded().split())
    for pledge in there.pledges:
        assert (pledge.leaflet or pledge.text) in text
        own = html.parse(site / "charter" / pledge.id / "index.html")
        assert own.xpath("string(//h2[@id='question'])") == pledge.question
    pages = [html.parse(file) for file in site.rglob("*.html")]
    words = " ".join(" ".join(page.getroot().text_content().split()) for page in pages)
    assert not re.search(rf"\b{project.charter().site.area}\b", words)
    home = html.parse(site / "index.html")
    also = [*(each.also for each in there.values), *(each.also for each in there.pledges)]
    both = sorted(each.text for each in also if each)
    assert sorted(home.xpath("//*[@lang='cy']/text()")) == both


@pytest.mark.weekly
@pytest.mark.browser
@pytest.mark.parametrize("name", areas.NAMES)
def test_every_page_of_it_passes_the_checks_in_a_browser(name: str, tmp_path: Path) -> None:
    settings = yaml.safe_load((A11Y / "settings.yml").read_text(encoding="utf-8"))
    del settings["help"]  # the pages that it leads to are left out
    settings["exemptions"] = str(A11Y / settings["exemptions"])
    (tmp_path / "settings.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    site = built(name, tmp_path / "project")
    states = ",".join(each.name for each in STATES if each.name not in NOT_YET)
    command = [sys.executable, "-m", "a11y", str(site), "--states", states]
    command += ["--settings", f"{tmp_path}/settings.yml"]
    done = subprocess.run(
        command, cwd=project.ROOT, capture_output=True, text=True, check=False, timeout=1800
    )
    # What is let through on this area's pages need not be on those of another.
    told = [each.strip() for each in done.stdout.split("\n\n")]
    found = [each for each in told if not each.startswith("no finding needs")]
    assert re.match(r"\d+ pages in", found[0]), done.stdout + done.stderr
