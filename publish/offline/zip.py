"""The whole site as one packed file, to open from a memory stick: the same pages, with links that
lead from file to file.

`python -m publish.offline.zip` makes it from the built site, and names it after the day of the
draft.
"""

import posixpath
import re
import sys
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from publish import links
from publish.rewrite import on_this_site, rewritten

# Where readers find it on the site.
PACKED = "formats/charter.zip"
NAME = "co-production-charter-{day}"
DRAFT_DAY = re.compile(r'<footer>.*?<time datetime="(\d{4}-\d\d-\d\d)">', re.DOTALL)
# What only a web host can give: the script that keeps pages for times without a network, and the
# policy, which speaks of a host.
ON_A_HOST = re.compile(
    r'<script src="[^"]*/offline\.js" defer></script>\n|<meta'
    r' http-equiv="Content-Security-Policy"[^>]*>\n'
)


def draft_day(site: Path) -> str:
    """The day of the draft, such as 2026-11-23, from the foot of the home page."""
    found = DRAFT_DAY.search((site / "index.html").read_text(encoding="utf-8"))
    if not found:
        raise ValueError("The foot of the home page does not say of which day the draft is.")
    return found[1]


def pack(site: Path, file: Path) -> None:
    """Write every page, and everything that a page leads to, into a packed file. The same site
    gives the same bytes.
    """
    day = draft_day(site)
    when = date.fromisoformat(day)
    contents = _gather(site)
    with ZipFile(file, "w", compression=ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(contents):
            about = ZipInfo(
                f"{NAME.format(day=day)}/{name}", (when.year, when.month, when.day, 0, 0, 0)
            )
            about.compress_type = ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            packed.writestr(about, contents[name])


def _gather(site: Path) -> dict[str, bytes]:
    """The files of a stick, by their path: pages with their links changed, and other files as they
    are.
    """
    home = links.home(site)
    contents: dict[str, bytes] = {}
    waiting = [page.relative_to(site).as_posix() for page in site.rglob("index.html")]
    while waiting:
        name = waiting.pop()
        if name in contents:
            continue
        contents[name] = (site / name).read_bytes()
        if name.endswith(".html"):
            page = _Page(site, home, name)
            html = ON_A_HOST.sub("", contents[name].decode())
            contents[name] = rewritten(html, page.from_file).encode()
            waiting += page.leads_to
    return contents


class _Page:
    """A page of the stick, and the files that its links lead to."""

    def __init__(self, site: Path, home: str, name: str) -> None:
        self.site = site
        self.home = home
        self.name = name
        self.leads_to: list[str] = []

    def from_file(self, tag: str, address: str) -> str:
        """An address as it has to be in a file. Links to copy, and links to what the stick does not
        have, lead to the website.
        """
        if not on_this_site(address):
            return address
        whole = urljoin(self.home + self.name.removesuffix("index.html"), address)
        target, place = urldefrag(whole)
        file = unquote(target.removeprefix(self.home))
        if file.endswith("/") or not file:
            file += "index.html"
        if "data-copy" in tag or file == PACKED or not (self.site / file).is_file():
            return whole
        self.leads_to.append(file)
        return posixpath.relpath(file, posixpath.dirname(self.name) or ".") + (
            f"#{place}" if place else ""
        )


def main() -> int:
    """Make the packed file of the built site, in this folder."""
    site = Path("site")
    file = Path(f"{NAME.format(day=draft_day(site))}.zip")
    pack(site, file)
    print(
        f"{file} has the whole site ({file.stat().st_size / 1000:.0f} KB). Unpack it on the stick,"
        " and open index.html there."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
