"""Checklists: one for each occasion, on one sheet of A4, with the questions that fit it and boxes
to tick.
"""

from functools import cache
from urllib.parse import urljoin

import pypdfium2
import pytest
from lxml import html

from a11y.browser.driver import printed, shown
from a11y.browser.states import PAPER
from a11y.checks.paper import words
from a11y.site import Page, site
from charter.model import Occasion
from tests.browser.did_we import FORM
from tests.project import charter
from tests.questions import OCCASIONS, WORDS, every_occasion, fitting
from tests.test_paper import POINTS, sizes

pytestmark = pytest.mark.usefixtures("site")


def page(occasion: Occasion) -> Page:
    return site().page(f"{FORM}{occasion.id}/")


def sheet(occasion: Occasion) -> html.HtmlElement:
    """What is printed of an occasion's page."""
    (found,) = page(occasion).main.xpath(".//article[contains(@class, 'sheet')]")
    return found


def text(part: html.HtmlElement) -> str:
    return " ".join(part.text_content().split())


@cache
def on_paper(path: str) -> pypdfium2.PdfDocument:
    """A page as the browser prints it."""
    with shown(path) as browser:
        return pypdfium2.PdfDocument(printed(browser))


@pytest.mark.usefixtures("browser")
@every_occasion
def test_a_checklist_is_one_sheet_of_a4_with_every_word_on_it(occasion: Occasion) -> None:
    document = on_paper(page(occasion).path)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx(POINTS["A4"], abs=1)
    said = words(
        document[0].get_textpage().get_text_bounded().replace("\ufffe", "-").replace("\x02", "-")
    )
    wanted = words(text(sheet(occasion)))
    assert wanted.total() > 50
    assert not wanted - said


@pytest.mark.usefixtures("browser")
@every_occasion
def test_letters_have_12_points_or_more(occasion: Occasion) -> None:
    found = sizes(on_paper(page(occasion).path))
    assert len(found) > 20
    assert min(found) >= 12 - 0.01


@every_occasion
def test_a_checklist_has_the_questions_of_its_occasion_by_value(occasion: Occasion) -> None:
    rows = [text(row) for row in sheet(occasion).xpath(".//th[@scope='row']")]
    codes = [f"{charter().values[it.value].name} {it.number}" for it in fitting(occasion)]
    for row, code, pledge in zip(rows, codes, fitting(occasion), strict=True):
        assert row.startswith(f"{code} {pledge.question}")


@pytest.mark.usefixtures("browser")
@every_occasion
def test_each_question_has_an_empty_box_for_each_answer(occasion: Occasion) -> None:
    answers = [name for _, name in WORDS.answers]
    assert [text(heading) for heading in sheet(occasion).xpath(".//thead//th")] == [
        WORDS.sheet.question,
        *answers,
    ]
    for row in sheet(occasion).xpath(".//tr[th[@scope='row']]"):
        assert len(row.xpath("./td/*[@class='box']")) == len(answers)
    groups = sheet(occasion).xpath(".//*[@class='mine']//li[span[@class='box']]")
    assert [text(group) for group in groups] == [group.name for group in charter().groups]
    with shown(page(occasion).path, PAPER) as browser:
        size = "box.offsetWidth, box.offsetHeight, getComputedStyle(box).borderTopStyle"
        boxes = browser.execute_script(
            f"return [...document.querySelectorAll('.box')].map(box => [{size}])"
        )
        rows = browser.execute_script(
            "return [...document.querySelectorAll('tbody tr')]"
            ".map(row => row.getBoundingClientRect().height)"
        )
    assert min(rows) * 25.4 / 96 >= 9  # millimetres
    assert len(boxes) == len(answers) * len(occasion.questions) + len(groups)
    assert all(width >= 15 and height >= 15 and style == "solid" for width, height, style in boxes)


@every_occasion
def test_a_checklist_says_when_and_how_to_ask_what_is_uncertain_and_that_it_is_a_draft(
    occasion: Occasion,
) -> None:
    said = text(sheet(occasion))
    site_words = [charter().site.draft_line, charter().site.name]
    wanted = [
        occasion.name,
        occasion.text,
        *occasion.how,
        *([occasion.note] if occasion.note else []),
        *(WORDS.sheet.next, WORDS.sheet.date),
        f"{WORDS.sheet.code} {occasion.name}",
        *site_words,
    ]
    assert [each for each in wanted if each not in said] == []
    assert f"{site().address.split('://')[1]}{FORM}" in said


@every_occasion
def test_a_checklist_leads_back_to_the_form_and_to_all_others(occasion: Occasion) -> None:
    here = site().address + page(occasion).path
    links = {urljoin(here, link) for link in page(occasion).main.xpath(".//a/@href")}
    assert site().address + FORM in links
    assert {site().address + page(other).path for other in OCCASIONS} <= links
    (current,) = page(occasion).main.xpath(".//nav//a[@aria-current]")
    assert text(current) == occasion.name


@pytest.mark.parametrize(
    "path",
    [
        "",
        FORM,
        "have-your-say/",
        "formats/",
        *(f"charter/{pledge.id}/" for pledge in charter().pledges),
    ],
)
def test_pages_lead_to_the_questions(path: str) -> None:
    links = [
        urljoin(site().address + path, link) for link in site().page(path).main.xpath(".//a/@href")
    ]
    if path == FORM:
        assert {site().address + page(occasion).path for occasion in OCCASIONS} <= set(links)
    elif path.startswith("charter/"):
        pledge = path.split("/")[1]
        assert f"{site().address}{FORM}#{pledge}" in links
    else:
        assert site().address + FORM in links


def test_the_way_to_the_questions_does_not_crowd_the_first_screen_of_home() -> None:
    main = site().page("").main
    (scene,) = main.xpath(".//*[contains(@class, 'doors')]")
    (link,) = main.xpath(".//a[contains(@href, 'did-we/')]")
    order = list(main.iter())
    assert order.index(scene) < order.index(link)
