"""A built site: its pages, from its own sitemap or from its files, and a server for them."""

import functools
import http.server
import re
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from a11y.settings import ANY_SITE, Settings

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Page:
    """A page of the built site; `path` is its address below the site's root, such as
    `charter/kindness-1/`.
    """

    path: str
    file: Path
    settings: Settings = field(default=ANY_SITE, compare=False, repr=False)

    @property
    def name(self) -> str:
        """A short name for test reports."""
        return self.path.strip("/") or "home"

    @functools.cached_property
    def document(self) -> html.HtmlElement:
        """The page as a browser would read it."""
        return html.document_fromstring(self.file.read_text(encoding="utf-8"))

    @functools.cached_property
    def is_translated(self) -> bool:
        """Whether it is in another language than the site: its address begins with that."""
        return bool(self.path.partition("/")[0] == self.document.get("lang"))

    @functools.cached_property
    def has_scripts(self) -> bool:
        """Whether a script could change the page. Without one it is the same, whether scripts run
        or not.
        """
        return bool(self.document.xpath("//script | //noscript"))

    @functools.cached_property
    def scripts(self) -> bytes:
        """All scripts of the page: those inside it, those that it loads, and those of its parts."""
        files = [self.file.parent / source for source in self.document.xpath("//script/@src")]
        inside = self.document.xpath("//script/text() | //@*[starts-with(name(), 'on')]")
        loaded = [file.read_bytes() for file in files if file.is_file()]
        return b"".join([*(text.encode() for text in inside), *loaded])

    @property
    def main(self) -> html.HtmlElement:
        """The main part of the page, or all of it where it has none."""
        found: html.HtmlElement = (self.document.xpath("//main") or self.document.xpath("//body"))[
            0
        ]
        return found


@dataclass(frozen=True)
class Site:
    """A built site on a server of its own."""

    folder: Path
    address: str
    settings: Settings = field(default=ANY_SITE, compare=False, repr=False)

    @functools.cached_property
    def pages(self) -> list[Page]:
        """Every page of the sitemap, or of the folder where there is none, and the page for
        addresses that do not exist.
        """
        found = [self._at(path) for path in sorted(self._in_sitemap())]
        if not any(page.file.is_file() for page in found):
            paths = (file.relative_to(self.folder) for file in self.folder.rglob("*.html"))
            names = sorted(path.as_posix() for path in paths)
            found = [self._at(re.sub(r"(^|/)index\.html$", r"\1", name)) for name in names]
        missing = self._at(NOT_FOUND)
        return [*found, missing] if missing.file.is_file() and missing not in found else found

    def _in_sitemap(self) -> list[str]:
        file = self.folder / "sitemap.xml"
        found = etree.parse(file).xpath("//*[local-name()='loc']/text()") if file.exists() else []
        return [urlsplit(text).path.lstrip("/") for text in found]

    def _at(self, path: str) -> Page:
        file = self.folder / path
        return Page(path, file if path.endswith(".html") else file / "index.html", self.settings)

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
        page = Path(self.directory) / NOT_FOUND
        body = page.read_bytes() if page.is_file() else b"<title>Not found</title>"
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def serve(folder: Path, port: int = 0, settings: Settings = ANY_SITE) -> Site:
    """A folder as a site, for as long as this process lives. What stands in it may still be to
    come. Without a port, any that is free.
    """
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", port), functools.partial(_Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return Site(folder, f"http://127.0.0.1:{server.server_port}/", settings)


_under_test: list[Site] = []


def use(site: Site) -> None:
    """Make a site the one that `site()` gives."""
    _under_test[:] = [site]


def site() -> Site:
    """The site under test. A test that needs it asks for the fixture `site`, which builds it."""
    assert _under_test, "no site was built: the test must ask for the fixture `site`"
    return _under_test[0]
