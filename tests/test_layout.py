"""What the eye needs: no scrolling sideways on a narrow screen, big enough targets, and everything on paper."""

import pytest

from tests.browser.driver import shown
from tests.browser.states import NARROW, PAPER
from tests.site import Page, site

every_page = pytest.mark.parametrize("page", site().pages, ids=lambda page: page.name)


@every_page
def test_nothing_makes_a_narrow_screen_scroll_sideways(page: Page) -> None:
    with shown(page, NARROW) as browser:
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROW.width


@every_page
def test_twice_the_text_on_a_narrow_screen_does_not_scroll_sideways_either(page: Page) -> None:
    with shown(page, NARROW) as browser:
        browser.execute_script("document.documentElement.style.fontSize = '200%'")
        assert browser.execute_script("return parseFloat(getComputedStyle(document.body).fontSize)") >= 36
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROW.width


# Controls and links that stand alone: their height and width in CSS pixels. Links inside a sentence are exempt (WCAG 2.5.8).
TARGETS = """
const alone = [...document.querySelectorAll("nav a, button, label, .doors a, .chips a, .name")];
return alone.filter(target => target.checkVisibility()).map(target => {
  const box = target.getBoundingClientRect();
  return [target.innerText, box.width, box.height];
}).filter(([, width, height]) => width < 24 || height < 44);
"""


@every_page
def test_what_stands_alone_is_big_enough_to_hit(page: Page) -> None:
    with shown(page, NARROW) as browser:
        assert browser.execute_script(TARGETS) == []


CLIPPED = """
const parts = [...document.querySelectorAll("main *:not(.unseen)")].filter(part => part.checkVisibility() && !part.closest("svg"));
const cut = parts.filter(part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== "visible");
return cut.map(part => part.outerHTML.slice(0, 80));
"""


@every_page
def test_nothing_is_cut_off_on_paper_and_no_menu_is_printed(page: Page) -> None:
    with shown(page, PAPER) as browser:
        assert browser.execute_script(CLIPPED) == []
        assert (
            browser.execute_script("return [...document.querySelectorAll('nav, button')].filter(part => part.checkVisibility()).length")
            == 0
        )
        assert browser.execute_script("return document.querySelector('main').innerText.length") > 100
