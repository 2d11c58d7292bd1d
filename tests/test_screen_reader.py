"""A real screen reader reads the most used pages, and what it says is what people have read and
kept.
"""

import difflib
import re

import pytest

from a11y.site import site
from tests.screen_reader import NoScreenReader
from tests.screen_reader.desk import check
from tests.screen_reader.transcripts import KEPT, PAGES, ROLE, heard, kept, made_with, shape

pytestmark = [
    pytest.mark.xdist_group("screen reader"),
    pytest.mark.browser,
    pytest.mark.usefixtures("site"),
]

REMEDY = (
    "Run: make transcripts. Then read the difference, and commit it if it is what a listener should"
    " hear"
)


@pytest.fixture(autouse=True, scope="module")
def orca() -> None:
    """Orca is there, in the version that the kept transcripts come from; elsewhere these tests say
    why they can't run.
    """
    try:
        check()
    except NoScreenReader as missing:
        pytest.skip(str(missing))
    wanted = (KEPT / "made-with.txt").read_text(encoding="utf-8").strip()
    if made_with() != wanted:
        pytest.skip(f"the kept transcripts are from {wanted}, and this is {made_with()}")


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_heard_as_people_have_read_it(kind: str) -> None:
    now, before = shape(heard()[kind]), shape(kept(kind))
    assert now == before, "\n".join(
        [REMEDY, *difflib.unified_diff(before, now, "kept", "heard now", lineterm="")]
    )


@pytest.mark.parametrize("kind", PAGES)
def test_every_heading_and_every_link_of_a_page_is_heard(kind: str) -> None:
    said = _letters(
        " ".join(
            part for line in heard()[kind] for part in line.split(" | ") if not ROLE.fullmatch(part)
        )
    )
    page = site().page(PAGES[kind])
    # Some are in drawings, and some only where scripts are off, or become buttons by a script,
    # and closed parts are told as closed.
    elsewhere = (
        "ancestor::template or ancestor::svg or ancestor::*[@data-postcodes or"
        " @data-without-script] or @data-copy"
        " or ancestor::details[not(@open)]"
    )
    wanted = page.document.xpath(
        f"//main//*[self::h1 or self::h2 or self::h3 or self::a][not({elsewhere})]"
    )
    assert len(wanted) > 5
    assert [
        part.text_content() for part in wanted if _letters(part.text_content()) not in said
    ] == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_says_its_title_and_that_it_is_a_draft_before_its_main_part(kind: str) -> None:
    said = heard()[kind]
    assert said[0].startswith(
        "Finished loading " + site().page(PAGES[kind]).document.xpath("string(//title)")
    )
    draft = next(place for place, line in enumerate(said) if "Draft: not agreed" in line)
    first = next(place for place, line in enumerate(said) if line.endswith("heading level 1"))
    assert draft < first


def _letters(text: str) -> str:
    """Letters and figures only: a screen reader breaks lines as the page does."""
    return re.sub(r"\W+", "", text).lower()
