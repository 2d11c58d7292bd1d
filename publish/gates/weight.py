"""Page weight: how many bytes does a reader wait for? Each page is weighed as a host sends it,
packed with gzip, and may not weigh too much.

What has to come before a page can be shown should fit into the first thing that a server may send
before it hears back from the reader's device. That is about 14,600 bytes: ten packets. A slow phone
then waits once, not twice.
"""

import gzip
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import html

from publish.site import Page, Site

# The limits, in bytes packed with gzip -9. The only place where they stand.
PAGE = 14_600  # a page, with what has to be there before it shows
SCRIPTS = 6_000  # all scripts of a page
HOME = 15_000  # everything that a browser asks for at the first visit to the home page

ADVICE = "Say it in fewer words or simpler drawings, or give a part a page of its own."
# What a browser asks for when it opens a page: styles that it waits for, scripts, and all else.
# (Recordings and films wait until they are asked for: publish/gates/csp.py sees to it.)
SHEET = "@rel='stylesheet' and not(@media='print')"
KINDS = ["stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch"]
STYLES = f"//link[{SHEET}]/@href"
SCRIPT = "//script/@src"
OTHERS = (
    f"//link[not({SHEET})][{' or '.join(f'@rel={kind!r}' for kind in KINDS)}]/@href"
    " | //*[not(self::script or self::audio or self::video or self::track)]/@src"
    " | //@srcset | //@imagesrcset | //@poster"
    " | //*[local-name()='image' or local-name()='use']/@*[name()='href' or name()='xlink:href']"
    " | //style/text()"
)
# The addresses in a srcset, or in a style.
SEVERAL = {"srcset": re.compile(r"(?:^|,)\s*(\S+)"), "text": re.compile(r"url\([\s\"']*([^\"')]+)")}


@dataclass(frozen=True)
class Weight:
    """What a page weighs: to show it, its scripts, and a first visit with everything; `sent` has
    the bytes of each file that comes with it, by its address on the page.
    """

    page: Page
    shows: int
    scripts: int
    visit: int
    sent: dict[str, int]

    @property
    def parts(self) -> list[tuple[str, int]]:
        """What weighs how much, heaviest first: its style, all drawings, what stands below a
        heading, a file.
        """
        parts = {part: packed(text.encode()) for part, text in _parts(self.page).items()}
        return sorted((parts | self.sent).items(), key=lambda part: (-part[1], part[0]))


def weigh(site: Site) -> list[Weight]:
    """The weight of each page of a finished site, heaviest first."""
    weights = [_weigh(page) for page in site.every_page]
    return sorted(weights, key=lambda weight: (-weight.shows, weight.page.address))


@lru_cache(maxsize=32)  # pages share an icon and a few scripts
def packed(content: bytes) -> int:
    """How many bytes are sent for a file."""
    return len(gzip.compress(content, 9, mtime=0))


def table(weights: list[Weight]) -> str:
    """A line for each page, for people to read."""
    wide = max(len(weight.page.address) for weight in weights)
    rows = [("bytes, packed", "to show", "scripts", "first visit")] + [
        (each.page.address, f"{each.shows:,}", f"{each.scripts:,}", f"{each.visit:,}")
        for each in weights
    ]
    return "\n".join(f"{name:{wide}} {a:>7} {b:>7} {c:>11}" for name, a, b, c in rows)


def check(weights: list[Weight]) -> list[str]:
    """What weighs more than it may, in words for an editor."""
    return [
        f"{weight.page.address} needs {size:,} bytes {what}, and {limit:,} is the limit. Most of"
        f" it: {', '.join(f'{part} {bytes_:,}' for part, bytes_ in weight.parts[:3])}. {ADVICE}"
        for weight in weights
        for what, size, limit in [
            ("to show", weight.shows, PAGE),
            ("of scripts", weight.scripts, SCRIPTS),
            ("at a first visit", weight.visit if weight.page.address == "/" else 0, HOME),
        ]
        if size > limit
    ]


def _weigh(page: Page) -> Weight:
    styles, scripts, others = (_sent(page, xpath) for xpath in (STYLES, SCRIPT, OTHERS))
    shows = packed(page.file.read_bytes()) + sum(styles.values())
    visit = shows + sum(scripts.values()) + sum(others.values())
    return Weight(page, shows, sum(scripts.values()), visit, styles | scripts | others)


def _sent(page: Page, xpath: str) -> dict[str, int]:
    links = [link for found in page.find(xpath) for link in _links(found)]
    files = {link: page.file_of(link) for link in links if not link.startswith(("data:", "#"))}
    return {link: packed(file.read_bytes()) for link, file in files.items() if file}


def _links(found: Any) -> list[str]:
    """The addresses that an attribute or the text of a style names."""
    kind = "text" if found.is_text else "srcset" if found.attrname.endswith("srcset") else ""
    return SEVERAL[kind].findall(found) if kind else [str(found)]


def _parts(page: Page) -> dict[str, str]:
    """A page by its parts, to weigh each alone."""
    texts: dict[str, str] = defaultdict(str)
    section = "what stands above the first heading"
    for element in page.tree.iter("*"):
        if element.tag == "h2":
            section = f"#{element.get('id', section)}"
        inside = {each.tag for each in element.iterancestors()} | {element.tag}
        part = "styles" if "style" in inside else "drawings" if "svg" in inside else section
        texts[part] += html.tostring(element, encoding="unicode") if element.tag == "svg" else ""
        if element.tag != "svg" and "svg" not in inside:
            texts[part] += " ".join([*element.values(), element.text or "", element.tail or ""])
    return texts
