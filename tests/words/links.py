"""Link texts that do not say where they lead."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import html

from a11y.site import Page
from tests.reading import Passage, passages
from tests.words.remarks import Remark, remark

VAGUE = re.compile(
    r"(?:(?:click|tap|press|look|see|find it|go|read it|start) )?(?:here|there)|(?:read|learn|find"
    r" out|see|show|tell me)? ?more(?: here)?"
    r"|(?:this|that|the) (?:link|page|site|website|one|document)"
    r"|links?|click|go|next|back|continue|details|info|open|download|start",
    re.IGNORECASE,
)
BARE = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:uk|com|org|net|eu)(?:/\S*)?",
    re.IGNORECASE,
)
# What marks an address that is shown on purpose, so that people can read and copy it.
ON_PURPOSE = {"address", "where"}
CONTEXT = ("aria-describedby", "aria-labelledby", "data-moved")


def unclear_links(page: Page) -> Iterator[Remark]:
    """Links with a text that says nothing, with a bare address as text, and two that say the same
    and lead to different places.
    """
    led: dict[str, str] = {}
    for link in page.document.body.iter("a"):
        if not link.get("href"):
            continue
        text = spoken(link)
        target = urljoin(f"//site/{page.path}", link.get("href"))
        if said := _unclear(link, text, led.get(text.casefold(), target), target):
            yield from _remark(page, link, text, said)
        if not any(link.get(name) for name in CONTEXT):
            led.setdefault(text.casefold(), target)


def spoken(link: html.HtmlElement) -> str:
    """What a screen reader says of a link."""
    labels = [
        link.get("aria-label")
        or " ".join([link.text_content(), *link.xpath(".//*/@aria-label | .//img/@alt")])
    ]
    return " ".join(labels[0].split())


def _unclear(link: html.HtmlElement, text: str, before: str, target: str) -> str:
    if not text:
        return "this link has no words. Write where it leads"
    if VAGUE.fullmatch(text.strip(" .:!»→")):
        return (
            f'"{text}" does not say where the link leads. Write what is there, such as "the'
            ' charter"'
        )
    if BARE.fullmatch(text) and not ON_PURPOSE & set(
        (link.get("class") or "").split() + (link.getparent().get("class") or "").split()
    ):
        return f'"{text}" is a bare address. Write what is there instead'
    if before != target and not any(link.get(name) for name in CONTEXT):
        return (
            f'another link on this page says "{text}" too, and leads to another place. Say in each'
            " what is there"
        )
    return ""


def _remark(page: Page, link: html.HtmlElement, text: str, said: str) -> list[Remark]:
    """A remark on a link, in the passage that it is in."""
    inside = [passage for passage in passages(page) if text and text in passage.text]
    near = min(inside, key=lambda passage: abs(passage.line - (link.sourceline or 1)), default=None)
    if near is None:
        return remark("link", page, Passage("p", text or "link", link.sourceline or 1, True), said)
    return remark("link", page, near, said, text, near.text.index(text))
