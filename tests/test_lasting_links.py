"""What people have linked to and cited stays, or says where it went. A build that would lose it
stops, and says what to write.
"""

import re
from urllib.parse import urldefrag, urljoin

import pytest
from selenium.webdriver.common.keys import Keys

from a11y.browser.driver import shown
from a11y.browser.states import NARROW, NARROW_DARK, NO_SCRIPT, PAPER, WIDE, State
from a11y.checks import site_checks
from a11y.run import look
from a11y.site import Page, site
from charter.render.html import day
from publish.gates.addresses import addresses
from publish.site import Site
from tests.changed_site import NEW_WORDS, NEXT_VERSION, PAGE, PROSE, REMOVED, RENAMED, WHY, changed
from tests.findings import SETTINGS, unexplained
from tests.project import ROOT

pytestmark = [pytest.mark.xdist_group("changed site"), pytest.mark.build]

# The words of what the address leads to, where it begins and ends in the window, and how high that
# is.
SEEN = """
const target = document.querySelector(":target"), box = target.getBoundingClientRect();
return [target.innerText, box.top, box.bottom, innerHeight];
"""


def lost_pages() -> list[str]:
    return [f"/charter/{changed().pledge}/", f"/case-studies/{changed().story}/", f"/{PAGE}/"]


def lost_places() -> list[str]:
    return [
        f"/charter/#{changed().pledge}",
        f"/did-we/#{changed().pledge}",
        f"/{PROSE}/#{RENAMED}",
        f"/{PROSE}/#{REMOVED}",
    ]


def test_a_pledge_with_new_words_stops_the_build_until_it_keeps_the_old_ones() -> None:
    said = changed().said[0]
    assert f"data/pledges/{changed().reworded}.yml, line " in said
    assert "text: people know this pledge as" in said
    assert changed().old_words in said
    assert "Put these words back" in said


def test_records_and_pages_that_are_taken_away_stop_the_build_with_what_to_write() -> None:
    said = changed().said[1]
    for address in lost_pages():
        assert (
            f"docs{address.rstrip('/')}.md, line 1: this page is gone, and people have links to"
            f" {address}. Put it back. Or write" in said
        )
        assert f'- from: {address}\n      to: ""\n      since: ""\n      why: ""' in said
    assert "into data/moved.yml" in said


def test_a_renamed_id_and_a_removed_heading_stop_the_build_with_what_to_write() -> None:
    said = changed().said[2]
    assert "Bring each back" in said and "data/moved.yml" in said
    for address in lost_places():
        assert f'- from: {address}\n  to: ""\n  since: ""\n  why: ""' in said


def test_once_that_is_written_every_promised_address_answers() -> None:
    promised = (ROOT / "data" / "addresses.txt").read_text(encoding="utf-8").split()
    now = set(addresses(Site(changed().site.folder)))
    silent = [
        address
        for address in promised
        if address not in now and urldefrag(address).url not in lost_pages()
    ]
    assert [address for address in silent if not address.endswith(".pdf")] == []
    assert set(lost_pages() + lost_places()) <= now


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("number", range(3))
def test_the_old_address_of_a_page_says_where_it_went_and_the_keyboard_leads_there(
    number: int,
) -> None:
    old = lost_pages()[number]
    address = changed().site.address + old.lstrip("/")
    with shown(address, WIDE, where=changed().site) as browser:
        words = browser.execute_script("return document.querySelector('main').innerText")
        assert WHY in words and "3 May 2027" in words
        found = browser.find_element("css selector", "meta[name=robots]")
        assert found.get_attribute("content") == "noindex"
        assert browser.find_elements("css selector", "meta[http-equiv=refresh]") == []
        body = browser.find_element("css selector", "body")
        body.send_keys(Keys.TAB)
        browser.switch_to.active_element.send_keys(Keys.ENTER)  # the skip link, to the main part
        browser.switch_to.active_element.send_keys(Keys.TAB)
        browser.switch_to.active_element.send_keys(Keys.ENTER)
        assert browser.current_url == urljoin(address, changed().leads[old])
        heading = browser.find_element("css selector", "h1").text
        assert heading != "This page has moved"


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("state", [WIDE, NARROW, NO_SCRIPT], ids=lambda state: state.name)
@pytest.mark.parametrize("number", range(4))
def test_the_old_address_of_a_place_shows_a_note_that_says_where_it_went(
    number: int, state: State
) -> None:
    old = lost_places()[number]
    with shown(changed().site.address + old.lstrip("/"), state, where=changed().site) as browser:
        words, top, bottom, height = browser.execute_script(SEEN)
        assert re.search(r"This part (moved|changed|was removed) on", words)
        assert WHY in words and "3 May 2027" in words
        assert top >= 0 and bottom <= height, "the note is not in view"
        link = browser.execute_script("return document.querySelector(':target a').href")
        assert link == urljoin(changed().site.address, changed().leads[old])


@pytest.mark.usefixtures("site", "browser")
def test_the_old_words_of_a_pledge_stand_at_the_address_that_people_cited() -> None:
    whole = citation(site().page(f"charter/{changed().reworded}/"))
    cited = re.search(r"charter/\S+#wording-1$", whole)
    assert cited
    with shown(changed().site.address + cited[0], WIDE, where=changed().site) as browser:
        words, top, bottom, height = browser.execute_script(SEEN)
        assert changed().old_words in words and WHY in words
        assert top >= 0 and bottom <= height
        heading = browser.execute_script("return document.querySelector('h1').innerText")
        assert heading.endswith(NEW_WORDS)


@pytest.mark.usefixtures("site")
def test_the_page_of_that_pledge_says_since_when_and_cites_the_new_words() -> None:
    page = changed().site.page(f"charter/{changed().reworded}/")
    earlier = changed().charter.pledges[changed().reworded].history[0]
    text = " ".join(page.main.text_content().split())
    until = f"{earlier.until.day} {earlier.until:%B %Y}"
    assert f"The pledge said this until {until}, in {earlier.version}." in text
    assert "This pledge has said this since" in text
    assert citation(page).endswith("#wording-2")
    assert NEXT_VERSION in citation(page)
    before = site().page(f"charter/{changed().reworded}/").main.text_content()
    assert "What it said before" not in before


def test_a_citation_has_name_version_day_state_and_the_address_of_these_words() -> None:
    about = changed().charter.site
    wanted = [about.name, NEXT_VERSION, day(about.draft_date), about.draft_line]
    whole = citation(changed().site.page("staff/"))
    assert [part for part in [*wanted, "/charter/"] if part not in whole] == []
    for pledge in changed().charter.pledges:
        text = citation(changed().site.page(f"charter/{pledge.id}/"))
        parts = [*wanted, f"/charter/{pledge.id}/#wording-"]
        assert [part for part in parts if part not in text] == []


def citation(page: Page) -> str:
    xpath = ".//*[@id='cite']/following-sibling::p[contains(@class, 'address')]"
    found = page.main.xpath(xpath)[0]
    return str(found.text_content())


def test_no_search_finds_what_has_moved() -> None:
    listed = (changed().site.folder / "search" / "index.json").read_text(encoding="utf-8")
    entries = [f'"address":"{address.lstrip("/")}"' for address in lost_pages()]
    assert [entry for entry in entries if entry in listed] == []
    assert '"address":"charter/"' in listed
    assert WHY not in listed.replace(f"Why it changed: {WHY}", "")


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize(
    "state", [WIDE, NARROW_DARK, NO_SCRIPT, PAPER], ids=lambda state: state.name
)
def test_pages_that_tell_of_a_move_or_of_old_words_pass_every_check(state: State) -> None:
    for path in (lost_pages()[2].lstrip("/"), f"{PROSE}/", f"charter/{changed().reworded}/"):
        assert unexplained(look(changed().site, changed().site.page(path), state)) == []


def test_all_pages_together_pass_every_check() -> None:
    found = [one for check in site_checks(SETTINGS) for one in check.look(changed().site)]
    # Who may say "we" is known for this project's pledges, not for the made-up new words.
    assert [str(one) for one in unexplained(found) if one.rule != "words-we"] == []
