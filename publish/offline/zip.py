"""The whole site as one packed file, to open from a memory stick: the same pages, with links that
lead from file to file.

`python -m publish.offline.zip` makes it from the built site, and names it after the day of the
draft.
"""

import posixpath
import sys
from copy import deepcopy
from datetime import date
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urldefrag

from charter.command_line import run_command
from charter.problems import Problem, ProblemsFound
from charter.site_facts import COPIED_LINK, DRAFT_DAY, MEDIA, OFFLINE_SCRIPT, PLAYERS
from publish import packed
from publish.site import Page, Site, change_links, serialise

# Where readers find it on the site.
PACKED = "formats/charter.zip"
NAME = "co-production-charter-{day}"
THERE = "there is such a file already, with something else in it. Take it away, and run this again"
# What only a web host can give: the script that keeps pages for times without a network.
ON_A_HOST = f"//script[contains(@src, '/{OFFLINE_SCRIPT}')]"
# Recordings and films stay on the website: a film is bigger than all pages together. A reader can
# save each beside the pages.
TOO_BIG = tuple(f"{folder}/*{ending}" for folder in MEDIA for ending in MEDIA[folder])


def draft_day(site: Site) -> str:
    """The day of the draft, such as 2026-11-23, from the foot of the home page."""
    found = site.pages["/"].find(DRAFT_DAY)
    if not found:
        raise ValueError("The foot of the home page does not say of which day the draft is.")
    return str(found[0])


def pack(site: Site, file: Path) -> None:
    """Write every page, and everything that a page leads to, into a packed file. The same site
    gives the same bytes.
    """
    day = draft_day(site)
    contents = _gather(site)
    inside = {f"{NAME.format(day=day)}/{name}": contents[name] for name in sorted(contents)}
    packed.write(file, inside, date.fromisoformat(day))


def _gather(site: Site) -> dict[str, bytes]:
    """The files of a stick, by their path: pages with their links changed, and other files as they
    are.
    """
    contents: dict[str, bytes] = {}
    there = {
        file.relative_to(site.folder).as_posix()
        for file in site.folder.rglob("*")
        if file.is_file()
    }
    too_big = {name for name in there if any(fnmatch(name, pattern) for pattern in TOO_BIG)}
    linked: set[str] = set()
    for page in site.pages.values():
        contents[page.path] = _for_stick(page, there - {PACKED} - too_big, linked)
    return contents | {
        name: (site.folder / name).read_bytes() for name in linked if name not in contents
    }


def _for_stick(page: Page, there: set[str], linked: set[str]) -> bytes:
    """A page as it stands on a stick. Those files of the site that it leads to are added to
    `linked`.
    """

    def from_file(element: Any, link: str) -> str:
        """Links to copy, and links to what the stick does not have, lead to the website."""
        name = page.path_of(link)
        if COPIED_LINK in element.attrib or name not in there:
            return page.absolute(link)
        linked.add(name)
        anchor = urldefrag(link).fragment
        relative = _relative(name, posixpath.dirname(page.path) or ".")
        return f"{relative}#{anchor}" if anchor else relative

    tree = deepcopy(page.tree)
    for element in tree.xpath(f"{ON_A_HOST} | {PLAYERS}"):
        element.drop_tree()
    change_links(tree, from_file)
    return serialise(tree).encode()


# Pages of one folder share most of their links.
_relative = cache(posixpath.relpath)


def main() -> int:
    """Make the packed file of the built site, in this folder."""
    site = Site(Path("site"))
    if not site.pages:
        print("There is no site in site/. Say make site first.", file=sys.stderr)
        return 1
    file = Path(f"{NAME.format(day=draft_day(site))}.zip")
    with TemporaryDirectory() as folder:
        pack(site, Path(folder) / file)
        content = (Path(folder) / file).read_bytes()
    try:
        with file.open("xb") as new:
            new.write(content)
    except FileExistsError:
        if not file.is_file() or file.read_bytes() != content:
            raise ProblemsFound([Problem(file.name, 1, "", THERE)]) from None
    print(
        f"{file} has the whole site ({len(content) / 1000:.0f} KB). Unpack it on the stick,"
        " and open index.html there."
    )
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
