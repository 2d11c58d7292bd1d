"""Leave out the theme's files that no page uses: Material brings a megabyte of scripts and styles
of its own.
"""

from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from publish.rewrite import ADDRESS


def tidy(site: Path) -> int:
    """Remove every file below `assets/` that no page of the site refers to. Returns how many.

    (The 404 page has the same frame as the others, but absolute addresses, which depend on where
    the site is published.)
    """
    used = {file for page in site.rglob("index.html") for file in _used_by(page, site)}
    unused = [file for file in (site / "assets").rglob("*") if file.is_file() and file not in used]
    for file in unused:
        file.unlink()
    for folder in sorted((site / "assets").rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return len(unused)


def _used_by(page: Path, site: Path) -> set[Path]:
    here = "/" + page.relative_to(site).as_posix()
    found = {unescape(address) for _, address in ADDRESS.findall(page.read_text(encoding="utf-8"))}
    return {site / unquote(urlsplit(urljoin(here, address)).path).lstrip("/") for address in found}
