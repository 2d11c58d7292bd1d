"""Each kind of page as Firefox prints it: the draft line on each sheet, no heading left alone at
the foot of one, nothing lost, and one sheet where Chromium needs one.
"""

from collections.abc import Iterator
from contextlib import closing

import pytest
from pypdfium2 import PdfDocument

from a11y.browser.driver import printed, shown
from a11y.checks.paper import ALONE, BACK, on_paper, sheets
from a11y.site import Page, site
from charter.model.translated import in_words
from tests import addresses
from tests.findings import SETTINGS
from tests.fixtures import of_pages
from tests.old_browsers.firefox import Firefox
from tests.project import charter

pytestmark = [pytest.mark.weekly, pytest.mark.browser, pytest.mark.xdist_group("Firefox ESR")]


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with closing(Firefox(tmp_path_factory.mktemp("firefox"))) as running:
        yield running


def draft_line(page: Page) -> str:
    """What stands on each sheet, in the language of the page."""
    languages = [each for each in charter().translated if page.path.startswith(f"{each.id}/")]
    there = in_words(charter(), languages[0].words) if languages else charter()
    return str(there.site.draft_line)


@of_pages(addresses.kinds())
def test_firefox_prints_what_chromium_does(page: Page, firefox: Firefox) -> None:
    firefox.open(site().address + page.path, 1280, 900)
    screen = firefox.execute_script(ALONE, SETTINGS.unprinted)
    firefox.execute_script(BACK)
    paper = sheets(firefox.printed(), foot=0)
    found: list[object] = [
        f"sheet {number} of {len(paper)} does not say that it is a draft"
        for number, text in enumerate(paper, 1)
        if draft_line(page) not in " ".join(text.split())
    ]
    found += on_paper(screen, paper)
    with shown(page) as chromium:
        beside = len(PdfDocument(printed(chromium)))
    if len(paper) > beside == 1:
        found.append(f"{len(paper)} sheets, and one for Chromium")
    assert found == []
