"""Words by part: families get few enough, and each page is in the part that it says."""

from pathlib import Path

import pytest

from a11y.site import Page, site
from charter.site import docs_pages, docs_top
from tests.words.parts import FAMILY, MOST, by_part, words

MAIN = (
    "<main><p>One two<svg><text>no</text></svg> three</p>"
    "<ul class='moved'><li id='old'>no</li></ul></main>"
)


@pytest.mark.usefixtures("site")
def test_families_get_few_enough_words() -> None:
    found = by_part(site())
    assert set(found) == set(docs_top.PARTS)
    assert {"home", "charter", "charter/ambition-1", "case-studies"} <= set(found[FAMILY])
    assert found[FAMILY].total() <= MOST


def test_only_words_that_people_read_are_counted(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(MAIN, encoding="utf-8")
    assert words(Page("", tmp_path / "index.html")) == 3


def test_a_page_is_in_the_part_that_it_says_and_a_record_in_that_of_its_kind(
    tmp_path: Path,
) -> None:
    pages = {
        "staff.md": "---\ntitle: A\npart: staff\n---\n\nB\n",
        "about.md": "---\ntitle: A\n---\n\nB\n",
        "pond.md": '{{ pledge("pond") }}\n',
        "meeting.md": '{{ checklist("meeting") }}\n',
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert docs_pages.parts(tmp_path) == {
        "staff/": "staff",
        "about/": FAMILY,
        "pond/": FAMILY,
        "meeting/": "paper",
    }
