"""However many stories there are, pages stay the same, and lists of them go on on further pages."""

import datetime
import re
from pathlib import Path

import pytest

from charter.data.load import load
from charter.model import Charter
from charter.site.docs_stubs import texts
from charter.site.list_pages import LINES, STORIES
from charter.site.pages import OFFERED, Here, Page
from charter.site.pages.pledges import FEW
from charter.site.pages.search import pages
from tests.sample import sample

PLEDGE = "kindness-1"


def test_a_pledge_shows_a_few_of_many_stories_and_leads_to_all(tmp_path: Path) -> None:
    html = _drawn(_with_stories(FEW + 1, tmp_path), "pledge", PLEDGE)
    assert len(re.findall(r'href="[^"]*case-studies/[^"]+/"', html)) == FEW
    assert 'case-studies/">All examples</a>' in html


def test_a_pledge_with_few_stories_shows_all_and_leads_to_no_more(tmp_path: Path) -> None:
    html = _drawn(_with_stories(FEW, tmp_path), "pledge", PLEDGE)
    assert len(re.findall(r'href="[^"]*case-studies/[^"]+/"', html)) == FEW
    assert "All examples" not in html


def test_each_story_leads_to_the_next_and_the_last_to_none(tmp_path: Path) -> None:
    charter = _with_stories(3, tmp_path)
    order = charter.stories_in_order
    assert [charter.story_after(story) for story in order] == [*order[1:], None]
    assert f'href="../../case-studies/{order[1].id}/"' in _drawn(charter, "case_study", order[0].id)


def test_a_list_of_stories_goes_on_and_each_story_stands_on_one_page(tmp_path: Path) -> None:
    charter = _with_stories(2 * STORIES + 1, tmp_path)
    drawn = [_drawn(charter, "case_studies", number) for number in "123"]
    assert [html.count("<article") for html in drawn] == [STORIES, STORIES, 1]
    for story in charter.case_studies:
        assert sum(f'case-studies/{story.id}/"' in html for html in drawn) == 1
    assert 'case-studies/page/3/">Last page' in drawn[0]
    assert 'case-studies/">Previous page' in drawn[1]
    assert "Next page" not in drawn[2]
    stubs = [path for path in texts(charter) if path.startswith("case-studies/page/")]
    assert stubs == ["case-studies/page/2.md", "case-studies/page/3.md"]


@pytest.mark.slow
def test_a_long_a_to_z_goes_on_and_its_letters_lead_to_their_pages(tmp_path: Path) -> None:
    charter = _with_stories(2 * LINES, tmp_path)
    last = pages(charter)
    assert [path for path in texts(charter) if path.startswith("search/page/")] == [
        f"search/page/{number}.md" for number in range(2, last + 1)
    ]
    drawn = {number: _drawn(charter, "search", str(number)) for number in range(1, last + 1)}
    for story in charter.case_studies:
        assert sum(f'case-studies/{story.id}/"' in html for html in drawn.values()) == 1
    for html in drawn.values():
        assert html.count("<li>") <= LINES + 60
        for address, letter in re.findall(r'href="([^"#]*)#(letter-\w+)"', html):
            number = re.search(r"search/page/(\d+)/$", address)
            target = drawn[int(number[1]) if number else 1] if address else html
            assert f'id="{letter}"' in target


def test_lists_of_few_have_one_page(tmp_path: Path) -> None:
    charter = _with_stories(STORIES, tmp_path)
    assert [path for path in texts(charter) if "/page/" in path] == []
    assert "This is page" not in _drawn(charter, "case_studies") + _drawn(charter, "search")


def _with_stories(count: int, folder: Path) -> Charter:
    """The made-up area with so many stories, all of one pledge."""
    data = sample(folder)
    (only,) = (data / "case-studies").glob("*.yml")
    text = only.read_text(encoding="utf-8")
    for number in range(1, count):
        told = text.replace(f"id: {only.stem}", f"id: told-{number}")
        (only.parent / f"told-{number}.yml").write_text(told, encoding="utf-8")
    return load(data)


def _drawn(charter: Charter, what: str, *args: str) -> str:
    here = Here(
        root="../../",
        site="https://charter.example/",
        today=datetime.date(2026, 11, 24),
        pdf=False,
        titles={},
    )
    page = OFFERED[what](charter, here, *args)
    return page.html if isinstance(page, Page) else page


def test_a_pledge_that_goes_leaves_a_gap_in_the_numbers_and_no_sum_that_is_wrong(
    tmp_path: Path,
) -> None:
    data = sample(tmp_path)
    assert "Kindness 2: " in _drawn(load(data), "pledge", "kindness-2")
    (data / "pledges" / "kindness-1.yml").unlink()
    for file in data.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("kindness-1", "kindness-2"), encoding="utf-8")
    drawn = _drawn(load(data), "pledge", "kindness-2")
    assert "Kindness 2: " in drawn and not re.search(r"\d of \d", drawn)
