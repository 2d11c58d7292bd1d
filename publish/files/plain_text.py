"""The whole charter as plain text, made from its finished page: for braille displays, speech and
the smallest devices.

What stands on the page stands in the file, in the same order: the draft line, the site's name, the
main part and the foot.
Menus, the way to the search, buttons, drawings and the addresses of links are left out.
"""

import textwrap
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

PAGE = Path("charter/index.html")
FILE = Path("formats/charter.txt")
WIDTH = 72  # characters in a line
UNDERLINES = {"h1": "=", "h2": "-"}
# Each of these starts a new block of text and ends the one before it.
PARTS = {"header", "main", "footer"}
BLOCKS = PARTS | {
    "blockquote",
    "dd",
    "div",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "ol",
    "p",
    "section",
    "td",
    "th",
    "tr",
    "ul",
}
LEFT_OUT = {"button", "nav", "search", "svg"}


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or an item of a list, with the name of its element."""

    tag: str
    text: str


def write_plain_text(site: Path) -> None:
    """Write `formats/charter.txt` into a built site."""
    reader = _Blocks()
    reader.feed((site / PAGE).read_text(encoding="utf-8"))
    (site / FILE).parent.mkdir(exist_ok=True)
    (site / FILE).write_text(lay_out(reader.found), encoding="utf-8", newline="\n")


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


class _Blocks(HTMLParser):
    """Collects the blocks of text of a page's header, main part and foot."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Block] = []
        self.tag = ""
        self.text = ""
        self.inside = False
        self.left_out = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._end_block()
            self.tag = tag
        self.inside = self.inside or tag in PARTS
        self.left_out += tag in LEFT_OUT
        self._quote(tag)

    def handle_endtag(self, tag: str) -> None:
        self._quote(tag)
        self.left_out -= tag in LEFT_OUT
        if tag in BLOCKS:
            self._end_block()
        self.inside = self.inside and tag not in PARTS

    def handle_data(self, data: str) -> None:
        if self.inside and not self.left_out:
            self.text += data

    def _quote(self, tag: str) -> None:
        """Browsers draw the quotation marks of a <q>; they are not in the markup."""
        if tag == "q":
            self.text += '"'

    def _end_block(self) -> None:
        text = " ".join(self.text.split())
        if text:
            self.found.append(Block(self.tag, text))
        self.text = ""
