"""How many bytes does a reader wait for? Each page is weighed as a host sends it, packed with gzip,
and may not weigh too much.

What has to come before a page can be shown should fit into the first thing that a server may send
before it hears back from
the reader's device. That is about 14,600 bytes: ten packets. A slow phone then waits once, not
twice.
"""

import gzip
import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from publish import links

# The limits, in bytes packed with gzip -9. The only place where they stand.
PAGE = 14_600  # a page, with what has to be there before it shows
AREA = 20_000  # the same, for the page of the area, which has the map and the box for postcodes
SCRIPTS = 6_000  # all scripts of a page
HOME = 25_000  # everything that a browser asks for at the first visit to the home page

AREA_PAGE = "/area/"
ADVICE = "Say it in fewer words or simpler drawings, or give a part a page of its own."


@dataclass(frozen=True)
class Weight:
    """Bytes of a page: what has to be there before it `shows`, its `scripts`, and everything of a
    first visit.

    `sent` is the size of each file that comes with it, by its address on the page.
    """

    file: Path

    page: str
    shows: int
    scripts: int
    visit: int
    most: int
    sent: dict[str, int]

    @property
    def parts(self) -> list[tuple[str, int]]:
        """What weighs how much, heaviest first: a style, all drawings, what stands below a heading,
        a file.
        """
        parts = _parts(self.file.read_text(encoding="utf-8")) | self.sent
        return sorted(parts.items(), key=lambda part: (-part[1], part[0]))


def weigh(site: Path) -> list[Weight]:
    """The weight of each page of a built site, heaviest first."""
    root = links.home(site)
    return sorted(
        (_weigh(page, site, root) for page in site.rglob("*.html")),
        key=lambda weight: (-weight.shows, weight.page),
    )


@lru_cache(maxsize=32)  # pages share an icon and a few scripts
def packed(content: bytes) -> int:
    """How many bytes are sent for a file."""
    return len(gzip.compress(content, 9, mtime=0))


def table(weights: list[Weight]) -> str:
    """A line for each page, for people to read."""
    wide = max(len(weight.page) for weight in weights)
    rows = [
        f"{weight.page:{wide}} {weight.shows:>7,} {weight.scripts:>7,} {weight.visit:>11,}"
        for weight in weights
    ]
    return "\n".join(
        [f"{'bytes, packed':{wide}} {'to show':>7} {'scripts':>7} {'first visit':>11}", *rows]
    )


def too_heavy(weights: list[Weight]) -> list[str]:
    """What weighs more than it may, in words for an editor."""
    told = []
    for weight in weights:
        heaviest = ", ".join(f"{part} {size:,}" for part, size in weight.parts[:3])
        for what, size, most in [
            ("to show", weight.shows, weight.most),
            ("of scripts", weight.scripts, SCRIPTS),
            ("at a first visit", weight.visit if weight.page == "/" else 0, HOME),
        ]:
            if size > most:
                told.append(
                    f"{weight.page} needs {size:,} bytes {what}, and {most:,} is the limit. Most of"
                    f" it: {heaviest}. {ADVICE}"
                )
    return told


def _weigh(page: Path, site: Path, root: str) -> Weight:
    content = page.read_bytes()
    asked = _Asked(content.decode("utf-8"))

    def sizes(addresses: list[str]) -> dict[str, int]:
        files = [
            (address, links.file(address, page, site, root)) for address in dict.fromkeys(addresses)
        ]
        return {address: packed(file.read_bytes()) for address, file in files if file}

    styles, scripts, others = sizes(asked.styles), sizes(asked.scripts), sizes(asked.others)
    shows = packed(content) + sum(styles.values())
    address = "/" + page.relative_to(site).as_posix().removesuffix("index.html")
    return Weight(
        page,
        address,
        shows,
        sum(scripts.values()),
        shows + sum(scripts.values()) + sum(others.values()),
        AREA if address == AREA_PAGE else PAGE,
        {**styles, **scripts, **others},
    )


def _parts(html: str) -> dict[str, int]:
    """What the parts of a page would weigh alone."""
    styles, drawings = r"<style.*?</style>", r"<svg.*?</svg>"
    words = re.sub(f"{styles}|{drawings}", "", html, flags=re.DOTALL)
    found = {
        kind: "".join(re.findall(part, html, re.DOTALL))
        for kind, part in (("styles", styles), ("drawings", drawings))
    }
    before, *named = re.split(r'<h2[^>]* id="([^"]+)"', words)
    found["what stands above the first heading"] = before
    found |= {f"#{name}": text for name, text in zip(named[::2], named[1::2], strict=True)}
    return {part: packed(text.encode()) for part, text in found.items() if text}


class _Asked(HTMLParser):
    """What a browser asks for when it opens a page: styles that it waits for, scripts, and
    everything else.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self.others: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kinds = set(given.get("rel", "").split())
        if tag == "link" and "stylesheet" in kinds and given.get("media") != "print":
            self.styles.append(given["href"])
        elif tag == "link" and kinds & {
            "stylesheet",
            "icon",
            "manifest",
            "preload",
            "modulepreload",
            "prefetch",
        }:
            self.others.append(given["href"])
        elif tag == "script" and "src" in given:
            self.scripts.append(given["src"])
        elif "src" in given:
            self.others.append(given["src"])
