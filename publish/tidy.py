"""Leave out the theme's files that no page uses: Material brings a megabyte of scripts and styles
of its own.
"""

from publish.site import Site

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
