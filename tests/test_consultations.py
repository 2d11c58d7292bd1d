"""A consultation opens, closes and says what came of it by the clock alone: nobody takes anything
down. Kent has none, so its pages say nothing of one.
"""

import datetime
from pathlib import Path

import pytest

from charter.api.changelog import news
from charter.clock import SETTING, today
from charter.data.load import load
from charter.site.pages import OFFERED, Here, titles
from charter.site.pages import Page as Drawn
from tests import project
from tests.sample import edit, refused, sample, with_pages

RECORD = """\
id: garden-views
title: "What should the garden promise?"
by: Riverdale Council
opens: 2027-01-10
closes: 2027-02-20
how:
  - text: "Fill in the {link}."
    words: garden form
    address: https://riverdale.example/form
email: garden@riverdale.example
papers:
  - text: "{link}, two pages"
    words: The garden paper
    address: https://riverdale.example/paper
privacy:
  - Only the council reads the answers.
sources: [garden-page]
"""
NEXT = "next:\n  - The council tells people in April 2027.\n"
CAME = "came_of_it:\n  date: 2026-11-20\n  text:\n    - text: The garden got a bench.\n"
BEFORE, FIRST, LAST, AFTER = "2027-01-09", "2027-01-10", "2027-02-20", "2027-02-21"


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """The made-up area with a consultation that says what happens next."""
    write(sample(tmp_path), RECORD + NEXT)
    return tmp_path


def write(data: Path, text: str) -> None:
    (data / "consultations").mkdir(exist_ok=True)
    (data / "consultations" / "garden-views.yml").write_text(text, encoding="utf-8")


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")
    monkeypatch.setenv(SETTING, str(int(noon.timestamp())))


def said(area: Path, name: str) -> str:
    """The words of a page as it is drawn on the day of the clock."""
    charter = load(area / "data")
    drawn = OFFERED[name](charter, Here("../", "https://x.example/", today()))
    return drawn.html + str(drawn.head) if isinstance(drawn, Drawn) else drawn


def fed(area: Path) -> list[str]:
    return [each.title for each in news(load(area / "data")) if "garden promise" in each.title]


def test_before_it_opens_there_is_only_a_line_with_the_day(
    area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(BEFORE, monkeypatch)
    page = said(area, "have_your_say")
    assert 'promise? opens on <time datetime="2027-01-10">10 January 2027' in page
    assert "garden form" not in page and "No day is known" not in page
    assert "garden" not in said(area, "home")
    assert fed(area) == []


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_from_its_first_day_to_its_last_home_and_page_and_feed_show_it(
    area: Path, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(day, monkeypatch)
    page = said(area, "have_your_say")
    for text in (
        "Open until", "20 February 2027", "Riverdale Council", "https://riverdale.example/form",
        "mailto:garden@riverdale.example", "The garden paper", "in April 2027",
        "Somebody listens",
    ):  # fmt: skip
        assert text in page, text
    assert 'have-your-say/#garden-views">What should' in said(area, "home")
    assert "Only the council reads the answers." in said(area, "comments_privacy")
    assert fed(area) == ["What should the garden promise? is open"]
    assert titles(load(area / "data"))["have-your-say/"] == "Somebody listens"


def test_once_it_is_closed_nothing_asks_any_more_and_it_says_who_has_the_answers(
    area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(AFTER, monkeypatch)
    page = said(area, "have_your_say")
    assert "This closed on" in page and "Riverdale Council has the answers." in page
    assert "What happens next" in page and "in April 2027" in page
    assert "garden form" not in page and "mailto:" not in page and "opens on" not in page
    assert "garden" not in said(area, "home")
    assert len(fed(area)) == 2


def test_what_came_of_it_takes_the_place_of_what_happens_next(
    area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(area / "data", RECORD + CAME)
    on(AFTER, monkeypatch)
    page = said(area, "have_your_say")
    assert "What came of it" in page and "The garden got a bench." in page
    assert "has the answers" not in page and "What happens next" not in page
    assert len(fed(area)) == 3


def test_one_that_is_over_without_a_word_is_told_with_file_and_line(
    area: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(area / "data", RECORD)
    on(LAST, monkeypatch)
    assert load(area / "data").consultations
    on(AFTER, monkeypatch)
    told = "data/consultations/garden-views.yml, line 5, closes: it closed on this day, and nothing"
    assert told in refused(load, area / "data")


def test_one_that_closes_before_it_opens_is_told(area: Path) -> None:
    edit(area / "data", "consultations/garden-views.yml", "opens: 2027-01-10", "opens: 2027-09-10")
    assert "closes before it opens" in refused(load, area / "data")


def test_words_that_say_there_is_none_follow(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(area / "data", "open-questions.yml", "- id: water", "- id: water\n  until: [consultation]")
    on(BEFORE, monkeypatch)
    assert load(area / "data").open_questions == []


@pytest.mark.build
def test_a_site_passes_every_gate_on_each_of_its_days(tmp_path: Path) -> None:
    copied = project.copy(tmp_path)
    source = project.charter().sources[0].id
    write(copied / "data", (RECORD + NEXT).replace("garden-page", source))
    for day in (FIRST, AFTER):
        noon = datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp()
        ended = project.run(copied, "publish", "--without-pdf", day=str(int(noon)))
        assert ended.status == 0, ended.said
        home = (copied / "site/index.html").read_text(encoding="utf-8")
        assert ("have-your-say/#garden-views" in home) is (day == FIRST)


def test_without_one_no_page_speaks_of_it(tmp_path: Path) -> None:
    data = with_pages(tmp_path) / "data"
    assert load(data).consultations == []
    assert "No day is known." in said(tmp_path, "have_your_say")
