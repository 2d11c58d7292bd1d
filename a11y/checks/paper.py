"""Every page on paper: all its words and outside addresses, headings with what follows them, no
sheet with nothing but the foot, nothing cut off, and no menus.
"""

import re
import unicodedata
from collections import Counter
from typing import Any

import pypdfium2
from selenium.webdriver import Chrome

from a11y.browser.driver import printed
from a11y.browser.states import NO_SCRIPT, PAPER, WIDE, State
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page

# The foot of a sheet, where the site's own line stands: 18 mm or 51 points.
FOOT = 51

# Letters of writings in which letters change beside others, such as Arabic and Devanagari. What
# reads a PDF file turns their words round, breaks them, and may lose one of two that became one.
SHAPED = "\u0590-\u0dff"
LOST = 5  # so many letters of a page may be

ALONE = script("paper-alone")
BACK = "document.adoptedStyleSheets = []"

CUT = script("paper-cut")


def printout(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """The printed page against its words on screen."""
    screen = browser.execute_script(ALONE, page.settings.unprinted)
    paper = sheets(printed(browser))
    browser.execute_script(BACK)
    return [
        Finding(page.name, state.name, f"paper {rule}", target, said)
        for rule, target, said in on_paper(screen, paper)
    ]


def on_paper(screen: dict[str, Any], paper: list[str]) -> list[tuple[str, str, str]]:
    """What is wrong with the text of some sheets, by what the page shows on screen."""
    wanted = words(screen["words"])
    few = len(screen["words"].split()) <= 15
    found = [("words", "main", "there are hardly any words to print")] if few else []
    said, foot = words("\n".join(paper)), words("\n".join(screen["foot"]))
    missing = wanted - (said if words(screen["foot"][0]) - said else said - foot)
    if missing := missing - _lost_in_reading(missing):
        found.append(("words", "main", f"not on paper: {' '.join(missing)}"))
    found += [
        ("sheet", f"sheet {number}", "holds nothing but the page's foot")
        for number, sheet in enumerate(paper, 1)
        if not words(sheet) - foot
    ]
    whole = "".join("".join(paper).split())
    found += [
        ("address", address, "this address of a link is not on paper")
        for address in screen["outside"]
        if address not in whole
    ]
    for heading in {" ".join(text.split()) for text in screen["headings"]}:
        # It begins a line: a cell of a table may end with the same words.
        last = re.compile(r"(?:\A|\n)\s*" + r"\s+".join(map(re.escape, heading.split())) + r"\s*\Z")
        found += [
            ("heading", heading, f"stands at the foot of sheet {number}")
            for number, sheet in enumerate(paper, 1)
            if last.search(sheet)
        ]
    return found


def cut_off(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """The page as a printer's styles lay it out."""
    shown, *found = browser.execute_script(CUT, page.settings.unseen)
    if not shown:
        found = [("main", "there is nothing to print")]
    return [Finding(page.name, state.name, "paper cut", target, said) for target, said in found]


def sheets(pdf: bytes, foot: int = FOOT) -> list[str]:
    """The text of each sheet, without the line at its foot."""
    return [_above(foot, sheet) for sheet in pypdfium2.PdfDocument(pdf)]


def _above(foot: int, sheet: pypdfium2.PdfPage) -> str:
    """A hyphen at the end of a line comes as a sign of its own."""
    text: str = sheet.get_textpage().get_text_bounded(bottom=foot)
    return text.replace("\ufffe", "-").replace("\x02", "-")


def words(text: str) -> Counter[str]:
    """Words and figures, however they were broken: a long word or address may be split over lines.

    Each letter of a writing in which letters change counts by itself.
    """
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    letters = filter(str.isalpha, re.findall(rf"[{SHAPED}]", plain))
    return Counter(re.findall(rf"[^\W_{SHAPED}]+", plain)) + Counter(letters)


def _lost_in_reading(missing: Counter[str]) -> Counter[str]:
    """The letters that may be on paper though they can't be read out of the file."""
    shaped = re.compile(rf"[{SHAPED}]")
    found = Counter({each: count for each, count in missing.items() if shaped.fullmatch(each)})
    return found if found.total() <= LOST else Counter()


CHECKS = [
    PageCheck("paper words", ("1.3.1",), (WIDE, NO_SCRIPT), printout),
    PageCheck("paper cut", ("1.3.1",), (PAPER,), cut_off),
]
