"""The whole charter as plain text, made from its finished page: for braille displays, speech and
the smallest devices. What stands on the page stands in the file, in the same order.
"""

import textwrap
from pathlib import Path

from publish.files.charter_page import Block, blocks, parts
from publish.site import Site

FILE = Path("formats/charter.txt")
WIDTH = 72  # characters in a line
UNDERLINES = {"h1": "=", "h2": "-"}


def write(site: Site) -> None:
    """Write `formats/charter.txt` into a built site."""
    (site.folder / FILE).parent.mkdir(exist_ok=True)
    (site.folder / FILE).write_text(lay_out(blocks(parts(site))), encoding="utf-8", newline="\n")


def lay_out(blocks: list[Block]) -> str:
    """Blocks as lines of 72 characters at most, with a blank line between blocks that are not items
    of one list.
    """
    parts = []
    before = ""
    for block in blocks:
        if before and not before == block.kind == "li":
            parts.append("")
        parts += _lines(block)
        before = block.kind
    return "\n".join(parts) + "\n"


def _lines(block: Block) -> list[str]:
    first, others = ("- ", "  ") if block.kind == "li" else ("", "")
    wrapper = textwrap.TextWrapper(WIDTH, first, others)
    wrapper.break_long_words = wrapper.break_on_hyphens = False
    lines = wrapper.wrap(block.text)
    if block.kind in UNDERLINES:
        lines.append(UNDERLINES[block.kind] * max(map(len, lines)))
    return lines
