"""Sources say how they were read, stand beside what they show, and no claim about the area is
without one.
"""

from pathlib import Path

import pytest

from a11y.site import site
from charter.data.load import load
from charter.site.pages.page import how_read
from charter.todo.claims import without_source
from tests.addresses import in_english
from tests.drawn import drawn, words
from tests.project import charter
from tests.sample import edit, refused, sample


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        ("opened: 2026-01-05", "opened sources in January 2026."),
        ("opened: 2025-12-31", "opened sources from December 2025 to January 2026."),
        (
            "read: stored copy, 2025-11",
            "read stored copies of sources in November 2025 and opened sources in January 2026.",
        ),
    ],
)
def test_it_is_said_how_sources_were_read_and_when(meeting: str, said: str, tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "sources/meeting.yml", "opened: 2026-01-05", meeting)
    wanted = f"This site {said} Some may have changed since."
    assert how_read(load(data)) == wanted
    page = drawn(data, "sources")
    assert page.xpath("string(.//p)") == wanted
    (garden,) = page.xpath(".//li[@id='source-garden-page']")
    assert "Opened 5 January 2026." in words(garden)


def test_a_source_may_stand_in_full_where_it_is_used_and_its_mistakes_are_told_there(
    tmp_path: Path,
) -> None:
    data = sample(tmp_path)
    whole = (data / "sources/meeting.yml").read_text(encoding="utf-8").replace("\n", "\n    ")
    whole = whole.replace("id: meeting", "id: letter").replace("Notes of the meeting", "A letter")
    edit(data, "signatures.yml", "    - meeting\n", f"    {whole.rstrip()}\n    - meeting\n")
    charter = load(data)
    assert charter.signatures[0].sources == ["letter", "meeting"]
    assert charter.sources["letter"].title == "A letter"
    edit(data, "signatures.yml", "      title:", "      titel:")
    said = refused(load, data)
    assert (
        'data/signatures.yml, line 7, titel: there is no such field here. Did you mean "title"?'
        in said
        and "data/signatures.yml, line 6, title: is missing" in said
    )


def test_each_event_and_question_shows_its_sources_beside_it(tmp_path: Path) -> None:
    data = sample(tmp_path)
    given = load(data)
    wanted = [each.sources for each in given.story]
    wanted += [each.sources for each in given.open_questions]
    items = drawn(data, "story", "open_questions").xpath(".//li")
    assert [item.xpath(".//p[@class='sources']/span/@data-source") for item in items] == wanted


def test_every_claim_about_the_area_has_a_source() -> None:
    assert list(without_source(charter())) == []


@pytest.mark.usefixtures("site")
def test_the_foot_of_each_page_says_how_sources_were_read() -> None:
    for path in in_english():
        (foot,) = site().page(path).document.xpath("//footer")
        assert how_read(charter()) in words(foot), path
