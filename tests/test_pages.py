"""Every page of the built site: its links, its menu, what it must say, and nothing that it should
not have.
"""

from urllib.parse import urljoin, urlsplit

import pytest
from lxml.html import HtmlElement

from a11y.site import NOT_FOUND, Page, Site, site
from tests import addresses
from tests.fixtures import every_page_in_english
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site")


def test_the_sitemap_lists_every_page_that_was_built() -> None:
    built = {
        file.parent.relative_to(site().folder).as_posix()
        for file in site().folder.rglob("index.html")
    }
    assert {page.path.strip("/") or "." for page in site().pages} - {NOT_FOUND} == built
    assert [page.path for page in site().pages] == addresses.pages()


@every_page_in_english
def test_a_page_bears_the_draft_line_and_says_that_it_is_not_official(page: Page) -> None:
    text = " ".join(page.document.text_content().split())
    assert charter().site.draft_line in text
    assert charter().site.not_official in text


@every_page_in_english
def test_a_page_has_the_menu_and_the_button_that_opens_it(page: Page) -> None:
    """Else the checks would look at it as at a page that is meant to have none."""
    assert page.settings.menu_button == "[popovertarget=menu]"
    (button,) = page.document.xpath("//*[@popovertarget='menu']")
    (menu,) = page.document.xpath("//*[@id='menu']")
    assert button.tag == "button" and menu.xpath(".//a")


@every_page_in_english
def test_a_page_loads_nothing_from_another_host(page: Page) -> None:
    loaded = page.document.xpath(
        "//script/@src | //img/@src | //link[@rel!='canonical']/@href | //iframe/@src |"
        " //*[local-name()='use']/@href"
    )
    assert loaded
    hosts = {urlsplit(urljoin(site().address, address)).netloc for address in loaded}
    assert hosts == {urlsplit(site().address).netloc}


def test_descriptions_fit_into_a_search_result() -> None:
    lengths = {
        page.name: len(page.document.xpath("string(//meta[@name='description']/@content)"))
        for page in site().pages
    }
    assert {name: length for name, length in lengths.items() if not 40 <= length <= 240} == {}


FRAME = "//header//nav//a | //footer//nav//a"


def test_each_page_of_the_menu_and_the_foot_is_called_one_thing(site: Site) -> None:
    home = site.page("").document.xpath(FRAME)
    assert len(home) == 2 + 7 + 13
    called = {}
    for link in home:
        if link.xpath("span[@lang]"):  # "Languages", with the names of all
            continue
        page = site.page(link.get("href").removeprefix("./"))
        (heading,) = page.document.xpath("//h1")
        title = page.document.xpath("string(//title)")
        called[page.name] = {_words(link), _words(heading), title.rpartition(" | ")[0]}
    assert {name: names for name, names in called.items() if len(names) > 1} == {}


@every_page_in_english
def test_each_page_has_the_same_menu_and_foot(page: Page) -> None:
    links = site().page("").document.xpath(FRAME)
    assert list(map(_words, page.document.xpath(FRAME))) == list(map(_words, links))


def _words(part: HtmlElement) -> str:
    return " ".join(part.text_content().split())


def test_the_pledges_stand_on_the_charter_page_and_on_their_own_word_for_word() -> None:
    whole = site().page("charter/").main
    for pledge in charter().pledges:
        (item,) = whole.xpath(f".//*[@id='{pledge.id}']")
        assert pledge.text in item.text_content()
        own = site().page(f"charter/{pledge.id}/").main
        heading = " ".join(own.xpath("string(.//h1)").split())
        name = charter().values[pledge.value].name
        assert heading == f"{name} {pledge.number}: {pledge.text}"
        assert pledge.source_words in own.text_content()


def test_nobody_is_shown_as_having_signed_who_has_not() -> None:
    text = site().page("signatures/").main.text_content()
    signatures = charter().signatures
    assert text.count("not signed yet") == sum(each.asked is not None for each in signatures)
    assert text.count("Signed by") == sum(each.status == "signed" for each in signatures)


def test_stories_from_elsewhere_say_so() -> None:
    for story in charter().case_studies:
        text = site().page(f"case-studies/{story.id}/").main.text_content()
        assert (f"(not {charter().site.area})" in text) is (story.where == "elsewhere"), story.id


def test_the_accessibility_statement_has_the_headings_of_the_model() -> None:
    headings = site().page("accessibility/").main.xpath(".//h1/text() | .//h2/text()")
    wanted = [
        "Accessibility",
        "Compliance status",
        "Non-accessible content",
        "Preparation of this accessibility statement",
        "Feedback and contact information",
        "Enforcement procedure",
    ]
    assert [heading for heading in headings if heading in wanted] == wanted
