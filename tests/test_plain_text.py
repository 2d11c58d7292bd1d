"""The plain-text file of the whole charter: every word of the page, in order, in short lines."""

import re

import pytest

from a11y.site import site
from publish.files.charter_page import Block, Run
from publish.files.plain_text import FILE, WIDTH, lay_out
from tests.take_along import WORDS, on_the_page

pytestmark = pytest.mark.usefixtures("site")


def file() -> str:
    return (site().folder / FILE).read_text(encoding="utf-8")


def test_every_word_of_the_charter_page_stands_in_the_file_in_the_same_order() -> None:
    assert WORDS.findall(file()) == on_the_page()


def test_no_line_is_longer_than_a_braille_page_or_an_old_screen_can_take() -> None:
    assert max(map(len, file().splitlines())) <= WIDTH == 72


def test_the_file_is_plain() -> None:
    assert not re.search(r"[<>\t]|&\w+;|https?:| $", file(), re.MULTILINE)
    assert "\n\n\n" not in file()


def test_headings_are_underlined_and_items_of_a_list_stand_together() -> None:
    blocks = [
        Block(kind, [Run(text)])
        for kind, text in {"h1": "One", "h2": "Two", "p": "a " * 50, "li": "b " * 50}.items()
    ]
    lines = lay_out([*blocks, Block("li", [Run("c")])]).splitlines()
    assert lines[:5] == ["One", "===", "", "Two", "---"]
    assert lines[-3].startswith("- b") and lines[-2].startswith("  b") and lines[-1] == "- c"


def test_the_page_of_formats_links_to_the_file() -> None:
    assert site().page("formats/").main.xpath(f".//a[@href='../{FILE.as_posix()}']")
