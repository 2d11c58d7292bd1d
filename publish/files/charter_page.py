"""The charter page without its frame, as files to take along have it: the draft line, the site's
name, the main part and the foot. Menus, the way to the search, buttons, drawings, and the name in
short are left out, and so is what tells where old places went.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from charter.site_facts import CHARTER_PAGE, settled
from publish.site import Page, Site

PARTS = "/html/body/header | /html/body/main | /html/body/footer"
LEFT_OUT = (
    ".//*[@class='moved' or @class='short'] | .//button | .//nav | .//search"
    " | .//template | .//*[local-name()='svg']"
)
# Each of these starts a new block of text and ends the one before it.
BLOCKS = "header main footer blockquote dd div dt h1 h2 h3 h4 li ol p section td th tr ul"
BLOCK_NAMES = set(BLOCKS.split())
# Paragraphs that look otherwise, by their class.
KINDS = {"draft", "name"}
KEPT = {"class", "datetime", "href", "id", "lang"}


@dataclass
class Run:
    """A piece of text that looks alike; a line's end in it is a new line."""

    text: str
    strong: bool = False
    link: str = ""


@dataclass
class Block:
    """A heading, a paragraph or an item of a list: the name of its element or one of KINDS."""

    kind: str
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


def parts(site: Site) -> list[Any]:
    """The parts of the page as trees of their own. Links lead to the website, if its address is
    settled. What is closed on the page is open.
    """
    page = site.pages[CHARTER_PAGE]
    found: list[Any] = deepcopy(page.find(PARTS))
    for part in found:
        for element in part.xpath(LEFT_OUT):
            element.drop_tree()
        for element in part.iter("*"):
            _settle(element, page)
    return found


def _settle(element: Any, page: Page) -> None:
    if element.tag == "q":  # browsers draw its marks; they are not in the markup
        element.tag, element.text, element.tail = (
            "span",
            f'"{element.text or ""}',
            f'"{element.tail or ""}',
        )
    elif element.tag == "details":
        element.tag = "section"
        element.find("summary").set("id", element.attrib.pop("id", "more"))
    elif element.tag == "summary":
        element.tag = "h2"
    elif element.get("class") == "number":
        element.tag = "strong"
    elif element.get("class") == "name":
        element.tag = "p"
    link = page.absolute(element.attrib.pop("href", ""))
    if element.tag == "a" and (settled(page.url) or page.path_of(link) is None):
        element.set("href", link)
    elif element.tag == "a":
        element.tag = "span"
    for name, value in element.items():
        if name not in KEPT or (name == "class" and value not in KINDS):
            del element.attrib[name]


def blocks(parts: list[Any]) -> list[Block]:
    """The blocks of text of those parts, in their order."""
    found: list[Block] = []
    for part in parts:
        found.append(Block(part.tag))
        _collect(part, found, Run(""))
    for block in found:
        block.runs = [run for run in _tidy(block.runs) if run.text]
    return [block for block in found if block.text.strip()]


def _collect(element: Any, found: list[Block], like: Run) -> None:
    """Add the text of an element to the last block, and a block for each one within it."""

    def add(text: str | None) -> None:
        found[-1].runs.append(Run(text or "", like.strong, like.link))

    add(element.text)
    for child in element:
        is_block = child.tag in BLOCK_NAMES
        if is_block:
            kind = child.get("class")
            found.append(Block(kind if kind in KINDS else child.tag))
        if child.tag == "br":
            found[-1].runs.append(Run("\n"))
        if isinstance(child.tag, str):
            strong, link = like.strong or child.tag == "strong", child.get("href", like.link)
            _collect(child, found, Run("", strong, link))
        if is_block:
            found.append(Block(child.tag))
        add(child.tail)


def _tidy(runs: list[Run]) -> list[Run]:
    """With one blank between words, and none at the ends of lines."""
    before = "\n"
    for run in runs:
        if run.text != "\n":
            run.text = re.sub(r"\s+", " ", run.text)
            if before[-1] in " \n":
                run.text = run.text.lstrip()
        before = run.text or before
    for run in reversed(runs):
        run.text = run.text.rstrip(" ")
        if run.text:
            break
    return runs
