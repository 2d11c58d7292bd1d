"""Gate for links: dead links within the site, links to what has moved, redirects that do not hold,
and addresses of other sites that only look right. No other site is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urlsplit

from charter.model.web_address import wrong_with, wrong_with_email
from charter.site_facts import MOVED
from publish.gates.found_links import Link, found_links, origin
from publish.site import Site, file_at

# It lists every page that is there, those that have moved too.
EVERY_PAGE = "/sitemap.xml"
PHONE = re.compile(r"\+?[0-9][0-9 -]{2,}")

MEND = "Mend data/moved.yml:"
DEAD_LINKS = (
    "These links lead to no page or file of the site, or to no place on that page. Correct them in"
    " data/ or docs/:"
)
WRONG_LINKS = "These links can lead nobody where they should. Correct them in data/ or docs/:"
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


def check(site: Site, project: Path | None = None) -> list[str]:
    """What is wrong with redirects and with all other links, as lines for an editor, each with its
    file and line in the `project`. All files have to be there by now.
    """
    found = redirects(site)
    moved = {redirect.old for redirect in found}
    parts = {MEND: [line for redirect in found for line in _check_redirect(redirect, site)]}
    for link in sorted(found_links(site), key=lambda link: (link.where, link.target)):
        if heading := _heading(link, site, moved):
            why = _wrong_with(link) if link.below is None else ""
            at = f" ({origin(project, link)})" if project else ""
            parts.setdefault(heading, []).append(f"  {link.where} links to {link.target}{why}{at}")
    return [line for heading, lines in parts.items() if lines for line in (heading, *lines)]


def _heading(link: Link, site: Site, moved: set[str]) -> str | None:
    """What is told of a link; None, where it is right."""
    old = {link.target, urldefrag(link.target).url} & moved - {link.where}
    if old and link.where != EVERY_PAGE:
        return OLD_LINKS
    if link.below is None:
        return WRONG_LINKS if _wrong_with(link) else None
    # Two slashes in a row: some hosts have no such page, and others show it without its looks.
    twice = "//" in urlsplit(link.written).path
    return DEAD_LINKS if twice or _is_dead(link.below, site) else None


def _is_dead(below: str, site: Site) -> bool:
    """Whether an address below the root is that of no page or file, or of a place that it lacks."""
    path = file_at(below)
    # What stands behind :~: says which words to mark.
    place = unquote(urldefrag(below).fragment.partition(":~:")[0])
    if page := site.by_path.get(path):
        return place not in ("", "top") and not page.ids[place]
    file = site.folder / path
    # The name as it is written, also on a disk to which capitals are all one.
    if not file.is_file() or file not in file.parent.iterdir():
        return True
    if place and file.suffix == ".svg":
        return f'id="{place}"' not in file.read_text(encoding="utf-8")
    return bool(place) and file.suffix not in (".json", ".pdf")


def _wrong_with(link: Link) -> str:
    """What is wrong with an address that is none of this site; empty, where nothing is."""
    kind, colon, rest = link.written.partition(":")
    wrong: str | None = None
    if kind == "mailto":
        people = rest.partition("?")[0].split(",")
        wrong = next(filter(None, map(wrong_with_email, people)), None)
    elif kind == "tel":
        wrong = None if PHONE.fullmatch(rest) else "is no phone number. Write figures and blanks"
    elif colon or link.written.startswith("//"):
        # The policy's gate says who may load data: addresses.
        whole = link.target if link.written.startswith("//") else link.written
        wrong = None if whole.startswith("data:image/") else wrong_with(whole)
    else:
        wrong = "is above this site's home page. Write an address below it"
    return f", which {wrong}" if wrong else ""


def _check_redirect(redirect: Redirect, site: Site) -> Iterator[str]:
    page, _, anchor = redirect.old.partition("#")
    # Once it stands there as the id of the note that says where it went.
    if anchor and page in site.pages and site.pages[page].ids[anchor] > 1:
        yield (
            f"  from: {redirect.old} is still there. Take this entry out, or take the place away"
            " from its page"
        )
    if not redirect.new.startswith("/") or _is_dead(quote(redirect.new[1:], "/#"), site):
        yield (
            f"  to: {redirect.new} is not there (the entry from: {redirect.old}). Write an address"
            " of this site that is"
        )
