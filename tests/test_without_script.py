"""With JavaScript off: every page readable and reachable, and the same words as with it."""

from collections import deque
from urllib.parse import urldefrag, urljoin

import pytest
from selenium.webdriver import Keys

from tests.browser.driver import shown
from tests.browser.states import NARROW, NO_SCRIPT
from tests.project import charter
from tests.site import NOT_FOUND, Page, site
from tests.test_keyboard import press

# What a script's buttons say, and what stands there without it.
INSTEAD = {"Copy link to": "Link to", "Print it": "To print it, press Ctrl and P. On a Mac, press Command and P."}
# These say one thing without script and another with it. The postcode box: tests/test_area_postcodes.py looks at both.
# The search box: tests/test_search.py looks at both.
# The form's progress, and how to keep answers: tests/test_did_we_on_paper.py does.
WORDS = """
const parts = "[data-postcodes], [data-search], [data-without-script], [data-did-we] output, [data-did-we] section:has([data-do])";
for (const box of document.querySelectorAll(parts)) box.style.display = "none";
return document.querySelector("main").innerText;
"""


@pytest.mark.parametrize("page", site().pages, ids=lambda page: page.name)
def test_a_page_says_the_same_without_script(page: Page) -> None:
    with shown(page, NARROW) as browser:
        wanted = browser.execute_script(WORDS)
    for button, words in INSTEAD.items():
        wanted = wanted.replace(button, words)
    with shown(page, NO_SCRIPT) as browser:
        assert browser.execute_script("return document.querySelectorAll('button:not([popovertarget])').length") == 0
        assert browser.execute_script(WORDS) == wanted
    assert len(wanted.split()) > 20


def test_every_page_is_reached_by_links_alone() -> None:
    pages = {page.path for page in site().pages}
    reached, waiting = {""}, deque([""])
    while waiting:
        page = site().page(waiting.popleft())
        for address in page.document.xpath("//a/@href"):
            target = urldefrag(urljoin(site().address + page.path, address))[0]
            path = target.removeprefix(site().address)
            if target.startswith(site().address) and path in pages - reached:
                reached.add(path)
                waiting.append(path)
    assert reached == pages - {NOT_FOUND}


def test_the_link_to_a_pledge_is_a_plain_link() -> None:
    pledge = charter().pledges_in_order[0]
    (link,) = site().page(f"charter/{pledge.id}/").main.xpath(".//a[@data-copy]/@href")
    assert urljoin(f"{site().address}charter/{pledge.id}/", link) == f"{site().address}charter/{pledge.id}/"


STORIES = """
const shown = [...document.querySelectorAll(".story")].filter(story => story.checkVisibility());
return shown.map(story => story.querySelector("a").innerText);
"""


def test_stories_are_narrowed_by_place_priority_and_value_with_the_keyboard_alone() -> None:
    with shown("case-studies/", NO_SCRIPT) as browser:
        everything = browser.execute_script(STORIES)
        assert len(everything) == len(charter().case_studies)
        browser.execute_script("document.querySelector('[name=show]').focus()")
        choices = browser.execute_script("return [...document.querySelectorAll('[name=show]')].map(input => input.value)")
        assert {choice.split("-")[0] for choice in choices} == {"all", "place", "priority", "value"}
        for choice in choices[1:]:
            press(browser, Keys.ARROW_DOWN)
            assert browser.execute_script("return document.querySelector('[name=show]:checked').value") == choice
            kept = browser.execute_script(STORIES)
            label = browser.execute_script("return document.querySelector('[name=show]:checked').closest('label').innerText")
            assert label.endswith(f"({len(kept)})")
            assert 0 < len(kept) <= len(everything)


def test_a_choice_keeps_the_stories_that_the_data_name() -> None:
    elsewhere = {story.title for story in charter().case_studies if story.where == "elsewhere"}
    with shown("case-studies/", NO_SCRIPT) as browser:
        browser.execute_script("document.querySelector('[value=place-elsewhere]').checked = true")
        assert set(browser.execute_script(STORIES)) == elsewhere
