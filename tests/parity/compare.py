"""What a reader gets from a built site, part by part, and where two sites differ in it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html

from charter import clock

# What a browser follows or loads. Our scripts look for the list of postcodes at the last one.
LEADS = ("href", "src", "action", "data-postcodes")
WHOLE_SITE = "(whole site)"
# For each page, or for the whole site, each part as a list of words, ids, addresses…
Seen = dict[str, dict[str, list[str]]]


@dataclass(frozen=True)
class Difference:
    """One part of one page that is not the same: what is `ours` only, and what is `theirs` only, in
    the order of the page.
    """

    page: str
    part: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.page}: {self.part}: ours only {list(self.ours)}, theirs only"
            f" {list(self.theirs)}"
        )


def seen(site: Path, sources: list[Path]) -> Seen:
    """All that is compared of a built site. `sources` are the folders whose files go onto the site
    as they are.
    """
    files = sorted(site.rglob("*.html"))
    return {
        WHOLE_SITE: {
            "addresses": [_address(site, file) for file in files],
            **_map(site),
            "files": _files(site, sources),
        },
        **{_address(site, file): _page(site, file) for file in files},
    }


def differences(ours: Seen, theirs: Seen) -> list[Difference]:
    """Where two sites differ. A page that only one of them has is a difference in the addresses of
    the whole site.
    """
    return [
        Difference(page, part, *_only(ours[page][part], theirs[page][part]))
        for page in ours
        if page in theirs
        for part in ours[page]
        if ours[page][part] != theirs[page][part]
    ]


def _page(site: Path, file: Path) -> dict[str, list[str]]:
    document = html.document_fromstring(file.read_text(encoding="utf-8"))
    (main,) = document.xpath("//main")
    return {
        "title": document.xpath("//title/text()"),
        "description": document.xpath("//meta[@name='description']/@content"),
        "ids": document.xpath("//@id"),
        "text of the main part": main.text_content().split(),
        "text of the frame": [
            word
            for part in document.xpath("//header | //footer")
            for word in part.text_content().split()
        ],
        "links": list(_links(document, f"/{_address(site, file)}")),
        "elements": [_element(element) for element in document.iter(etree.Element)],
    }


def _links(document: html.HtmlElement, here: str) -> Iterator[str]:
    """Where each link, picture, script and style leads, as seen from the root of the site."""
    for element in document.iter(etree.Element):
        yield from (
            f"{element.tag} {name} {urljoin(here, element.get(name))}"
            for name in LEADS
            if element.get(name) is not None
        )


def _element(element: html.HtmlElement) -> str:
    """An element with all its attributes but those that lead somewhere."""
    return " ".join(
        [
            element.tag,
            *(f"{name}={value!r}" for name, value in sorted(element.items()) if name not in LEADS),
        ]
    )


def _address(site: Path, file: Path) -> str:
    return file.relative_to(site).as_posix().removesuffix("index.html")


def _map(site: Path) -> dict[str, list[str]]:
    """What sitemap.xml says."""
    found = etree.parse(site / "sitemap.xml")
    today = clock.today().isoformat()
    addresses, days = (
        found.xpath(f"//*[local-name()='{name}']/text()") for name in ("loc", "lastmod")
    )
    return {
        "addresses in sitemap.xml": sorted(addresses),
        "days in sitemap.xml": sorted(
            {"the day of the build" if day == today else day for day in days}
        ),
    }


def _files(site: Path, sources: list[Path]) -> list[str]:
    """Each file that is published as it is, with a fingerprint of how it arrived."""
    return [
        _arrived(site, file.relative_to(source))
        for source in sources
        for file in sorted(source.rglob("*"))
        if _is_plain(file)
    ]


def _is_plain(file: Path) -> bool:
    return file.is_file() and file.suffix not in (".md", ".html")


def _arrived(site: Path, name: Path) -> str:
    file = site / name
    return (
        f"{name.as_posix()}"
        f" {hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else 'is missing'}"
    )


def _only(ours: list[str], theirs: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    changes = [
        change
        for change in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]
    return (
        tuple(word for _, start, end, _, _ in changes for word in ours[start:end]),
        tuple(word for _, _, _, start, end in changes for word in theirs[start:end]),
    )
