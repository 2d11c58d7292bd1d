"""The service worker `sw.js`, with which a few pages open without a network.

The built page `offline/` lists them and has the line that stands on top of a copy. It also stands
in for pages that are not kept, at their addresses: so its own links have to work from anywhere.
"""

import json
from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from charter.site_facts import KEPT_PAGES, OFFLINE_PAGE
from publish.gates.weight import packed
from publish.site import Page, Site, change_links

SCRIPT = Path(__file__).with_name("sw.js")
# What a page needs to look and work as it should.
LOADED = "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href"
NO_LIST = (
    "There is no list of pages to keep for times without a network. Ask for {{ kept_pages() }} in"
    " docs/offline.md."
)
NO_PAGE = (
    'data/offline.yml asks to keep the page "{page}", but there is no such page. Correct its'
    " address there."
)


class NotThereError(Exception):
    """What is asked for can't be kept: says what is missing, in words for an editor."""


@dataclass(frozen=True)
class Kept:
    """What a browser keeps: the bytes of each file, by its address below the site's root, and the
    line on top of a copy.
    """

    files: dict[str, bytes]
    line: str

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """For each file, what `fetch` takes as its integrity."""
        return {
            address: f"sha256-{b64encode(sha256(content).digest()).decode()}"
            for address, content in self.files.items()
        }

    @cached_property
    def version(self) -> str:
        """Changes with each byte that is kept, with the list of files, and with the line."""
        return sha256(json.dumps([self.fingerprints, self.line]).encode()).hexdigest()[:12]

    @cached_property
    def packed(self) -> int:
        """Bytes that a browser fetches for it when it is asked to, where the host packs what it
        sends (gzip).
        """
        return sum(packed(content) for content in self.files.values())


def make_links_absolute(site: Site) -> None:
    """Let the links of the page that stands in for others work from anywhere on the host."""
    if page := site.pages.get(OFFLINE_PAGE):
        here = urlsplit(page.url).path
        change_links(page.tree, lambda _, link: urljoin(here, link))


def write_worker(site: Site) -> Kept:
    """Write `sw.js` for a site whose pages are finished: it holds a fingerprint of each file.

    Raises:
        NotThereError: with what can't be kept.
    """
    kept = _gather(site)
    about = {
        "version": kept.version,
        "notKept": OFFLINE_PAGE[1:],
        "line": kept.line,
        "kept": kept.fingerprints,
    }
    script = f"const SITE = {json.dumps(about, indent=1)};\n{SCRIPT.read_text(encoding='utf-8')}"
    (site.folder / "sw.js").write_text(script, encoding="utf-8", newline="\n")
    return kept


def _gather(site: Site) -> Kept:
    page = site.pages.get(OFFLINE_PAGE)
    lists = page.find(f"//*[@{KEPT_PAGES}][.//template]") if page else []
    if page is None or not lists:
        raise NotThereError(NO_LIST)
    (line,) = lists[0].iter("template")
    addresses = [page.target(link.get("href")) for link in lists[0].iter("a")]
    files: dict[str, bytes] = {}
    for address in [*addresses, OFFLINE_PAGE]:
        if address not in site.pages:
            raise NotThereError(NO_PAGE.format(page=address[1:]))
        files |= _with_loaded(site.pages[address])
    return Kept(
        dict(sorted(files.items())), _inner_html(line).replace("{date}", line.get("data-day"))
    )


def _with_loaded(page: Page) -> dict[str, bytes]:
    """A page and the files that it loads, by their addresses without the first slash."""
    loaded = {page.target(link): page.file_of(link) for link in page.find(LOADED)}
    return {page.address[1:]: page.file.read_bytes()} | {
        address[1:]: file.read_bytes() for address, file in loaded.items() if file
    }


def _inner_html(element: Any) -> str:
    inside = "".join(html.tostring(child, encoding="unicode") for child in element)
    return escape(element.text or "") + inside
