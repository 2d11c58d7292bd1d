"""Who has tried the site is shown as it is: nobody, until a session is on record."""

import datetime
from pathlib import Path

import pytest

from a11y.site import site
from charter.data.load import load
from charter.site.pages import OFFERED, Here
from tests.project import charter
from tests.sample import sample

HERE = Here("../", "https://charter.example/", datetime.date(2026, 5, 1))


@pytest.mark.usefixtures("site")
def test_the_pages_count_the_sessions_on_record_and_none_is_shown_as_0() -> None:
    count = len(charter().tried)
    said = f"Sessions so far: {count}." if count else "There have been none so far."
    assert said in site().page("accessibility/").main.text_content()
    foot = site().page("easy-read/").main.xpath("string(.//*[a[@href='../accessibility/#tried']])")
    tested = charter().tried_on("easy-read/")
    assert foot.startswith("People have tested" if tested else "No one has tested this page yet")


def test_a_session_is_told_by_role_with_what_failed_and_what_changed(tmp_path: Path) -> None:
    made_up = load(sample(tmp_path))
    said = str(OFFERED["tried"](made_up, HERE))
    assert "Sessions so far: 2." in said
    for text in (
        "A parent who reads big print, 3 February 2026",
        "One picture looked like a boat.",
        "The picture is a bridge now.",
        "<strong>What failed:</strong> nothing<",
        "<strong>What changed:</strong> nothing yet<",
    ):
        assert text in said
    assert "</a> once so far" in str(OFFERED["easy_read"](made_up, HERE))
