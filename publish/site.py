"""A built site: each page is parsed once into one tree, asked by XPath, changed in place and
written
from it.

Serialised by lxml, a page gives the same document in browsers: names such as viewBox come out in
small letters, which HTML puts right again.
"""

import posixpath
from collections import Counter
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

from lxml import html

from charter.site_facts import NO_URL

# Our scripts, below the site.
SCRIPTS = "assets/scripts/"
PARSER = html.HTMLParser(encoding="utf-8")


class Page:
    """A page: its `file`, `path` below the site, `address` such as `/charter/`, and `tree`."""

    def __init__(self, site: "Site", file: Path) -> None:
        self.site = site
        self.file = file
        self.path = file.relative_to(site.folder).as_posix()
        self.address = "/" + (
            self.path[: -len(file.name)] if file.name == "index.html" else self.path
        )
        self.tree: Any = html.document_fromstring(file.read_bytes(), parser=PARSER)

    def find(self, xpath: str) -> list[Any]:
        """The elements or attributes that an XPath finds, in the order of the page."""
        found: list[Any] = self.tree.xpath(xpath)
        return found

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id stands on the page."""
        return Counter(self.find("//@id"))

    @property
    def url(self) -> str:
        """The page's whole address on the web."""
        return self.site.url + self.address[1:]

    def absolute(self, link: str) -> str:
        """The whole address that a link on this page leads to."""
        return str(_join(self.url, link))

    def target(self, link: str) -> str:
        """Where a link leads, as an address below the site's root: `/charter/#kindness-1`. One to
        another site stays whole.
        """
        return _target(self.site.url, self.url, link)

    def file_of(self, link: str) -> Path | None:
        """The site's file that a link leads to, there or not; None where it leads elsewhere."""
        path = self.path_of(link)
        return None if path is None else self.site.folder / path

    def path_of(self, link: str) -> str | None:
        """The same file, as a path below the site's folder."""
        return _path(self.site.url, self.url, link)

    def html(self) -> str:
        """The page as text."""
        return serialise(self.tree)


class Site:
    """All pages of a folder: `every_page`, and `pages`, those with an address of their own, by it
    (without 404.html).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.every_page = [Page(self, file) for file in sorted(folder.rglob("*.html"))]
        self.by_path = {page.path: page for page in self.every_page}
        self.pages = {
            page.address: page for page in self.every_page if page.file.name == "index.html"
        }

    @cached_property
    def url(self) -> str:
        """The address of the home page, with a slash at its end."""
        found = self.pages["/"].find("//link[@rel='canonical']/@href") if "/" in self.pages else []
        return str(found[0]) if found else NO_URL

    def write(self) -> None:
        """Write every page from its tree."""
        for page in self.every_page:
            page.file.write_text(page.html(), encoding="utf-8", newline="\n")


def serialise(tree: Any) -> str:
    """A whole document as HTML text.

    What stands in a style is written as it is: nothing in it may end it. (`\\/` is a slash in CSS.)
    """
    for raw in tree.iter("style"):
        raw.text = (raw.text or "").replace("</", "<\\/")
    return str(html.tostring(tree.getroottree(), encoding="unicode", doctype="<!DOCTYPE html>"))


# Pages share most of their links, and each is asked for by several steps.
_join = cache(urljoin)


@cache
def _target(root: str, url: str, link: str) -> str:
    whole = _join(url, link)
    found = below(root, whole)
    return whole if found is None else unquote(f"/{found}")


@cache
def _path(root: str, url: str, link: str) -> str | None:
    found = below(root, _join(url, link))
    return None if found is None else file_at(found)


@cache
def below(root: str, whole: str) -> str | None:
    """What of a whole address stands behind a site's root: `charter/#kindness-1`; None for the
    address of another site.
    """
    try:
        parts, home = urlsplit(whole), urlsplit(root)
        same = _host(parts) == _host(home)
    except ValueError:  # brackets, or a port, that can't be
        return None
    path = f"{parts.path}/" if f"{parts.path}/" == home.path else parts.path
    if not same or not path.startswith(home.path):
        return None
    return urlunsplit(("", "", path[len(home.path) :], parts.query, parts.fragment))


# Bytes that the name of a file may have; and a path at which no file can be.
LONGEST_NAME = 255
NO_FILE = "\0"


@cache
def file_at(address: str) -> str:
    """The file of an address below the root. As browsers do, %2e%2e goes a folder up, and never
    above the root.
    """
    path = unquote(urlsplit(address).path)
    if max(len(part.encode()) for part in path.split("/")) > LONGEST_NAME:
        return NO_FILE
    file = posixpath.normpath(f"/{path}").lstrip("/")
    return posixpath.join(file, "index.html") if path.endswith("/") or not file else file


def _host(parts: SplitResult) -> tuple[str | None, int | None]:
    """Host and port: a site is the same one by http and by https."""
    if parts.scheme not in ("http", "https"):
        return None, None
    return parts.hostname, None if parts.port in (None, 80, 443) else parts.port


def change_links(tree: Any, change: Callable[[Any, str], str]) -> None:
    """Put `change(element, link)` in the place of each link to another page or file of the site."""
    for link in tree.xpath("//@href | //@src"):
        if not urlsplit(link).scheme and not link.startswith(("#", "//")):
            element = link.getparent()
            element.set(link.attrname, change(element, str(link)))


def has_class(element: Any, *names: str) -> bool:
    """Whether an element has one of these classes."""
    return not set(names).isdisjoint(element.get("class", "").split())


def text_of(element: Any) -> str:
    """All text in an element, with one blank between words."""
    return " ".join(element.text_content().split())
