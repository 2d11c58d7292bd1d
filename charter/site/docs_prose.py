"""What is wrong with the words of a page in `docs/`: they are read as Markdown, as the build does,
and nothing may come of them but text, links, pictures and offered pieces in their places.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from urllib.parse import urlsplit

from lxml import html
from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor

from charter.characters import blank, wrong
from charter.model import web_address
from charter.model.fields import in_short
from charter.site import docs_calls
from charter.site.pages.page import FEW_WORDS

# What the build reads Markdown with: MkDocs brings the first three, mkdocs.yml names the last.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
MADE_BY_MARKDOWN = re.compile(
    "p|h[1-6]|ul|ol|li|em|strong|code|pre|a|img|blockquote|hr|br|table|thead|tbody|tr|th|td"
    "|div.toc|span.toctitle"
)
ATTRIBUTES = {
    "id": r"[^\s\"'<>]+",
    "class": r"address|toc|toctitle|language-[\w+-]*",
    "a href": r".*",
    "a title": r".*",
    "img src": r".*",
    "img alt": r".*",
    "img title": r".*",
    "ol start": r"\d+",
    "th style": r"text-align: (left|center|right);",
    "td style": r"text-align: (left|center|right);",
}
# What is wrong with an address within the site, if anything is.
Near = Callable[[str], str | None]
TO_PEOPLE = ("mailto", "tel")
# A call, while Markdown is read: the number of it, between two signs that no page may hold.
CALL = re.compile("\ue000(\\d+)\ue001")
OUR_SIGN = "the line holds an invisible character (U+E000). Delete it and type the text again"
SIGNS = re.compile("[\ue000\ue001]|&#(?:x0*e00[01]|0*5734[45]);", re.IGNORECASE)

NO_HTML = "{} is HTML. A page in docs/ holds Markdown only: take it out, or write &lt; for <"
NO_ATTRIBUTE = "{} can't be given here. Between {{: and }} stands an id, such as {{: #words }}"
NO_ADDRESS = (
    'a link to "{}" can\'t be followed safely. Write the name of a page, such as about.md, or an'
    " address that starts with https://"
)
NO_WORDS = "a link to {} has no words, so nobody can follow it. Write them between [ and ]"
EMPTY = "{} has no words. Write some, or take the line out"
NAMES = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "a heading") | {
    "li": "an item of a list"
}
# What stands behind a heading that has no words of its own.
ID = re.compile(r"\{:.*\}\s*$")
NOWHERE = "a link leads nowhere. Write an address between ( and )"
NO_PICTURE = 'a picture from "{}" would be fetched from elsewhere. Put its file into docs/'
OUT_OF_PLACE = "{} can't be drawn within a link, a picture or code. Put it on a line of its own"
NOT_ALONE = "{} is more than a few words. Put it on a line of its own, with blank lines around it"
# Far more than people type. Markdown takes the square of the time for twice of it.
LONGEST_BLOCK, MOST_BRACKETS, LONGEST_PAGE = 10_000, 200, 100_000
TOO_LONG = (
    "a paragraph, list or table here is far too long, or has far too many brackets. Break it up"
    " with blank lines, or shorten the page"
)
NOT_READ = (
    "something here can't be read as Markdown: it may stand too far in, or have too many brackets."
    " Write it more simply"
)


def mistakes(text: str, first_line: int, near: Near = lambda _: None) -> Iterator[tuple[int, str]]:
    """Each line with something that may not stand there, and what to do. Its words begin on
    `first_line`; braces are looked at on all lines. `near` judges addresses within the site.
    """
    if sign := SIGNS.search(text):
        yield text.count("\n", 0, sign.start()) + 1, OUR_SIGN
        return
    calls: list[docs_calls.Call] = []
    words, done = "", 0
    for found in docs_calls.read(text):
        if isinstance(found, docs_calls.Call):
            words += text[done : found.start] + f"\ue000{len(calls)}\ue001"
            done = found.end
            calls.append(found)
        else:
            yield found
    lines = (words + text[done:]).split("\n")
    lines[: first_line - 1] = [""] * (first_line - 1)
    if long := _too_long(lines):
        yield long, TOO_LONG
        return
    for said in _in_words("\n".join(lines), calls, near):
        yield _line(lines, said, calls, near), said


def _too_long(lines: list[str]) -> int | None:
    """The line at which a block, or the page, has become too long for Markdown."""
    block = brackets = page = 0
    for number, line in enumerate(lines, 1):
        block = block + len(line) if line.strip() else 0
        brackets = brackets + line.count("[") if line.strip() else 0
        page += len(line)
        if block > LONGEST_BLOCK or brackets > MOST_BRACKETS or page > LONGEST_PAGE:
            return number
    return None


def _line(lines: list[str], said: str, calls: list[docs_calls.Call], near: Near) -> int:
    """The line with which a mistake begins to be one: fewer lines from the top do not have it."""
    without, with_it = 0, len(lines)
    while with_it - without > 1:
        middle = (without + with_it) // 2
        if said in _in_words("\n".join(lines[:middle]), calls, near):
            with_it = middle
        else:
            without = middle
    begins = said.split()[0]  # HTML may go over lines: its first one is meant
    above = (n for n in range(with_it, 0, -1) if begins in lines[n - 1])
    return next(above, with_it) if begins.startswith("<") else with_it


def _in_words(words: str, calls: list[docs_calls.Call], near: Near) -> list[str]:
    """What is wrong with the words of a page, each once."""
    page, raw = _drawn(words)
    if page is None:
        return [NOT_READ]
    told = [NO_HTML.format(in_short(" ".join(each.split()))) for each in raw]
    for element in page.iterdescendants():
        if not _is_markdown(element):
            told += [] if raw else [NO_HTML.format(in_short(f"<{element.tag}>"))]
            continue
        told += _in_element(element, calls)
        address = element.get("href") or element.get("src") or ""
        told += [said] if _is_near(address) and (said := near(address)) else []
    for block in page:
        if isinstance(block.tag, str) and (said := wrong(CALL.sub("", block.text_content()))):
            told.append(f"what readers see {said}")
    return list(dict.fromkeys(told))


# Nobody changes a tree: the same words, such as those of each page of a record, give the same one.
@lru_cache(maxsize=500)
def _drawn(words: str) -> tuple[html.HtmlElement | None, list[str]]:
    """What Markdown makes of words, and the raw HTML in them. Nothing, where they can't be read."""
    reader, raw = _reader()
    raw.clear()
    try:
        drawn = reader.reset().convert(words)
        return html.fragment_fromstring(drawn, create_parent="main"), [*raw]
    except Exception:  # whatever Markdown and lxml stumble over
        return None, []


def _in_element(element: html.HtmlElement, calls: list[docs_calls.Call]) -> Iterator[str]:
    name = element.tag
    for attribute, value in element.items():
        allowed = ATTRIBUTES.get(attribute) or ATTRIBUTES.get(f"{name} {attribute}")
        if not allowed or not re.fullmatch(allowed, value, re.DOTALL):
            yield NO_ATTRIBUTE.format(in_short(f'{attribute}="{value}"'))
        for number in CALL.findall(value):
            yield OUT_OF_PLACE.format(calls[int(number)])
        if attribute in ("alt", "title") and (said := wrong(value)):
            yield f"what readers see {said}"
    if name in NAMES and _says_nothing(element):
        yield EMPTY.format(NAMES[name])
    if name == "a":
        yield from _in_link(element)
    if name == "img" and not _is_near(element.get("src", "")):
        yield NO_PICTURE.format(in_short(element.get("src", "")))
    if not element.xpath("ancestor::div[@class='toc']"):  # it repeats what the headings say
        yield from _in_text(element, calls)


def _is_markdown(element: html.HtmlElement) -> bool:
    names = [element.tag, f"{element.tag}.{element.get('class')}"]
    return any(MADE_BY_MARKDOWN.fullmatch(str(name)) for name in names)


def _in_text(element: html.HtmlElement, calls: list[docs_calls.Call]) -> Iterator[str]:
    """Calls in the text of an element itself, that stand where their piece can't be drawn."""
    text = "".join([element.text or "", *(inner.tail or "" for inner in element)])
    for number in CALL.findall(text):
        call = calls[int(number)]
        around = {element.tag, *(each.tag for each in element.iterancestors())}
        alone = element.tag == "p" and element.getparent().tag == "main"
        if around & {"a", "code", "pre"}:
            yield OUT_OF_PLACE.format(call)
        elif call.name not in FEW_WORDS and not (
            alone and not len(element) and CALL.fullmatch(text)
        ):
            yield NOT_ALONE.format(call)


def _in_link(link: html.HtmlElement) -> Iterator[str]:
    address = link.get("href", "")
    if not address.strip():
        yield NOWHERE
        return
    if _says_nothing(link):
        yield NO_WORDS.format(in_short(address))
    if _is_near(address) or address.partition(":")[0].lower() in TO_PEOPLE:
        return
    if not web_address.STARTS.match(address):
        yield NO_ADDRESS.format(in_short(address))
    elif said := web_address.wrong_with(address):
        yield f'"{in_short(address)}" {said}'


def _says_nothing(element: html.HtmlElement) -> bool:
    """Whether an element has neither words nor a picture with words."""
    return blank(ID.sub("", element.text_content())) and all(map(blank, element.xpath(".//@alt")))


def _is_near(address: str) -> bool:
    """Whether an address leads to this site: it has no scheme, no host, and nothing that browsers
    leave out or mend before they look for these.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    strange = re.search(r"[\\\x00-\x20]", address) or address.startswith("//")
    return bool(address) and not (parts.scheme or parts.netloc or strange)


@cache
def _reader() -> tuple[Markdown, list[str]]:
    """Markdown as the build has it, and a list of the raw HTML that it meets."""
    reader = Markdown(extensions=EXTENSIONS)
    raw: list[str] = []

    class Blocks(HtmlBlockPreprocessor):  # type: ignore[misc]
        def run(self, lines: list[str]) -> list[str]:
            before = len(reader.htmlStash.rawHtmlBlocks)
            left: list[str] = super().run(lines)
            raw.extend(reader.htmlStash.rawHtmlBlocks[before:])
            return left

    class Inline(HtmlInlineProcessor):  # type: ignore[misc]
        def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # noqa: N802
            raw.append(m[1])
            stored: tuple[str, int, int] = super().handleMatch(m, data)
            return stored

    reader.preprocessors.register(Blocks(reader), "html_block", 20)
    reader.inlinePatterns.register(Inline(HTML_RE, reader), "html", 90)
    return reader, raw
