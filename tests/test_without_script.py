"""With JavaScript off: stories are narrowed, and a link is a link. (a11y/checks/script.py compares
every page with and without.)
"""

from urllib.parse import urljoin

import pytest
from selenium.webdriver import Keys

from a11y.browser.driver import shown
from a11y.browser.states import NO_SCRIPT
from a11y.site import site
from tests.project import charter
from tests.test_keyboard import press

pytestmark = pytest.mark.usefixtures("site")


def test_the_link_to_a_pledge_is_a_plain_link() -> None:
    pledge = charter().pledges_in_order[0]
    (link,) = site().page(f"charter/{pledge.id}/").main.xpath(".//a[@data-copy]/@href")
    assert (
        urljoin(f"{site().address}charter/{pledge.id}/", link)
        == f"{site().address}charter/{pledge.id}/"
    )


STORIES = """
const shown = [...document.querySelectorAll(".story")].filter(story => story.checkVisibility());
return shown.map(story => story.querySelector("a").innerText);
"""


@pytest.mark.usefixtures("browser")
def test_stories_are_narrowed_by_place_priority_and_value_with_the_keyboard_alone() -> None:
    with shown("case-studies/", NO_SCRIPT) as browser:
        everything = browser.execute_script(STORIES)
        assert len(everything) == len(charter().case_studies)
        browser.execute_script("document.querySelector('[name=show]').focus()")
        choices = browser.execute_script(
            "return [...document.querySelectorAll('[name=show]')].map(input => input.value)"
        )
        assert {choice.split("-")[0] for choice in choices} == {"all", "place", "priority", "value"}
        for choice in choices[1:]:
            press(browser, Keys.ARROW_DOWN)
            assert (
                browser.execute_script("return document.querySelector('[name=show]:checked').value")
                == choice
            )
            kept = browser.execute_script(STORIES)
            label = browser.execute_script(
                "return document.querySelector('[name=show]:checked').closest('label').innerText"
            )
            assert label.endswith(f"({len(kept)})")
            assert 0 < len(kept) <= len(everything)


@pytest.mark.usefixtures("browser")
def test_a_choice_keeps_the_stories_that_the_data_name() -> None:
    elsewhere = {story.title for story in charter().case_studies if story.where == "elsewhere"}
    with shown("case-studies/", NO_SCRIPT) as browser:
        browser.execute_script("document.querySelector('[value=place-elsewhere]').checked = true")
        assert set(browser.execute_script(STORIES)) == elsewhere
