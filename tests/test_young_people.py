"""The page for young people: easy words, who has tested it, and the ways to it."""

from pathlib import Path

import pytest

from a11y.site import site
from charter.data.load import load
from charter.site import docs_stubs
from charter.site.pages import frame, titles
from tests.project import charter
from tests.reading import read, words
from tests.sample import with_pages
from tests.test_easy_read import said

MOST = 12  # words in a sentence


def test_sentences_are_short_and_each_idea_has_a_picture() -> None:
    page = charter().young_people
    assert page
    ideas = [idea for part in page.parts for idea in part.ideas]
    assert [one for one in said(ideas) if len(words(one)) > MOST] == []
    assert len({idea.picture for idea in ideas}) == len(ideas)


@pytest.mark.usefixtures("site")
def test_the_page_says_that_no_young_person_has_tested_it_and_is_easy_to_read() -> None:
    page = site().page("young-people/")
    assert "No young person has tested this page yet." in page.main.text_content()
    assert read(page).grade <= 4


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("path", "where"), [("", "main"), ("easy-read/", "main"), ("", "footer")])
def test_home_easy_read_and_the_foot_lead_to_it(path: str, where: str) -> None:
    links = site().page(path).document.xpath(f"//{where}//a[contains(@href, 'young-people/')]")
    assert len(links) == 1


def test_without_its_file_there_is_no_page_and_no_link(tmp_path: Path) -> None:
    data = with_pages(tmp_path) / "data"
    page = tmp_path / "docs/young-people.md"
    assert page.exists() and frame(load(data))["young_people"]
    (data / "young-people.yml").unlink()
    docs_stubs.write(load(data), tmp_path / "docs")
    assert not page.exists() and "young-people/" not in titles(load(data))
    assert not frame(load(data))["young_people"]
