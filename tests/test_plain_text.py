"""The plain-text file of the whole charter: every word of the page, in order, in short lines."""

import re

import pytest
from lxml import html

from a11y.site import site
from publish.files.plain_text import FILE, WIDTH, Block, lay_out
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def spoken(element: html.HtmlElement) -> list[str]:
    """The words of part of the page without menus, the way to the search, buttons and drawings."""
    left_out = (
        "ancestor::nav or ancestor::search or ancestor::button or ancestor::*[local-name()='svg']"
    )
    return words(" ".join(element.xpath(f".//text()[not({left_out})]")))


def file() -> str:
    return (site().folder / FILE).read_text(encoding="utf-8")


def test_every_word_of_the_charter_page_stands_in_the_file_in_the_same_order() -> None:
    page = site().page("charter/").document
    wanted = [word for part in page.xpath("//header | //main | //footer") for word in spoken(part)]
    assert len(wanted) > 20 * len(charter().pledges)
    assert words(file()) == wanted


def test_no_line_is_longer_than_a_braille_page_or_an_old_screen_can_take() -> None:
    assert max(map(len, file().splitlines())) <= WIDTH == 72


def test_the_file_is_plain() -> None:
    assert not re.search(r"[<>\t]|&\w+;|https?:| $", file(), re.MULTILINE)
    assert "\n\n\n" not in file()


def test_headings_are_underlined_and_items_of_a_list_stand_together() -> None:
    blocks = [
        Block("h1", "One"),
        Block("h2", "Two"),
        Block("p", "a " * 50),
        Block("li", "b " * 50),
        Block("li", "c"),
    ]
    lines = lay_out(blocks).splitlines()
    assert lines[:5] == ["One", "===", "", "Two", "---"]
    assert lines[-3].startswith("- b") and lines[-2].startswith("  b") and lines[-1] == "- c"


def test_the_page_of_formats_links_to_the_file() -> None:
    assert site().page("formats/").main.xpath(f".//a[@href='../{FILE.as_posix()}']")
