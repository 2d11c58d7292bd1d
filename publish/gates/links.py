"""Gate for links within the site: dead links, links to what has moved, and redirects that do not
hold. Links of other sites are not looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from charter.site.site_facts import MOVED, SEARCH_PAGE
from publish.site import Page, Site

MEND = "Mend data/moved.yml:"
DEAD_LINKS = (
    "These links lead to no page of the site, or to no place on that page. Correct them in data/ or"
    " docs/:"
)
OLD_LINKS = "These pages link to an address that has moved. Let them lead to the new place:"


@dataclass(frozen=True)
class Redirect:
    """An old address and a new one, both as `/charter/#kindness-1`."""

    old: str
    new: str


def redirects(site: Site) -> list[Redirect]:
    """Every redirect that a page of the site tells of."""
    return [
        Redirect(link.get(MOVED), page.target(link.get("href")))
        for page in site.pages.values()
        for link in page.find(f"//a[@{MOVED}]")
    ]


def check(site: Site) -> list[str]:
    """What is wrong with redirects and with all other links, as lines for an editor."""
    found = redirects(site)
    old = {redirect.old for redirect in found}
    links = [(page.address, target) for page in site.pages.values() for target in _targets(page)]
    parts = {
        MEND: [line for redirect in found for line in _check_redirect(redirect, site)],
        OLD_LINKS: [f"  {page} links to {to}" for page, to in links if to in old],
        # Links of the A to Z are looked at by the search index, which knows what they are for.
        DEAD_LINKS: [
            f"  {page} links to {to}"
            for page, to in links
            if to not in old and page != SEARCH_PAGE and _is_dead(to, site)
        ],
    }
    return [line for heading, lines in parts.items() if lines for line in (heading, *lines)]


def _targets(page: Page) -> list[str]:
    """Where a page's links lead, each also without its anchor, but for those to the page itself."""
    whole = [page.target(link) for link in page.find(f"//a[not(@{MOVED})]/@href")]
    return sorted({*whole, *(urldefrag(target).url for target in whole)} - {page.address})


def _is_dead(target: str, site: Site) -> bool:
    """Whether an address is that of a page which is not there, or of an anchor that it lacks."""
    page, _, anchor = target.partition("#")
    if not (page.startswith("/") and page.endswith("/")):
        return False  # another host, or a file
    return page not in site.pages or bool(anchor and not site.pages[page].ids[anchor])


def _check_redirect(redirect: Redirect, site: Site) -> Iterator[str]:
    page, _, anchor = redirect.old.partition("#")
    # Once it stands there as the id of the note that says where it went.
    if anchor and page in site.pages and site.pages[page].ids[anchor] > 1:
        yield (
            f"  from: {redirect.old} is still there. Take this entry out, or take the place away"
            " from its page"
        )
    page = redirect.new.partition("#")[0]
    is_there = page in site.pages or (site.folder / page.lstrip("/")).is_file()
    if not is_there or _is_dead(redirect.new, site):
        yield (
            f"  to: {redirect.new} is not there (the entry from: {redirect.old}). Write an address"
            " of this site that is"
        )
