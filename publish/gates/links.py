"""Gate for links within the site: dead links, links to what has moved, and redirects that do not
hold. Links of other sites are not looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from charter.site_facts import MOVED
from publish.site import Page, Site

MEND = "Mend data/moved.yml:"
DEAD_LINKS = (
    "These links lead to no page or file of the site, or to no place on that page. Correct them in"
    " data/ or docs/:"
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
    """What is wrong with redirects and with all other links, as lines for an editor. All files have
    to be there by now.
    """
    found = redirects(site)
    old = {redirect.old for redirect in found}
    links = [(page.address, target) for page in site.every_page for target in _targets(page)]
    dead = {target for _, target in links if target not in old and _is_dead(target, site)}
    parts = {
        MEND: [line for redirect in found for line in _check_redirect(redirect, site)],
        OLD_LINKS: [f"  {page} links to {to}" for page, to in links if to in old],
        DEAD_LINKS: [f"  {page} links to {to}" for page, to in links if to in dead],
    }
    return [line for heading, lines in parts.items() if lines for line in (heading, *lines)]


def _targets(page: Page) -> list[str]:
    """Where links lead and what is loaded from, each also without its anchor, but for the page
    itself.
    """
    whole = [page.target(link) for link in page.find(f"//*[not(@{MOVED})]/@href | //@src")]
    return sorted({*whole, *(urldefrag(target).url for target in whole)} - {page.address})


def _is_dead(target: str, site: Site) -> bool:
    """Whether an address of this site is that of no page or file, or of an anchor that its page
    lacks.
    """
    address, _, anchor = target.partition("#")
    if page := site.pages.get(address):
        return bool(anchor and not page.ids[anchor])
    return address.startswith("/") and not (site.folder / address.lstrip("/")).is_file()


def _check_redirect(redirect: Redirect, site: Site) -> Iterator[str]:
    page, _, anchor = redirect.old.partition("#")
    # Once it stands there as the id of the note that says where it went.
    if anchor and page in site.pages and site.pages[page].ids[anchor] > 1:
        yield (
            f"  from: {redirect.old} is still there. Take this entry out, or take the place away"
            " from its page"
        )
    if not redirect.new.startswith("/") or _is_dead(redirect.new, site):
        yield (
            f"  to: {redirect.new} is not there (the entry from: {redirect.old}). Write an address"
            " of this site that is"
        )
