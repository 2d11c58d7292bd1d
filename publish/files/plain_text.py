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

from charter.site.site_facts import CHARTER_PAGE
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
    file = site.folder / FILE
    file.parent.mkdir(exist_ok=True)
    blocks: list[Block] = []
    for part in site.pages[CHARTER_PAGE].find(PARTS):
        _read(part, blocks)
    file.write_text(lay_out(blocks), encoding="utf-8", newline="\n")


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
    lines = textwrap.wrap(
        block.text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
    if block.tag in UNDERLINES:
        lines.append(UNDERLINES[block.tag] * max(map(len, lines)))
    return lines


def _read(element: Any, blocks: list[Block]) -> None:
    """Add the blocks of an element. What follows a block within another one is a block, too."""
    parts = [Block(element.tag, "")]
    _collect(element, parts)
    for block in parts:
        if text := " ".join(block.text.split()):
            blocks.append(Block(block.tag, text))


def _collect(element: Any, parts: list[Block]) -> None:
    # Browsers draw the quotation marks of a <q>; they are not in the markup.
    mark = '"' if element.tag == "q" else ""
    parts[-1].text += mark + (element.text or "")
    for child in element:
        is_block = child.tag in BLOCK_NAMES
        if is_block:
            parts.append(Block(child.tag, ""))
        if isinstance(child.tag, str) and child.tag not in LEFT_OUT:
            _collect(child, parts)
        if is_block:
            parts.append(Block(child.tag, ""))
        parts[-1].text += child.tail or ""
    parts[-1].text += mark
