"""On paper: the sheets hold their words in letters that are big enough, and the PDF files say all
that the pages say.
"""

import base64
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from ctypes import c_float
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from lxml import html
from pypdfium2 import raw

from a11y.browser.driver import shown
from a11y.browser.states import WIDE
from a11y.site import Site, site
from charter.site_facts import PDF_PAGES, PdfPage
from publish.checksum import checksum
from tests import addresses, project
from tests.project import charter

pytestmark = [pytest.mark.xdist_group("paper"), pytest.mark.usefixtures("site")]

POINTS = {"A4": (595.28, 841.89), "A3": (841.89, 1190.55)}
# Other sheets: 12 points. Tables that are printed have 9 everywhere.
LEAST = {"leaflet/large-print.pdf": 18.0, "progress/year/year.pdf": 9.0}
# An area without measures has no state of the charter.
PAPERS = [paper for paper in PDF_PAGES if paper.page[1:] in addresses.pages()]
SHEETS = [paper for paper in PAPERS if paper.page != "/easy-read/"]

# A sheet to write on has no drawing and no link; cards have no link.
PLAIN = "have-your-say/answer-sheet.pdf"
NO_LINK = (PLAIN, "talk/cards.pdf")
NO_DRAWING = (PLAIN, "progress/year/year.pdf")
# Pages that are made for paper from the first; others are pages of the site that are a PDF file as
# well.
MADE_FOR_PAPER = [paper for paper in PAPERS if paper.page.startswith("/leaflet/")]

every_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.pdf)


def file(paper: PdfPage) -> Path:
    return site().folder / paper.pdf


@cache
def printed(paper: PdfPage) -> list[str]:
    """The text of each page of a PDF file, with white space as one blank."""
    pages = pypdfium2.PdfDocument(file(paper))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pages]


@cache
def main(paper: PdfPage) -> Any:
    """A page's main part, without what stands around the sheet on a screen only."""
    part = html.fromstring(html.tostring(site().page(paper.page[1:]).main))
    for away in part.xpath(".//*[contains(@class, 'not-on-paper') or @class = 'moved']"):
        away.drop_tree()
    return part


@cache
def tags(paper: PdfPage) -> list[tuple[str, str]]:
    """Name and text alternative of every part of a PDF file's tree of tags, in reading order."""

    def below(part: Any) -> Iterator[tuple[str, str]]:
        children = part.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                yield str(child.S).removeprefix("/"), str(child.get("/Alt", ""))
                yield from below(child)

    with pikepdf.open(file(paper)) as pdf:
        return list(below(pdf.Root.StructTreeRoot))


def sizes(document: pypdfium2.PdfDocument) -> list[float]:
    """The size of every piece of text, in points as it is printed."""
    found = []
    for page in document:
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=9):
            size = c_float()
            raw.FPDFTextObj_GetFontSize(piece.raw, size)
            found.append(size.value * abs(piece.get_matrix().d))
    return found


@every_paper
def test_a_pdf_file_has_the_right_paper_and_no_more_sheets_than_it_may(paper: PdfPage) -> None:
    pages = pypdfium2.PdfDocument(file(paper))
    assert paper.sheets is None or len(pages) == paper.sheets
    for page in pages:
        assert page.get_size() == pytest.approx(POINTS[paper.size], abs=0.1)


@every_paper
def test_no_letter_is_too_small(paper: PdfPage) -> None:
    found = sizes(pypdfium2.PdfDocument(file(paper)))
    assert len(found) > 20
    assert min(found) >= LEAST.get(paper.pdf, 12.0) - 0.01


def sheet(name: str) -> PdfPage:
    (paper,) = [paper for paper in PDF_PAGES if paper.pdf == f"leaflet/{name}.pdf"]
    return paper


def test_the_leaflet_has_all_pledges_in_their_shortened_wording_and_says_who_to_talk_to() -> None:
    (text,) = printed(sheet("leaflet"))
    wanted = [pledge.leaflet for pledge in charter().pledges] + [charter().site.draft_line]
    helpers = charter().not_kept.on_the_leaflet
    assert helpers
    wanted += [f"{helper.leaflet}: {helper.name}" for helper in helpers]
    assert [each for each in wanted if (each or "") not in text] == []


def test_the_poster_is_readable_from_afar() -> None:
    """Three metres: letters of 100 points for the title, and of 33 or more for each value."""
    (text,) = printed(sheet("poster"))
    lines = [f"{value.name} {value.poster or value.meaning}" for value in charter().values]
    assert [line for line in lines if line not in text] == []
    document = pypdfium2.PdfDocument(file(sheet("poster")))
    far = [size for size in sizes(document) if size >= 33]
    assert max(far) >= 100
    assert len(far) >= 2 * len(lines)


def test_large_print_has_every_pledge_in_full_and_breaks_none() -> None:
    paper = sheet("large-print")
    for pledge in charter().pledges:
        number = f"{charter().values[pledge.value].name} {pledge.number}"
        whole = f"{number} {pledge.text} Ask: {pledge.question}"
        assert [page for page in printed(paper) if whole in page], pledge.id


def test_the_card_has_one_question_for_each_value() -> None:
    asked = [charter().pledges[id].value for id in charter().card.questions]
    assert asked == [value.id for value in charter().values]
    questions = [charter().pledges[id].question for id in charter().card.questions]
    folded, worn = printed(sheet("card"))
    assert [folded.count(question) for question in questions] == [1] * len(questions)
    assert [worn.count(question) for question in questions] == [4] * len(questions)


@pytest.mark.parametrize("paper", MADE_FOR_PAPER, ids=lambda paper: paper.pdf)
def test_the_square_code_leads_to_the_address_that_stands_beside_it(paper: PdfPage) -> None:
    pages = pypdfium2.PdfDocument(file(paper))
    drawn = [page.render(scale=2).to_pil() for page in pages]
    assert [code.text for page in drawn for code in zxingcpp.read_barcodes(page)] == [
        site().address
    ]
    assert site().address.split("://")[1].rstrip("/") in " ".join(printed(paper))


@every_paper
def test_a_pdf_file_is_tagged_and_says_its_language_and_title(paper: PdfPage) -> None:
    with pikepdf.open(file(paper)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        title = site().page(paper.page[1:]).document.xpath("string(//title)")
        assert str(pdf.docinfo.Title) == title == pdf.open_metadata()["dc:title"]
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.open_metadata()["dc:language"] == {"en-GB"}


@every_paper
def test_headings_and_bookmarks_are_those_of_the_page(paper: PdfPage) -> None:
    wanted = [
        (part.tag, " ".join(part.text_content().split()))
        for part in main(paper).iter("h1", "h2", "h3")
    ]
    levels = [name.lower() for name, _ in tags(paper) if re.fullmatch("H[1-6]", name)]
    assert levels == [tag for tag, _ in wanted]
    bookmarks = [mark.get_title() for mark in pypdfium2.PdfDocument(file(paper)).get_toc()]
    assert bookmarks == [text for _, text in wanted]


@every_paper
def test_every_word_of_the_page_is_in_the_pdf_file(paper: PdfPage) -> None:
    wanted = Counter(_unparted(" ".join(main(paper).itertext())).split())
    assert wanted - Counter(_unbroken(" ".join(printed(paper))).split()) == Counter()


def _unparted(text: str) -> str:
    """A text in which a sign stands by its word, whatever parts they were in."""
    return re.sub(r"\s+([:.,;)])", r"\1", text)


def _unbroken(text: str) -> str:
    """A text in which a word with a hyphen at the end of a line is whole again."""
    return text.replace("- ", "-").replace("\x02 ", "-").replace("\x02", "-")


@every_paper
def test_drawings_that_say_something_say_it_in_the_pdf_file_too(paper: PdfPage) -> None:
    figures = [alternative for name, alternative in tags(paper) if name == "Figure"]
    drawn = main(paper).xpath(".//*[local-name()='svg' and @role='img']/@aria-label | .//img/@alt")
    assert figures == drawn
    assert figures or paper.pdf in NO_DRAWING


@every_paper
def test_addresses_and_links_of_the_page_are_links_of_the_pdf_file(paper: PdfPage) -> None:
    links = [site().address for _ in main(paper).xpath(".//*[@class='where']")]
    links += [urljoin(site().address + paper.page[1:], a) for a in main(paper).xpath(".//a/@href")]
    with pikepdf.open(file(paper)) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        found = {str(note.A.URI) for note in notes}
        assert (links or paper.pdf in NO_LINK) and {*links} <= found
        assert all(note.Contents and note.get("/StructParent") is not None for note in notes)
    assert ("Link" in [name for name, _ in tags(paper)]) is bool(links)


@every_paper
def test_all_letters_are_in_the_pdf_file_and_are_those_that_sheets_are_measured_with(
    paper: PdfPage,
) -> None:
    with pikepdf.open(file(paper)) as pdf:
        parts = [part for part in pdf.objects if isinstance(part, pikepdf.Dictionary)]
        fonts = [part for part in parts if part.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        assert {"Liberation-Sans" in str(font.FontName) for font in fonts} == {True}


@pytest.fixture(scope="module")
def copied(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a good site in it."""
    copied = project.copy(tmp_path_factory.mktemp("paper"))
    shutil.copytree(site.folder, copied / "site")
    return copied


@pytest.mark.weekly
@pytest.mark.build
def test_two_builds_give_the_same_bytes(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("one", "two"):
        assert project.run(copied, "publish", "--to", name).status == 0
    for paper in PAPERS:
        one, two = ((copied / name / paper.pdf).read_bytes() for name in ("one", "two"))
        assert one == two


@pytest.mark.build
@pytest.mark.parametrize(
    ("field", "times", "pages"),
    # WeasyPrint takes many minutes for many more words on the card.
    [
        ("leaflet", 80, ["/leaflet/"]),
        pytest.param("question", 12, ["/leaflet/card/"], marks=pytest.mark.weekly),
    ],
)
def test_a_wording_that_grows_beyond_its_sheet_stops_the_build_and_is_named(
    field: str, times: int, pages: list[str], copied: Path, tmp_path: Path
) -> None:
    spoiled = tmp_path / "project"
    shutil.copytree(copied, spoiled)
    pledge = charter().card.questions[-1]
    record = spoiled / "data" / "pledges" / f"{pledge}.yml"
    more = " and more words" * times
    record.write_text(
        re.sub(rf"(?m)^({field}: .*?)(\??)$", rf"\1{more}\2", record.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    before = checksum(spoiled / "site")
    ended = project.run(spoiled, "publish")
    assert ended.status != 0
    assert "Traceback" not in ended.said
    for page in pages:
        assert re.search(rf"words of {page} need \d+ sheets, and may have", ended.said)
    assert "please say it in fewer words" in ended.said
    assert checksum(spoiled / "site") == before


@pytest.mark.build
def test_without_the_tools_the_build_says_so_and_no_page_links_to_a_pdf_file(copied: Path) -> None:
    ended = project.run(copied, "publish", "--without-pdf", "--to", "plain")
    assert ended.status == 0
    assert "No PDF files were made" in ended.said
    assert not list((copied / "plain").rglob("*.pdf"))
    for paper in PAPERS:
        assert Path(paper.pdf).name not in (
            copied / "plain" / paper.page[1:] / "index.html"
        ).read_text(encoding="utf-8")


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("paper", SHEETS, ids=lambda paper: paper.pdf)
def test_a_browser_prints_the_page_on_as_many_sheets(paper: PdfPage) -> None:
    with shown(paper.page[1:]) as browser:
        settings = {"preferCSSPageSize": True}
        pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", settings)["data"])
    pages = pypdfium2.PdfDocument(pdf)
    assert len(pages) == len(printed(paper))
    assert pages[0].get_size() == pytest.approx(POINTS[paper.size], abs=1)
    words = Counter(" ".join(main(paper).itertext()).split())
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert words - Counter(_unbroken(" ".join(text.split())).split()) == Counter()


SIDES = """
const all = name => [...document.querySelectorAll(name)];
return [
  all(".panel").map(side => [side.offsetWidth, side.offsetHeight]),
  all(".question .badge").map(badge => badge.getBoundingClientRect().width),
  all(".question > p").map(text => parseFloat(getComputedStyle(text).fontSize) * 0.75)]
"""


@pytest.mark.usefixtures("browser")
def test_each_side_of_the_card_is_a_bank_cards_with_icons_of_20_mm_and_questions_of_16_points() -> (
    None
):
    with shown("leaflet/card/", WIDE) as browser:
        sides, badges, letters = browser.execute_script(SIDES)
    assert min(badges) / 96 * 25.4 >= 19.9
    assert min(letters) >= 16
    assert len(sides) == len(charter().values) + 3
    for width, height in sides:
        assert width / 96 * 25.4 == pytest.approx(85.6, abs=0.5)
        assert height / 96 * 25.4 == pytest.approx(54, abs=0.5)


@pytest.mark.usefixtures("browser")
def test_the_button_prints() -> None:
    with shown("leaflet/") as browser:
        browser.execute_script(
            "window.print = () => document.title = 'printed'; document.querySelector('[data-print]"
            " button').click()"
        )
        assert browser.title == "printed"
