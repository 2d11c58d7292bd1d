"""What each kind of page is to a screen reader is what people have read and kept."""

import difflib
from functools import cache

import pytest

from charter.data.load import load
from charter.site import docs_pages, docs_stubs
from charter.site.docs_stubs import MACROS, MOVED, RETIRED
from charter.site.pages import OFFERED
from tests.accessibility_tree import FRAME, kept, seen
from tests.made_up_site import kinds
from tests.project import ROOT
from tests.sample import DATA

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("made-up site")]

REMEDY = (
    "Run: make snapshots. Then read the difference, and commit it if it is what a screen reader"
    " should be told"
)


@cache
def now() -> dict[str, list[str]]:
    return seen()


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("kind", sorted(kept()))
def test_a_kind_of_page_is_what_people_have_read(kind: str) -> None:
    before, after = kept()[kind], now().get(kind, [])
    assert after == before, "\n".join(
        [REMEDY, *difflib.unified_diff(before, after, "kept", "now", lineterm="")]
    )


@pytest.mark.usefixtures("browser")
def test_every_kind_of_page_is_kept_and_says_something() -> None:
    assert set(now()) == set(kept()), REMEDY
    assert {kind for kind, said in now().items() if len(said) < 2} == set()
    assert any('button "Menu"' in line for line in now()[FRAME])


@pytest.mark.build
def test_every_piece_that_pages_may_ask_for_is_on_a_page_that_is_looked_at() -> None:
    asked = {call.name for _, call in docs_pages.calls(ROOT / "docs")}
    # The made-up area has a language that somebody has checked, with its sheets.
    asked |= {line.strip("{ ").split("(")[0] for line in docs_stubs.texts(load(DATA)).values()}
    assert set(OFFERED) - asked - {MOVED, RETIRED, *MACROS.values()} == set()
    assert {MOVED, RETIRED} <= kinds().keys()  # the made-up area has pages at such addresses
