"""Inline the styles: each page gets one minified `<style>` in place of its style sheets.

So a page comes in one piece, and shows when that piece is there. Which sheets a page has,
theme/base.html says. (decisions/0014-weight.md)
"""

from functools import cache
from pathlib import Path
from typing import Any

from lxml import html
from rcssmin import cssmin

from publish.site import Page, Site


def inline(site: Site) -> list[str]:
    """Put the styles of each page into it. Returns a message for each sheet that is not there."""
    return [problem for page in site.every_page for problem in _inline(page)]


def _inline(page: Page) -> list[str]:
    sheets = page.find("//link[@rel='stylesheet'] | //style")
    files = {each: page.file_of(each.get("href")) for each in sheets if each.tag == "link"}
    if missing := [each for each, file in files.items() if not file or not file.is_file()]:
        return [
            f"{page.path}: there is no style sheet {each.get('href')} on this site."
            for each in missing
        ]
    if sheets:
        one = html.Element("style")
        one.text = "".join(_css(each, files.get(each)) for each in sheets)
        one.tail = "\n"
        sheets[0].addprevious(one)
    for sheet in sheets:
        sheet.getparent().remove(sheet)
    return []


def _css(sheet: Any, file: Path | None) -> str:
    css = _minified(file) if file else cssmin(sheet.text or "")
    return f"@media {media}{{{css}}}" if (media := sheet.get("media")) else css


@cache
def _minified(file: Path) -> str:
    return str(cssmin(file.read_text(encoding="utf-8")))
