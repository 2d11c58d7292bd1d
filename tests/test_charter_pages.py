"""The charter, its pledges and its outcomes: what stands first, what is said once, and how long
they are on a phone.
"""

import pytest

from a11y.browser.driver import shown
from a11y.browser.states import NARROW
from a11y.site import site
from charter.model import Pledge
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site")

every_pledge = pytest.mark.parametrize(
    "pledge", charter().pledges_in_order, ids=lambda pledge: pledge.id
)


@every_pledge
def test_a_pledge_is_followed_by_its_link_then_by_easy_words_then_by_its_question(
    pledge: Pledge,
) -> None:
    main = site().page(f"charter/{pledge.id}/").main
    after = main.xpath(".//h1/following-sibling::*[1]//a[@data-copy]")
    assert len(after) == 1
    easy = charter().easy[pledge.id]
    text = " ".join(main.text_content().split())
    said = [
        text.index(words)
        for words in (pledge.text, *(" ".join(words.split()) for words in easy.words))
    ]
    assert said == sorted(said)
    assert text.index("In easy words") < text.index(pledge.question)


@every_pledge
def test_the_words_of_the_workshop_stand_apart_only_where_the_pledge_differs(
    pledge: Pledge,
) -> None:
    main = site().page(f"charter/{pledge.id}/").main
    (place,) = main.xpath(".//*[@id='source-words']")
    apart = pledge.text.rstrip(".") != pledge.source_words.rstrip(".")
    assert place.tag == ("h2" if apart else "span")
    assert bool(main.xpath(".//blockquote")) is apart


def test_a_pledge_stands_beside_the_line_that_it_could_help_with_and_says_it_on_its_page() -> None:
    outcomes = site().page("outcomes/").main
    for pledge in charter().pledges:
        own = site().page(f"charter/{pledge.id}/").main
        for link in pledge.outcomes:
            said = charter().points[str(link.because)].text
            part = f".//section[h2[@id='{link.outcome}']]//li[a[contains(@href, '{pledge.id}')]]"
            why = f".//li[a[contains(@href, '#{link.outcome}')]]"
            for found in outcomes.xpath(part), own.xpath(why):
                assert said in " ".join(" ".join(each.text_content() for each in found).split())


@every_pledge
def test_a_pledge_gives_families_a_part_of_their_own(pledge: Pledge) -> None:
    (card,) = site().page(f"charter/{pledge.id}/").main.xpath(".//div[h3[@id='families']]")
    assert pledge.in_practice and pledge.in_practice.families_part
    assert card.xpath("string(p)") == f"Your part: {pledge.in_practice.families_part}"


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize(("page", "most"), [("charter/", 9000), ("outcomes/", 11000)])
def test_a_long_page_is_not_too_long_for_a_phone(page: str, most: int) -> None:
    with shown(page, NARROW) as browser:
        assert browser.execute_script("return document.documentElement.scrollHeight") <= most


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("page", ["", "easy-read/", "search/"])
def test_the_header_has_one_row_on_a_phone_on_pages_that_it_leads_to_too(page: str) -> None:
    with shown(page, NARROW) as browser:
        tops = "return [...document.querySelectorAll('.name, .ways')].map(it => it.offsetTop)"
        name, ways = browser.execute_script(tops)
    assert abs(name - ways) < 10
