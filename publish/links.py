"""Which file of the site does an address on a page lead to?"""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


def home(site: Path) -> str:
    """The address that the site is made for; a site that was told none stands at the root of its
    host.
    """
    found = re.search(
        r'<link rel="canonical" href="([^"]*)"', (site / "index.html").read_text(encoding="utf-8")
    )
    return found[1] if found else "https://site.invalid/"


def file(address: str, page: Path, site: Path, root: str) -> Path | None:
    """The file of a built site that `address` on `page` leads to; none, where it leads to another
    host or is data.

    `root` is the address of the site's home. The page for wrong addresses has absolute addresses,
    others relative ones.
    """
    whole = urljoin(urljoin(root, page.relative_to(site).as_posix()), address)
    return (
        site / unquote(urlsplit(whole.removeprefix(root)).path) if whole.startswith(root) else None
    )
