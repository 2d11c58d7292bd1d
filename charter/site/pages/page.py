"""Pieces that pages in docs/ may ask for: where a page is, what a piece hands to its template, and
the registry of all pieces.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from functools import wraps

from charter.api.feed import FEED
from charter.model import Charter
from charter.model.site import Site
from charter.render.html import css_text, day, month, render
from charter.site.social_cards import FOLDER, OF_SITE
from charter.site_facts import settled


@dataclass(frozen=True)
class Here:
    """Where a page is: `root` is the way back to the home page, such as `../../`; `site` is the
    site's whole address.

    `today` is the day of the build, which says what is overdue and which quarters are over.
    `pdf` says whether this build makes PDF files of the pages for paper.
    `titles` are those of all pages that are written by hand, by address.
    `left_out` are the pages that the site is without: nothing leads to them.
    """

    root: str
    site: str
    today: datetime.date
    pdf: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    @property
    def host(self) -> str:
        """The site's address as people write it, without the protocol; nothing while it is still to
        come."""
        return self.site.partition("://")[2].rstrip("/") if settled(self.site) else ""


@dataclass(frozen=True)
class Page:
    """HTML that has something to say to the head of its page: a title, a description, keys to
    narrow by.
    """

    html: str
    head: dict[str, object]


class Content:
    """What a piece adds to the context of its template, and to the head of its page."""

    def __init__(self, head: dict[str, object] | None = None, **context: object) -> None:
        self.head = head
        self.context = context


Drawn = str | Page
# The name that pages use → what draws it, from the charter and from where the page is.
OFFERED: dict[str, Callable[..., Drawn]] = {}


def piece(content: Callable[..., Content | Drawn]) -> Callable[..., Drawn]:
    """Offer a function to pages by its own name. `whole_charter` is drawn by whole-charter.html,
    whose context always has the charter and what `Here` says. Says the rest in its `Content`.
    """
    return offer(content.__name__, content)


def offer(name: str, content: Callable[..., Content | Drawn]) -> Callable[..., Drawn]:
    """Offer a function to pages by a name. What it takes after `here` are texts that pages give."""

    @wraps(content)
    def draw(charter: Charter, here: Here, *args: str) -> Drawn:
        given = content(charter, here, *args)
        if not isinstance(given, Content):
            return given
        context = {
            "charter": charter,
            "root": here.root,
            "site": here.site,
            "cited": here.site if settled(here.site) else "Web address to come: /",
            "host": here.host,
            "today": here.today,
            "pdf": here.pdf,
            **given.context,
        }
        html = render(name.replace("_", "-"), **context)
        return html if given.head is None else Page(html, given.head)

    OFFERED[name] = draw
    return draw


# Those that are a few words, for a place within a paragraph, a heading or an item.
FEW_WORDS: set[str] = set()

# Pages whose templates need nothing more.
for name in (
    "home",
    "not_kept_law",
    "not_kept_sentence",
    "where_to_turn",
    "whole_charter",
    "working_together",
    "cite",
    "map_method",
    "counting",
    "listening_words",
    "listening_sources",
    "story",
    "open_questions",
    "glossary",
    "formats",
    "easy_read",
    "tried",
    "checklists",
    "kept_pages",
    "listen",
    "postcode_privacy",
    "workshop_notes_link",
):
    offer(name, lambda charter, here: Content())


def how_read(charter: Charter) -> str:
    """How and when the sources were read, in a sentence or two."""
    ways: dict[str, list[str]] = {"read stored copies of": [], "opened": []}
    for source in charter.sources:
        ways["read stored copies of" if source.read else "opened"].append(source.checked)
    said = [f"{way} sources {_span(months)}" for way, months in ways.items() if months]
    return f"This site {' and '.join(said)}. Some may have changed since."


def _span(months: list[str]) -> str:
    first, last = min(months), max(months)
    return f"in {month(first)}" if first == last else f"from {month(first)} to {month(last)}"


def _help(site: Site, left_out: frozenset[str]) -> dict[str, object] | None:
    """The line on help, where its page is there."""
    if site.help is None or (site.help.page or "").partition("#")[0] in left_out:
        return None
    return {**site.help.model_dump(), "around": site.help.around}


def frame(charter: Charter, left_out: frozenset[str] = frozenset()) -> dict[str, object]:
    """The words around every page."""
    site = charter.site
    return {
        **site.model_dump(),
        "help": _help(site, left_out),
        "takes_comments": charter.takes_comments,
        "more_looks": charter.more_looks,
        "young_people": charter.young_people and charter.young_people.title,
        "draft_date": day(site.draft_date),
        "draft_day": site.draft_date.isoformat(),
        "how_read": how_read(charter),
        "paper_line": css_text(f"{site.name}. {site.draft_line}"),
        "left_out": left_out,
        "kept": [link.page or "./" for link in charter.offline.pages] if charter.offline else [],
        "previews": FOLDER,
        "preview": asdict(OF_SITE),
        "feed": FEED,
        "feed_title": charter.changes and charter.changes.title,
    }
