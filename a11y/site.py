"""The built site: its pages, from its own sitemap, and a server for them."""

import functools
import http.server
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Page:
    """A page of the built site; `path` is its address below the site's root, such as
    `charter/kindness-1/`.
    """

    path: str
    file: Path

    @property
    def name(self) -> str:
        """A short name for test reports."""
        return self.path.strip("/") or "home"

    @functools.cached_property
    def document(self) -> html.HtmlElement:
        """The page as a browser would read it."""
        return html.document_fromstring(self.file.read_text(encoding="utf-8"))

    @functools.cached_property
    def has_scripts(self) -> bool:
        """Whether a script could change the page. Without one it is the same, whether scripts run
        or not.
        """
        return bool(self.document.xpath("//script | //noscript"))

    @property
    def main(self) -> html.HtmlElement:
        """The main part of the page."""
        (found,) = self.document.xpath("//main")
        return found


@dataclass(frozen=True)
class Site:
    """A built site on a server of its own."""

    folder: Path
    address: str

    @functools.cached_property
    def pages(self) -> list[Page]:
        """Every page of the sitemap, and the page for addresses that do not exist."""
        sitemap = etree.parse(self.folder / "sitemap.xml")
        found = [
            urlsplit(text).path.lstrip("/")
            for text in sitemap.xpath("//*[local-name()='loc']/text()")
        ]
        return [Page(path, self.folder / path / "index.html") for path in sorted(found)] + [
            Page(NOT_FOUND, self.folder / NOT_FOUND)
        ]

    def page(self, path: str) -> Page:
        """The page at a path."""
        return next(page for page in self.pages if page.path == path)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / NOT_FOUND).read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def serve(folder: Path, port: int = 0) -> Site:
    """A folder as a site, for as long as this process lives. What stands in it may still be to
    come. Without a port, any that is free.
    """
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", port), functools.partial(_Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return Site(folder, f"http://127.0.0.1:{server.server_port}/")


_under_test: list[Site] = []


def use(site: Site) -> None:
    """Make a site the one that `site()` gives."""
    _under_test[:] = [site]


def site() -> Site:
    """The site under test. A test that needs it asks for the fixture `site`, which builds it."""
    assert _under_test, "no site was built: the test must ask for the fixture `site`"
    return _under_test[0]
