"""What can be seen of a drawn page, and what on it may be alive that nobody wrote into a template."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import etree, html

from tests.fuzz.hard import MARK
from tests.project import ROOT

SCHEMES = {"", "http", "https", "mailto"}
LEADS = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcdoc",
    "xlink:href",
    "cite",
    "ping",
    "background",
    "srcset",
}
QUOTED = re.compile(r'"[^"\n]*"')
HERE = "https://here.invalid/"


@dataclass(frozen=True)
class Page:
    """A page as a reader has it: all words, with one blank between them; its ids; where its links lead; and what is wrong with it."""

    words: str
    ids: frozenset[str]
    leads: tuple[str, ...]
    addresses: tuple[str, ...]
    alive: tuple[str, ...]
    broken: tuple[str, ...]


@cache
def known() -> tuple[frozenset[str], frozenset[str]]:
    """The elements and the attributes that stand in templates, the frame, or what Markdown makes of the pages in docs/."""
    files = [
        *(ROOT / "charter" / "templates").rglob("*.html"),
        *(ROOT / "charter" / "templates").rglob("*.svg"),
        *(ROOT / "theme").rglob("*.html"),
        *(ROOT / "theme").rglob("*.svg"),
    ]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    elements = {name.lower() for name in re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", text)}
    # A tag without its questions and texts leaves only the names of its attributes.
    plain = re.sub(r'"[^"]*"', '""', re.sub(r"\{[{%#].*?[}%#]\}", " ", text, flags=re.DOTALL))
    tags = re.findall(r"<[a-zA-Z][^<>]*>", plain)
    attributes = {
        name.lower() for tag in tags for name in re.findall(r"[\s\"]([a-zA-Z][a-zA-Z:-]*)", tag)
    }
    assert len(elements) > 40 and len(attributes) > 30
    # Written by Markdown for the prose of docs/, with places for headings; by writing.py around names in other letters.
    return frozenset(
        elements
        | {"em", "code", "pre", "blockquote", "ol", "hr", "br", "bdi", "html", "body", "head"}
    ), frozenset(attributes | {"id", "class", "href"})


def page(address: str, source: str) -> Page:
    """Look at a whole page. `address` is where it stands, below the site's root."""
    document = html.document_fromstring(source, parser=html.HTMLParser(huge_tree=True))
    words = [
        document.text_content(),
        *document.xpath(
            "//@aria-label | //*[@data-keep]/@* | //meta[@name='description']/@content"
        ),
    ]
    ids = document.xpath("//@id")
    twice = {name for name in ids if ids.count(name) > 1}
    links = document.xpath("//a/@href")
    broken = [f'the id "{name}" stands twice' for name in sorted(twice)] + list(
        _not_whole(document)
    )
    inside = [
        link
        for link in (urljoin(HERE + address, str(link)) for link in links)
        if link.startswith(HERE)
    ]
    return Page(
        " ".join(" ".join(words).split()),
        frozenset(ids),
        tuple(link.removeprefix(HERE) for link in inside),
        tuple(map(str, links)),
        tuple(_alive(document)),
        tuple(broken),
    )


def _not_whole(document: html.HtmlElement) -> Iterator[str]:
    for name in ("main", "h1", "title", "header", "footer"):
        if len(document.xpath(f"//{name}")) != 1:
            yield f"the page has {len(document.xpath(f'//{name}'))} elements {name}"
    if not document.xpath("string(//h1)").strip():
        yield "the heading is empty"


def _alive(document: html.HtmlElement) -> Iterator[str]:
    """What cannot have come from a template: so it was data, and lives."""
    elements, attributes = known()
    for element in document.iter():
        if not isinstance(element.tag, str):
            if MARK in (element.text or "") or element.tag is not etree.Comment:
                yield f"a note that hides text: {element.text}"
            continue
        if element.tag not in elements:
            yield f"an element <{element.tag}>"
        for name, value in element.attrib.items():
            if name not in attributes or name.startswith("on") or MARK in name:
                yield f"an attribute {name} of <{element.tag}>"
            if name in LEADS and not _harmless(value):
                yield f"an address {value[:60]!r} of <{element.tag}>"
            if name in ("style", "srcdoc", "id") and MARK in value:
                yield f"an attribute {name}={value[:60]!r}"
        if element.tag == "script" and (
            element.get("src") is None
            or (element.text or "").strip()
            or MARK in element.get("src", "")
        ):
            yield "a script between the lines"
        if element.tag == "style" and MARK in QUOTED.sub("", element.text or ""):
            yield "a style of its own"


def _harmless(address: str) -> bool:
    """Whether a browser would take it for an address of a page. It takes no notice of blanks around and of line ends inside."""
    as_read = re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))))
    try:
        return urlsplit(as_read).scheme.lower() in SCHEMES
    except ValueError:
        return False


def dead_links(pages: dict[str, Page], promised: Collection[str]) -> Iterator[tuple[str, str]]:
    """Links to pages that are not there, and to places that are on no page: where each stands, and where it leads.

    `publish` stops where a promised address is gone, and where a saying of the search leads to no place.
    """
    for address, found in pages.items():
        for link in found.leads:
            target, place = urldefrag(link)
            if f"/{link}" in promised or (address == "search/" and place and target in pages):
                continue
            if target.endswith("/") or not target:
                there = pages.get(target)
                if there is None or (place and place not in there.ids):
                    yield address, link
