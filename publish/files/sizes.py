"""How big a file is, beside the link to it: a page marks by an attribute where that goes. A file
that is made later, such as the packed site, stays without.
"""

from charter.site_facts import FILE_SIZE
from publish.site import Site

MEGABYTE = 1_000_000


def write(site: Site) -> None:
    """Fill in the size of each marked file that is there."""
    for page in site.pages.values():
        for element in page.find(f"//*[@{FILE_SIZE}]"):
            file = site.folder / element.attrib.pop(FILE_SIZE)
            if file.is_file():
                element.text += f" {_said(file.stat().st_size)}."


def _said(size: int) -> str:
    """A number of bytes in words."""
    if size < MEGABYTE:
        kilobytes = max(1, round(size / 1000))
        return f"{kilobytes} kilobyte{'s' * (kilobytes > 1)}"
    return f"{size / MEGABYTE:.1f} megabytes"
