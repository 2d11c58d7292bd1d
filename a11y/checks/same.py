"""All pages together: the same frame on each, help in the same place, one name for one thing."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from a11y.checks import SiteCheck
from a11y.exemptions import Finding
from a11y.site import Page, Site

# Names that say nothing of where a link leads.
_VAGUE = (
    "click, click here, here, this, this link, this page, link, page, website, address, "
    "go, open, continue, more, read more, see more, learn more, find out more, "
    "more information, details, info, next, back, previous"
)
VAGUE = set(_VAGUE.split(", "))
MARKS = " .,:;!?…»›→>-–—()[]"
BARE = ("http:", "https:", "www.", "mailto:")


def name(link: Any) -> str:
    """What a link is called: its label or its words, and the names of the pictures in it."""
    named = (link.getroottree().xpath("//*[@id=$id]", id=id) for id in _label_ids(link))
    parts = [part for found in named for part in found[:1]] or [link]
    words = link.get("aria-label") if parts == [link] else None
    return " ".join((words or " ".join(map(_words, parts))).split())


def _label_ids(link: Any) -> list[str]:
    return str(link.get("aria-labelledby", "")).split()


def _words(part: Any) -> str:
    return " ".join([*part.itertext(), *part.xpath(".//@alt"), *part.xpath(".//svg/@aria-label")])


def links(site: Site, page: Page, where: str = "") -> list[tuple[str, str, Any]]:
    """Name, whole target and element of each link of a page, below `where` if given (an XPath).
    Those in templates are not there yet.
    """
    found = page.document.xpath(f"{where}//a[@href][not(ancestor::template)]")
    return [
        (
            name(link),
            urljoin(site.address + page.path, link.get("href")).removeprefix(site.address),
            link,
        )
        for link in found
    ]


def frame(site: Site) -> list[Finding]:
    """Header and footer: the same words and links in the same order on every page."""
    # A page in another language has a frame of its own.
    frames = {page: _frame(site, page) for page in site.pages if not page.is_translated}
    usual = max(frames.values(), key=list(frames.values()).count)
    found = [
        Finding(page.name, "all", "same frame", "header, footer", _first(usual, mine))
        for page, mine in frames.items()
        if mine != usual
    ]
    if len(usual) < len(site.settings.help):
        found.append(
            Finding(
                "home",
                "all",
                "same frame",
                "header, footer",
                "there are hardly any links around the pages",
            )
        )
    return found


def _frame(site: Site, page: Page) -> list[tuple[str, str]]:
    found = [
        (called, target)
        for called, target, _ in links(
            site,
            page,
            "//body//*[not(descendant-or-self::main or ancestor::main)]/descendant-or-self::*",
        )
    ]
    words = [
        " ".join(text.text_content().split())
        for text in page.document.xpath("//body/header//p | //body/footer//p")
    ]
    marked = [
        ("is here", item)
        for item in page.document.xpath("//nav[@aria-label]/@aria-label[not(ancestor::main)]")
    ]
    return [*found, *marked, *((text, "") for text in words)]


def _first(usual: list[tuple[str, str]], mine: list[tuple[str, str]]) -> str:
    length = max(len(usual), len(mine))
    pairs = zip(
        usual + [("nothing", "")] * (length - len(usual)),
        mine + [("nothing", "")] * (length - len(mine)),
        strict=True,
    )
    return next(
        f"here stands {here}, and on other pages {there}" for there, here in pairs if here != there
    )


def help_here(site: Site) -> list[Finding]:
    """The ways to help stand on every page, in the same order, outside its main part."""
    found = []
    orders: dict[tuple[str, ...], list[Page]] = defaultdict(list)
    # A page in another language has a frame of its own, with the way to English in it.
    for page in (page for page in site.pages if not page.is_translated):
        around = [target for _, target, _ in links(site, page, "//body/*[not(self::main)]")]
        orders[tuple(target for target in around if target in site.settings.help)].append(page)
        found += [
            Finding(page.name, "all", "help", target, f"there is no link to {what}")
            for target, what in site.settings.help.items()
            if target not in around
        ]
    usual = max(orders, key=lambda order: len(orders[order]))
    found += [
        Finding(
            page.name,
            "all",
            "help",
            ", ".join(order),
            f"on other pages help comes in this order: {', '.join(usual)}",
        )
        for order, pages in orders.items()
        for page in pages
        if order != usual
    ]
    return found


def names(site: Site) -> list[Finding]:
    """A link's name says where it leads, means the same place wherever it stands, and holds the
    words that are seen.
    """
    found, everywhere = [], defaultdict[str, dict[str, Page]](dict)
    context = " or ".join(site.settings.link_context) or "false()"
    for page in site.pages:
        here = defaultdict[str, set[str]](set)
        for called, target, link in links(site, page):
            key = called.casefold().strip(MARKS)
            if link.get("data-moved") is None:  # of these, one at most is shown
                here[key].add(target)
            # A place on the page where the link stands is meant for this page only.
            if not link.xpath(f"ancestor-or-self::*[{context}]") and not link.get(
                "href"
            ).startswith("#"):
                everywhere[key].setdefault(target, page)
            found += [
                Finding(page.name, "all", "link names", target, said)
                for said in _unclear(called, key, link)
            ]
        found += [_two(page, key, targets) for key, targets in here.items() if len(targets) > 1]
    for key, targets in everywhere.items():
        if len(targets) > 1:
            found.append(
                _two(
                    next(iter(targets.values())),
                    key,
                    [f"{target} (on {page.name})" for target, page in targets.items()],
                )
            )
    if not everywhere:
        found.append(Finding("all", "all", "link names", "a", "there are no links"))
    return found


def _unclear(called: str, key: str, link: Any) -> list[str]:
    seen = " ".join(link.text_content().split()).casefold()
    said = []
    if not called:
        said.append("this link has no name")
    if key in VAGUE:
        said.append(f"{called!r} does not say where the link leads")
    if key.startswith(BARE):
        said.append(f"{called!r} is a bare address, which nobody wants to hear read out")
    if link.get("aria-label") and seen not in link.get("aria-label").casefold():
        said.append(f"its label {called!r} does not hold the words that are seen, {seen!r}")
    return said


def _two(page: Page, key: str, targets: Iterable[str]) -> Finding:
    return Finding(
        page.name,
        "all",
        "link names",
        f"a {key!r}",
        f"one name leads to several places: {', '.join(sorted(targets))}",
    )


CHECKS = [
    SiteCheck("same frame", ("3.2.3", "3.2.4"), frame),
    SiteCheck("help in the same place", ("3.2.6",), help_here),
    SiteCheck("link names", ("2.4.4", "2.4.9", "2.5.3", "3.2.4"), names),
]
