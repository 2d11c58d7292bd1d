"""The whole charter as plain text, made from its finished page: for braille displays, speech and
the smallest devices.

What stands on the page stands in the file, in the same order: the draft line, the site's name, the
main part and the foot. Menus, the way to the search, buttons, drawings and the addresses of links
are left out.
"""

import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from charter.site_facts import CHARTER_PAGE
from publish.site import Site

FILE = Path("formats/charter.txt")
WIDTH = 72  # characters in a line
UNDERLINES = {"h1": "=", "h2": "-"}
PARTS = "/html/body/header | /html/body/main | /html/body/footer"
# Each of these starts a new block of text and ends the one before it.
BLOCKS = "header main footer blockquote dd div dt h1 h2 h3 h4 li ol p section td th tr ul"
BLOCK_NAMES = set(BLOCKS.split())
LEFT_OUT = {"button", "nav", "search", "svg"}


@dataclass
class Block:
    """A heading, a paragraph or an item of a list, with the name of its element."""

    tag: str
    text: str


def write(site: Site) -> None:
    """Write `formats/charter.txt` into a built site."""
    blocks: list[Block] = []
    for part in site.pages[CHARTER_PAGE].find(PARTS):
        blocks.append(Block(part.tag, ""))
        _collect(part, blocks)
    for block in blocks:
        block.text = " ".join(block.text.split())
    text = lay_out([block for block in blocks if block.text])
    (site.folder / FILE).parent.mkdir(exist_ok=True)
    (site.folder / FILE).write_text(text, encoding="utf-8", newline="\n")


def lay_out(blocks: list[Block]) -> str:
    """Blocks as lines of 72 characters at most, with a blank line between blocks that are not items
    of one list.
    """
    parts = []
    before = ""
    for block in blocks:
        if before and not before == block.tag == "li":
            parts.append("")
        parts += _lines(block)
        before = block.tag
    return "\n".join(parts) + "\n"


def _lines(block: Block) -> list[str]:
    first, others = ("- ", "  ") if block.tag == "li" else ("", "")
    wrapper = textwrap.TextWrapper(WIDTH, first, others)
    wrapper.break_long_words = wrapper.break_on_hyphens = False
    lines = wrapper.wrap(block.text)
    if block.tag in UNDERLINES:
        lines.append(UNDERLINES[block.tag] * max(map(len, lines)))
    return lines


def _collect(element: Any, blocks: list[Block]) -> None:
    """Add the text of an element to the last block, and a block for each one within it."""
    # Browsers draw the quotation marks of a <q>; they are not in the markup.
    mark = '"' if element.tag == "q" else ""
    blocks[-1].text += mark + (element.text or "")
    for child in element:
        is_block = child.tag in BLOCK_NAMES
        if is_block:
            blocks.append(Block(child.tag, ""))
        if child.tag == "br":
            blocks[-1].text += " "
        if isinstance(child.tag, str) and child.tag not in LEFT_OUT:
            _collect(child, blocks)
        if is_block:
            blocks.append(Block(child.tag, ""))
        blocks[-1].text += child.tail or ""
    blocks[-1].text += mark
