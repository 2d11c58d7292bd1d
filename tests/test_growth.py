"""However many stories there are, a page that is not a list of them stays as it is."""

import datetime
from pathlib import Path

from charter.data.load import load
from charter.model import Charter
from charter.site.pages import OFFERED, Here, Page
from charter.site.pages.charter import FEW
from tests.sample import sample

PLEDGE = "kindness-1"


def test_a_pledge_shows_a_few_of_many_stories_and_says_how_many_there_are(tmp_path: Path) -> None:
    html = _drawn(_with_stories(FEW + 1, tmp_path), "pledge", PLEDGE)
    assert html.count("<article") == FEW
    assert f"These are {FEW} of {FEW + 1} stories that show it" in html


def test_a_pledge_with_few_stories_shows_all_and_counts_none(tmp_path: Path) -> None:
    html = _drawn(_with_stories(FEW, tmp_path), "pledge", PLEDGE)
    assert html.count("<article") == FEW
    assert "These are" not in html


def test_each_story_leads_to_the_next_and_the_last_to_none(tmp_path: Path) -> None:
    charter = _with_stories(3, tmp_path)
    order = charter.stories_in_order
    assert [charter.story_after(story) for story in order] == [*order[1:], None]
    assert f'href="../../case-studies/{order[1].id}/"' in _drawn(charter, "case_study", order[0].id)


def _with_stories(count: int, folder: Path) -> Charter:
    """The made-up area with so many stories, all of one pledge."""
    data = sample(folder)
    (only,) = (data / "case-studies").glob("*.yml")
    text = only.read_text(encoding="utf-8")
    for number in range(1, count):
        told = text.replace(f"id: {only.stem}", f"id: told-{number}")
        (only.parent / f"told-{number}.yml").write_text(told, encoding="utf-8")
    return load(data)


def _drawn(charter: Charter, what: str, record: str) -> str:
    here = Here(
        root="../../",
        site="https://charter.example/",
        today=datetime.date(2026, 11, 24),
        pdf=False,
        titles={},
    )
    page = OFFERED[what](charter, here, record)
    assert isinstance(page, Page)
    return page.html


def test_a_pledge_that_goes_leaves_a_gap_in_the_numbers_and_no_sum_that_is_wrong(
    tmp_path: Path,
) -> None:
    data = sample(tmp_path)
    assert "Kindness 2 of 2</p>" in _drawn(load(data), "pledge", "kindness-2")
    (data / "pledges" / "kindness-1.yml").unlink()
    for file in data.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("kindness-1", "kindness-2"), encoding="utf-8")
    assert "Kindness 2</p>" in _drawn(load(data), "pledge", "kindness-2")
