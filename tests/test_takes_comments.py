"""While there is no address to write to, no page asks for an answer; with one, all comes back."""

import re
from pathlib import Path

import pytest

from a11y.site import Page, Site
from charter.clock import today
from charter.data.load import load
from charter.model.have_your_say import Now
from charter.site.pages import OFFERED, Here
from charter.site.pages import Page as Drawn
from tests.project import charter
from tests.sample import edit, sample

SAY = charter().have_your_say
KEEP = charter().did_we.keep
# What asks readers for an answer, and may stand on a page only once there is somewhere to send it.
REQUESTS = re.compile(
    r"please (?:say so|have your say|tell us)|do you know (?:the|a|what)\b|(?<!you can )\btell us\b"
    r"|write to us|let us know|send us|to test this page. You can tell us",
    re.IGNORECASE,
)
# What says that there is nowhere to send anything.
NOWHERE = re.compile(
    r"no address|nowhere to|somewhere to send|not open yet|can(?:'t|not) send|nobody you can ask"
)
# Pledges' own words ask within a meeting, and pages of code ask programmers.
OF_PLEDGES = re.compile(r"charter/.|formats/data/")
OPEN = [KEEP.copy_file, KEEP.send, KEEP.copy_text, *SAY.open.when]
CLOSED = [*SAY.closed.when, *SAY.closed.privacy]


def words(page: Page) -> str:
    """All that a page says in its main part and its foot, also once its script has run."""
    parts = page.document.xpath("//header | //main | //footer")
    return " ".join(" ".join(part.text_content() for part in parts).split())


def said(site: Site, texts: list[str]) -> dict[str, bool]:
    """Whether each of these stands anywhere on the site, as a whole text of an element."""
    found = {
        " ".join(element.text_content().split())
        for page in site.pages
        for element in page.document.xpath("//body//*[not(self::script or self::style)]")
    }
    return {text: " ".join(text.split()) in found for text in texts}


def titles(site: Site) -> set[str]:
    """What the links to the page call it, its own heading and its title."""
    page = site.page("have-your-say/")
    links = page.document.xpath("//header//a[@aria-current='page'] | //h1")
    return {link.text_content().strip() for link in links}


def follows(site: Site, now: Now, other: Now) -> None:
    assert titles(site) == {now.title}
    head = site.page("have-your-say/").document
    assert head.xpath("string(//title)").startswith(f"{now.title} |")
    assert head.xpath("string(//meta[@name='description']/@content)") == now.description
    for page in site.pages:
        links = page.document.xpath("//a[contains(@href, 'have-your-say/')]")
        assert other.title not in {link.text_content().strip() for link in links}, page.name


def test_an_address_to_write_to_is_what_makes_the_charter_take_comments(tmp_path: Path) -> None:
    data = sample(tmp_path)
    assert not load(data).takes_comments
    edit(data, "site.yml", "area: Riverdale", "area: Riverdale\ncontact: us@council.example")
    assert load(data).takes_comments


@pytest.mark.skipif(charter().takes_comments, reason="there is an address to write to")
def test_without_an_address_no_page_asks_for_an_answer(site: Site) -> None:
    assert not any(said(site, OPEN).values()), said(site, OPEN)
    assert all(said(site, CLOSED).values()), said(site, CLOSED)
    follows(site, SAY.closed, SAY.open)
    asked = {
        page.name: REQUESTS.findall(words(page))
        for page in site.pages
        if not OF_PLEDGES.match(page.path)
    }
    assert {name: found for name, found in asked.items() if found} == {}
    mail = [page.name for page in site.pages if page.document.xpath("//a[contains(@href, '@')]")]
    assert mail == []


def test_with_an_address_all_that_asks_for_an_answer_is_there(open_site: Site) -> None:
    assert all(said(open_site, OPEN).values()), said(open_site, OPEN)
    assert not any(said(open_site, CLOSED).values()), said(open_site, CLOSED)
    follows(open_site, SAY.open, SAY.closed)
    address = "mailto:answers@council.example"
    for path in ("have-your-say/", "did-we/"):
        assert address in open_site.page(path).document.xpath("//main//a/@href"), path
    left = {page.name: NOWHERE.findall(words(page)) for page in open_site.pages}
    assert {name: found for name, found in left.items() if found} == {}
    for path in ("accessibility/", "have-your-say/answer-sheet/"):
        assert " to answers@council.example" in words(open_site.page(path))


def test_words_for_then_take_the_place_of_those_for_now(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "addresses.txt").write_text("/about/gaps/#water\n", encoding="utf-8")
    (data / "moved.yml").unlink()
    edit(data, "open-questions.yml", "- id: water", "- id: water\n  until: [contact]")
    edit(data, "have-your-say.yml", "\n  keep:", "\n  keep_once_contact: To {address}.\n  keep:")
    before = load(data)
    edit(data, "site.yml", "area: Riverdale", "area: Riverdale\ncontact: us@council.example")
    after = load(data)
    assert after.have_your_say.sheet.keep == "To us@council.example."
    assert before.have_your_say.sheet.keep != after.have_your_say.sheet.keep
    assert [each.id for each in before.open_questions] == ["water"]
    assert after.open_questions == []
    assert [(entry.old, entry.to) for entry in after.moved] == [
        ("/about/gaps/#water", "/have-your-say/")
    ]


def test_the_answer_sheet_has_each_question_and_is_led_to(site: Site) -> None:
    sheet = site.page("have-your-say/answer-sheet/")
    assert [item.text_content() for item in sheet.main.xpath("//article//li")] == SAY.questions
    led = site.page("have-your-say/").main.xpath(".//a/@href")
    assert "../have-your-say/answer-sheet/" in led


@pytest.mark.parametrize(("address", "there"), [("charter.example", 0), ("kent.gov.uk", 1)])
def test_paper_has_a_code_for_a_camera_once_the_site_has_an_address(
    address: str, there: int
) -> None:
    here = Here("../", f"https://{address}/", today())
    for sheet in ("leaflet", "card", "large_print", "poster"):
        drawn = OFFERED[sheet](charter(), here)
        assert isinstance(drawn, Drawn)
        assert (drawn.html.count('class="code"'), drawn.html.count(address)) == (there, there)
