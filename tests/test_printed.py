"""What is not printed, and whether each reason for that is still needed. (a11y/checks/paper.py
prints every page.)
"""

import io
import re

import pypdfium2
import pytest

from a11y.browser.driver import printed, shown
from a11y.checks.paper import on_paper
from a11y.settings import NOT_PRINTED
from a11y.site import site
from tests.findings import SETTINGS
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site", "browser")


def test_every_reason_for_not_printing_is_needed_somewhere() -> None:
    without = {
        ".map svg": charter().shapes is None,
    }
    unmet = {name for name in [*NOT_PRINTED, *SETTINGS.not_printed] if not without.get(name)}
    for page in site().pages:
        with shown(page) as browser:
            unmet -= set(
                browser.execute_script(
                    "return arguments[0].filter(name => document.querySelector(`main ${name}`))",
                    [*unmet],
                )
            )
        if not unmet:
            return
    assert not unmet


@pytest.mark.parametrize("path", ["charter/", "easy-read/", "glossary/"])
def test_each_sheet_says_that_it_is_a_draft_without_margin_boxes_too(path: str) -> None:
    with shown(path) as browser:
        sheets = pypdfium2.PdfDocument(io.BytesIO(printed(browser)))
    said = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in sheets]
    assert len(said) > 2
    # Once in the margin box, and once at the top for browsers that know none.
    assert [text for text in said if text.count(charter().site.draft_line) < 2] == []


def test_arabic_that_is_lost_on_paper_is_told_and_a_word_that_is_broken_there_is_not() -> None:
    words = "نعمل معًا من أجل الأطفال والشباب" + " ونسمع لهم" * 10
    screen = {"words": words, "foot": [""], "outside": [], "headings": []}
    assert on_paper(screen, [words.replace("معًا", "ا ًعم")]) == []
    assert [found[0] for found in on_paper(screen, [words.replace("الأطفال", "")])] == ["words"]


def test_a_letter_that_can_t_be_read_out_of_a_pdf_file_is_not_lost_and_a_line_is() -> None:
    words = "हामी सबै मिलेर काम गर्छौं। " * 40
    screen = {"words": words, "foot": [""], "outside": [], "headings": []}
    assert on_paper(screen, [words.replace("छ", "", 1)]) == []
    assert [found[0] for found in on_paper(screen, [words[27:]])] == ["words"]


def test_paper_says_each_address_once_and_has_the_sentence_to_copy() -> None:
    with shown("not-kept/") as browser:
        sheets = pypdfium2.PdfDocument(io.BytesIO(printed(browser)))
    said = "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in sheets)
    links = set(site().page("not-kept/").main.xpath(".//a[starts-with(@href, 'http')]/@href"))
    assert "".join(charter().not_kept.sentence.split())[:40] in said
    # A hyphen at the end of a line is another character, or none, in a PDF file.
    hyphens = re.compile(r"[^\w/.:()]")
    bare = hyphens.sub("", said)
    counted = {link: bare.count(f"({hyphens.sub('', link)})") for link in links}
    assert counted == dict.fromkeys(links, 1)
