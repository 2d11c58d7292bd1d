"""Each page gets one style of its own: what it needs of all its style sheets, and nothing that it
has no use for.

So a page comes in one piece, and shows when that piece is there. (decisions/0014-weight.md)
"""

from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path

from publish import links
from publish.css import names, parse
from publish.css.parse import Group, Rule, Unreadable
from publish.css.prune import needed


def diet(site: Path) -> None:
    """Put the styles of each page of a built site into the page.

    Raises:
        parse.Unreadable: a style sheet is not CSS, or not there.
    """
    root = links.home(site)
    for page in sorted(site.rglob("*.html")):
        page.write_text(_slim(page, site, root), encoding="utf-8", newline="\n")


def _slim(page: Path, site: Path, root: str) -> str:
    html = page.read_text(encoding="utf-8")
    found = _Styles(html)
    rules: list[Rule] = []
    for sheet in found.sheets:
        inside = (
            parse.read(sheet.text, f"{page.relative_to(site)}: <style>")
            if sheet.text
            else _sheet(sheet.address, page, site, root)
        )
        rules += [Group(f"@media {sheet.media}", inside)] if sheet.media else inside
    scripts = [links.file(address, page, site, root) for address in found.scripts]
    brought = [names.of_script(script.read_text(encoding="utf-8")) for script in scripts if script]
    style = needed(rules, found.names.union(names.ADDED_BY_BROWSERS, *brought))
    for sheet in reversed(found.sheets):
        own = f"<style>{style}</style>\n" if sheet is found.sheets[0] else ""
        html = html[: sheet.start] + own + html[sheet.end :].removeprefix("\n")
    return html


def _sheet(address: str, page: Path, site: Path, root: str) -> tuple[Rule, ...]:
    file = links.file(address, page, site, root)
    if file is None or not file.is_file():
        raise Unreadable(
            f"{page.relative_to(site)}: there is no style sheet {address} on this site."
        )
    return parse.read(file.read_text(encoding="utf-8"), file.relative_to(site).as_posix())


class _Sheet:
    """A place in a page that brings styles: a link with an address, or an element with a text."""

    def __init__(self, start: int, end: int, media: str, address: str = "") -> None:
        self.start, self.end, self.media, self.address, self.text = start, end, media, address, ""


class _Styles(HTMLParser):
    """Finds where a page has styles, which scripts it has, and all its names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.scripts: list[str] = []
        self.sheets: list[_Sheet] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._inside: _Sheet | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= names.of_element(tag, attrs)
        given = {name: value or "" for name, value in attrs}
        end = self._here() + len(self.get_starttag_text() or "")
        if tag == "script" and given.get("src"):
            self.scripts.append(given["src"])
        if tag == "link" and given.get("rel") == "stylesheet":
            self.sheets.append(_Sheet(self._here(), end, given.get("media", ""), given["href"]))
        if tag == "style":
            self._inside = _Sheet(self._here(), end, given.get("media", ""))
            self.sheets.append(self._inside)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._inside.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "style" and self._inside:
            self._inside.end = self._here() + len("</style>")
            self._inside = None

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
