"""Every address that a site's pages and other files name: links, pictures, styles, the site map,
the feed, open data. And where an editor finds one in `data/` or `docs/`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

from charter.site_facts import MOVED
from publish.site import Page, Site, below

# Attributes with one address. Those of `data-moved` links are redirects, which have a check of
# their own. The other data attributes name files for scripts.
ONE = (
    f"//*[not(@{MOVED})]/@href | //@*[name()='xlink:href'] | //@src | //@poster | //@cite | //@data"
    " | //@longdesc | //@data-search | //@data-postcodes | //@background"
    " | //meta[@property='og:image' or @property='og:url']/@content"
)
MANY = "//@srcset | //@imagesrcset"
STYLES = "//style/text() | //@style"
IN_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s*["']([^"']+)""")
# What a file that is no page may say of an address of its own.
IN_FILE = re.compile(
    r"""(?:xlink:href|href|src|srcset|"src"|"start_url"|"scope")\s*[=:]\s*"([^"]+)"""
)
TEXTS = (".xml", ".atom", ".json", ".webmanifest", ".txt", ".csv", ".svg", ".css", ".ics")
# What stands in a file besides: whole addresses. The signs behind one are not part of it.
WHOLE = re.compile(r"https?://[^\s\"'<>\\]+[^\s\"'<>\\.,;:)]")
# Where an editor can mend one, likeliest first.
PLACES = ("docs/**/*.md", "data/**/*.yml", "charter/site/templates/*.html", "theme/**/*.html",
          "theme/**/*.css", "mkdocs.yml", "docs/**/*.svg")  # fmt: skip


@dataclass(frozen=True)
class Link:
    """An address as it is `written` at `where`, a page or file; what of it stands `below` the
    site's root, or None; and where it leads, as Page.target says it.
    """

    where: str
    written: str
    below: str | None
    target: str


def found_links(site: Site) -> Iterator[Link]:
    """All that a site names, from its pages and its other files."""
    for page in site.every_page:
        for written in _of_page(page):
            own = below(site.url, page.absolute(written))
            yield Link(page.address, written, own, page.target(written))
    for file in sorted(site.folder.rglob("*")):
        if file.suffix in TEXTS and file.is_file():
            yield from _of_file(site, file)


def _of_page(page: Page) -> set[str]:
    found = {str(one).strip() for one in page.find(ONE)}
    found |= {
        each.split()[0] for many in page.find(MANY) for each in many.split(",") if each.strip()
    }
    return found | {each for text in page.find(STYLES) for each in _in_css(text)}


def _in_css(text: str) -> Iterator[str]:
    return (
        one or other
        for one, other in IN_CSS.findall(text)
        if not one.startswith(("data:", "#"))  # a place of a drawing in any page that has the style
    )


def _of_file(site: Site, file: Path) -> Iterator[Link]:
    """Whole addresses of this site in any file, and others in drawings, styles and manifests."""
    where = f"/{file.relative_to(site.folder).as_posix()}"
    text = file.read_text(encoding="utf-8", errors="replace")
    written = set(WHOLE.findall(text))
    if file.suffix in (".svg", ".webmanifest"):
        written |= set(IN_FILE.findall(text))
    if file.suffix in (".svg", ".css"):
        written |= set(_in_css(text))
    for each in sorted(map(unescape, written)):
        own = below(site.url, urljoin(site.url + where[1:], each))
        if own is not None:
            yield Link(where, each, own, unquote(f"/{own}"))


def origin(project: Path, link: Link) -> str:
    """The file and line in which an editor finds an address; where it stands on the site, if none
    is found.
    """
    address, _, place = link.target.lstrip("/").partition("#")
    page, place = address.rstrip("/"), place and f"#{place}"
    own = link.where.strip("/") or "index"
    first = [project / f"docs/{own}.md", project / f"docs/{own}/index.md"]
    files = [*first, *(file for each in PLACES for file in sorted(project.glob(each)))]
    spelt = [link.written, f"{page}.md{place}", f"{page}/index.md{place}", f"{address}{place}",
             place or page.rpartition("/")[2]]  # fmt: skip
    found = (
        f"{file.relative_to(project).as_posix()}, line {number}"
        for words in spelt
        for file in files
        for number, line in enumerate(_lines(file), 1)
        if len(words) > 3 and words in line
    )
    return next(found, link.where)


@cache
def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8", "replace").splitlines() if file.is_file() else []
