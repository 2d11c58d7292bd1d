"""Leave out what nobody needs: the theme's files that no page uses (Material brings a megabyte of
scripts and styles of its own), comments in scripts, addresses that a printed page has said already,
and a sheet for the foot alone.
"""

from rjsmin import jsmin

from charter.site_facts import AGAIN, LAST
from publish.site import SCRIPTS, Site

UNPRINTED = (
    "ancestor-or-self::*[self::nav or self::template or contains(@class, 'moved') or"
    " contains(@class, 'not-on-paper') or contains(@class, 'copy')]"
)
PRINTED = (
    f"//main//*[self::p or self::li or self::dd or self::td][normalize-space()][not({UNPRINTED})]"
)
ASSETS = "//@href[contains(., 'assets/')] | //@src[contains(., 'assets/')]"


def remove_unused(site: Site) -> int:
    """Remove every file below `assets/` that no page of the site refers to. Returns how many."""
    assets = site.folder / "assets"
    used = {page.file_of(link) for page in site.every_page for link in page.find(ASSETS)}
    unused = [file for file in assets.rglob("*") if file.is_file() and file not in used]
    for file in unused:
        file.unlink()
    for folder in sorted(assets.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return len(unused)


def minify_scripts(site: Site) -> None:
    """Take blanks and comments out of the scripts of pages."""
    for file in (site.folder / SCRIPTS).glob("*.js"):
        file.write_text(jsmin(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def mark_for_paper(site: Site) -> None:
    """Mark the page's last line, and each link to where one above it leads. (print.css)"""
    for page in site.every_page:
        for last in page.find(PRINTED)[-1:]:
            last.set(LAST, "")
        said: set[str] = set()
        for link in page.find("//main//a[starts-with(@href, 'http')] | //footer//a[@href]"):
            if link.get("href") in said:
                link.set(AGAIN, "")
            said.add(link.get("href"))
