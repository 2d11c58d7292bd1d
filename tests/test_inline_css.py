"""Each page has one style, with all that its style sheets say; no sheet that it lacks would change
it.
"""

import re
from pathlib import Path
from typing import Any

import cssselect2
import pytest
import tinycss2
from rcssmin import cssmin

from a11y.site import Site as Served
from publish.inline_css import inline
from publish.site import Site
from tests.project import ROOT

SHEETS = {file.stem: file for file in sorted((ROOT / "theme/assets/styles").glob("*.css"))}
# A page is made for paper or not, and its head says which of these it has.
ONE_OR_THE_OTHER = {"paper", "print"}
# What a sheet says of whole pages, and the tracker of records below it, matters on its pages only.
OF_ITS_PAGES = {"html", ".sheet", "article dl", "article dl > div"}
STATES = re.compile(r"::?(?!is|has|not|nth|where)[a-z-]+(\(.*?\))?")


def rules(name: str) -> list[Any]:
    found: list[Any] = tinycss2.parse_stylesheet(SHEETS[name].read_text("utf-8"), True, True)
    return found


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_is_css(name: str) -> None:
    inside = [
        node
        for rule in rules(name)
        for node in tinycss2.parse_blocks_contents(getattr(rule, "content", None) or [])
    ]
    assert not [(each.source_line, each.message) for each in [*rules(name), *inside]
                if each.type == "error"]  # fmt: skip


def test_a_page_gets_its_sheets_in_their_order_and_each_for_its_medium(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a { color : red }\n/* why */\nb > i { margin: 0 }\n")
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><title>A</title><link rel="icon" href="i.svg">\n'
        '<link rel="stylesheet" href="a.css">\n<link rel="stylesheet" href="a.css" media="print">\n'
        '<style media="print">@page { margin: 1cm }</style>\n<script src="a.js"></script><p>Text'
    )
    built = Site(tmp_path)
    assert inline(built) == []
    built.write()
    page = Site(tmp_path).pages["/"]
    assert page.find("//style/text()") == [
        "a{color:red}b>i{margin:0}@media print{a{color:red}b>i{margin:0}}@media"
        " print{@page{margin:1cm}}"
    ]
    assert page.find("//link/@rel") == ["icon"]
    assert page.find("//p/text()") == ["Text"]


def test_a_sheet_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="stylesheet" href="gone.css"><p>Text')
    assert inline(Site(tmp_path)) == ["index.html: there is no style sheet gone.css on this site."]


@pytest.fixture(scope="session")
def pages(site: Served) -> dict[str, tuple[Any, str]]:
    """Each page of the built site, as cssselect2 reads it, and its style."""
    return {
        page.name: (page.document, "".join(page.document.xpath("//style/text()")))
        for page in site.pages
    }


def has(style: str, name: str) -> bool:
    return cssmin(SHEETS[name].read_text(encoding="utf-8")) in style


def test_every_page_has_one_style_and_no_sheet(
    pages: dict[str, tuple[Any, str]],
) -> None:
    for name, (document, style) in pages.items():
        assert len(document.xpath("//style")) == 1, name
        assert not document.xpath("//link[@rel='stylesheet']"), name
        assert has(style, "frame"), name


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_has_a_mark_in_the_frame(name: str) -> None:
    frame = (ROOT / "theme/base.html").read_text(encoding="utf-8")
    assert f'"{name}"' in frame or f"assets/styles/{name}.css" in frame


@pytest.mark.parametrize("name", sorted(SHEETS.keys() - ONE_OR_THE_OTHER))
def test_no_rule_of_a_sheet_matches_on_a_page_without_it(
    name: str, pages: dict[str, tuple[Any, str]]
) -> None:
    without = {page: tree for page, (tree, style) in pages.items() if not has(style, name)}
    selectors = {
        STATES.sub("", selector.strip()) or "html"
        for rule in _flat(rules(name))
        for selector in re.split(r",(?![^(]*\))", tinycss2.serialize(rule.prelude))
    } - OF_ITS_PAGES
    matched = []
    for page, tree in without.items():
        classes = {each for value in tree.xpath("//@class") for each in value.split()}
        possible = [each for each in selectors if set(re.findall(r"\.([\w-]+)", each)) <= classes]
        if possible:
            root = cssselect2.ElementWrapper.from_html_root(tree)
            matched += [(page, each) for each in possible if root.query(each) is not None]
    assert not matched


def _flat(nodes: list[Any]) -> list[Any]:
    """Style rules, also those within @media, that name something of a page."""
    found = []
    for node in nodes:
        if node.type == "qualified-rule":
            found.append(node)
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports"):
            found += _flat(tinycss2.parse_rule_list(node.content, True, True))
    return found
