"""A link to a pledge is a link with JavaScript off, and each story has its place.
(a11y/checks/script.py compares every page with and without.)
"""

from urllib.parse import urljoin

import pytest

from a11y.site import site
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site")


def test_the_link_to_a_pledge_is_a_plain_link() -> None:
    pledge = charter().pledges_in_order[0]
    (link,) = site().page(f"charter/{pledge.id}/").main.xpath(".//a[@data-copy]/@href")
    assert (
        urljoin(f"{site().address}charter/{pledge.id}/", link)
        == f"{site().address}charter/{pledge.id}/"
    )


def test_each_story_stands_once_under_its_place() -> None:
    main, stories = site().page("case-studies/").main, charter().stories_in_order
    here = main.xpath(".//section[h2/@id='stories']//h3/a/text()")
    assert here == [story.title for story in stories if story.where == "here"]
    assert sorted(main.xpath(".//h3/a/text()")) == sorted(story.title for story in stories)
