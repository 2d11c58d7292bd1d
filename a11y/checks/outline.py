"""Each page's outline, as its file has it: title, headings, ids, and the language of its words."""

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Any

from a11y.checks import SiteCheck
from a11y.exemptions import Finding
from a11y.site import Site

# Common words of English that are no words of its neighbours. At least one stands in every English
# text of some length.
_ENGLISH = (
    "the of and to you that for it with are this have from what we they their who will our "
    "your how has each there when by other which not is as was said then where people more about"
)
ENGLISH = set(_ENGLISH.split())
POINTERS = [
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "headers",
    "popovertarget",
    "aria-owns",
    "aria-details",
    "aria-flowto",
    "aria-activedescendant",
    "aria-errormessage",
    "commandfor",
    "form",
    "list",
]
# How many words a text needs before its language can be told, and what part of all words of a page
# those above are at least.
ENOUGH, PART = 12, 0.1
# Of a text with names of English bodies in it; one that is English has about half.
NAMES = 0.25
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
# The last letter of the Latin alphabet with its accents.
LATIN = 0x24F
BLOCKS = (
    "//*[self::p or self::li or self::dd or self::dt or self::td or self::th or self::blockquote or"
    " self::h1 or self::h2 or self::h3 or self::h4 or self::summary or self::caption or"
    " self::figcaption or self::legend or self::label or self::button or self::option or"
    " self::div[text()[normalize-space()]]]"
)
# What is read out or shown without standing between the lines.
ASIDE = (
    "//body//@aria-label | //body//@alt | //body//@title | //body//@placeholder | //head/title |"
    " //head/meta[@name='description']/@content"
)
# Of a whole page. More of one name, and a list of its headings says nothing.
MOST_ALIKE = 2
OWN = "string(ancestor-or-self::*[@lang][1]/@lang)"
HEADINGS = (
    "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @role='heading']"
    "[not(ancestor::template)]"
)


def titles(site: Site) -> list[Finding]:
    """Every page has a title and a description of its own."""
    found = []
    description = "//head/meta[@name='description']/@content"
    for rule, where in (("title", "//head/title"), ("description", description)):
        given = {
            page: " ".join("".join(_text(one) for one in page.document.xpath(where)).split())
            for page in site.pages
        }
        shared = Counter(given.values())
        for page, text in given.items():
            said = f"another page has the same: {text}" if text else "there is none"
            if not text or shared[text] > 1:
                found.append(Finding(page.name, "all", rule, rule, said))
    return found


def _text(found: Any) -> str:
    return found if isinstance(found, str) else str(found.text_content())


def headings(site: Site) -> list[Finding]:
    """One main heading, which comes first; no level is skipped; none is empty; none stands twice
    under the same heading; none is read out alike more than twice on a page.
    """
    found = []
    for page in site.pages:
        parts = page.document.xpath(HEADINGS)
        levels = [(_level(part), " ".join(part.text_content().split())) for part in parts]
        said = [("heading", "this heading has no words") for _, text in levels if not text]
        if [level for level, _ in levels].count(1) != 1 or levels[0][0] != 1:
            said.append(("h1", "the page must begin with its one main heading"))
        said += [
            (text, f"level {after} follows level {before}")
            for (before, _), (after, text) in pairwise(levels)
            if after > before + 1
        ]
        said += [
            (name, f"{count} headings of the page are read out as this")
            for name, count in Counter(_read_out(part) for part in parts).items()
            if name and count > MOST_ALIKE
        ]
        title = " ".join(page.document.xpath("string(//head/title)").split())
        if site.settings.title_separator not in title:
            said.append((title, "the title does not say which website this is"))
        found += [
            Finding(page.name, "all", "headings", where, text)
            for where, text in [*said, *_twice(levels)]
        ]
    return found


def _level(heading: Any) -> int:
    return int(heading.get("aria-level") or re.sub(r"\D", "", heading.tag) or 2)


def _read_out(heading: Any) -> str:
    """What a screen reader's list of headings calls a heading."""
    ids = heading.get("aria-labelledby", "").split()
    named = [one for place in ids for one in heading.getroottree().xpath("//*[@id=$id]", id=place)]
    label = heading.get("aria-label") if not named else None
    words = label or " ".join(one.text_content() for one in named or [heading])
    return " ".join(words.split())


def _twice(levels: list[tuple[int, str]]) -> list[tuple[str, str]]:
    """Headings that are called like one beside them, so that a list of headings can't tell them
    apart.
    """
    above: dict[int, str] = {}
    met, said = set(), []
    for level, text in levels:
        above = {one: words for one, words in above.items() if one < level} | {level: text}
        path = tuple(above.values())
        if path in met:
            said.append((text, "another heading beside it has the same words"))
        met.add(path)
    return said


def places(site: Site) -> list[Finding]:
    """Every id stands once, and what points to one by id points to something."""
    found = []
    for page in site.pages:
        ids = Counter(page.document.xpath("//@id"))
        found += [
            Finding(page.name, "all", "ids", f"#{place}", f"stands {count} times")
            for place, count in ids.items()
            if count > 1
        ]
        for kind in POINTERS:
            pointed = " ".join(page.document.xpath(f"//@{kind}")).split()
            found += [
                Finding(page.name, "all", "ids", f"[{kind}={place}]", "points to nothing")
                for place in pointed
                if place not in ids
            ]
    return found


def language(site: Site) -> list[Finding]:
    """The page says which language it is in, and so does each part in another; the words agree."""
    found = []
    for page in site.pages:
        said = [
            (part.tag, part.get("lang"), "is no language")
            for part in page.document.xpath("//*[@lang]")
        ]
        wrong = [(tag, f"{own!r} {text}") for tag, own, text in said if not LANGUAGE.fullmatch(own)]
        if not page.is_translated and page.document.get("lang") != (
            site.settings.language or page.document.get("lang", "")
        ):
            wrong.append(("html", f"the page does not say its language, {site.settings.language}"))
        told = defaultdict[str, list[str]](list)
        for block in page.document.xpath(f"//body{BLOCKS} | //body//*[@lang]"):
            own = block.xpath(OWN)
            words = block.xpath(".//text()[string(ancestor::*[@lang][1]/@lang) = $own]", own=own)
            told[own].append(" ".join("".join(words).split()))
        for aside in page.document.xpath(ASIDE):
            own = aside.xpath(OWN) if hasattr(aside, "xpath") else aside.getparent().xpath(OWN)
            told[own].append(" ".join(_text(aside).split()))
        for own, texts in told.items():
            # Names of English bodies stay as they are in every language.
            translated = page.is_translated and not own.startswith("en")
            least = NAMES if translated else 0.001
            wrong += [(text[:60], words) for text in texts if (words := _wrong(text, own, least))]
            wrong += [("body", words) for words in [_wrong(" ".join(texts), own, PART)] if words]
        found += [Finding(page.name, "all", "language", where, text) for where, text in wrong]
    return found


def _wrong(text: str, language: str, part: float) -> str:
    """What is wrong with a text, if English has at least that part of its words among the common
    ones.
    """
    strange = "".join(letter for letter in text if letter.isalpha() and ord(letter) > LATIN)
    if strange and language.startswith("en"):
        return (
            "these letters are not English, and nothing says in which language they are:"
            f" {strange[:20]}"
        )
    words = re.findall(r"[^\W\d_]+", text.casefold())
    common = sum(word in ENGLISH for word in words) / max(len(words), 1)
    if len(words) >= ENOUGH and (common >= part) is not language.startswith("en"):
        return (
            f"it is said to be in {language!r}, and {common:.0%} of its words are common words of"
            " English"
        )
    return ""


CHECKS = [
    SiteCheck("titles", ("2.4.2",), titles),
    SiteCheck("headings", ("1.3.1", "2.4.6", "2.4.10"), headings),
    SiteCheck("ids", ("1.3.1", "4.1.2"), places),
    SiteCheck("language", ("3.1.1", "3.1.2"), language),
]
