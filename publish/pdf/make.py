"""Finished pages become PDF files, and a sheet that does not hold its words stops the build.

WeasyPrint lays out the built HTML with the styles for print. It is not needed to build the site:
without it there are
no PDF files, nobody has looked whether the words fit, and the build says so.
"""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from publish.pdf.colours import paint
from publish.pdf.fit import FITTED, over, told

try:
    import weasyprint
except (
    ImportError,
    OSError,
):  # OSError: the package is there, but not Pango, the library that sets its lines
    weasyprint = None


@dataclass(frozen=True)
class Paper:
    """A page of the site, the file that it becomes, the paper's size, and how many sheets may be
    used (any number, if left out).
    """

    page: str
    pdf: str
    size: str
    sheets: int | None = None


# A page that is to be a PDF file is one more row here.
PAPERS = [
    Paper("leaflet/", "leaflet/leaflet.pdf", "A4", sheets=1),
    Paper("leaflet/card/", "leaflet/card.pdf", "A4", sheets=1),
    Paper("leaflet/large-print/", "leaflet/large-print.pdf", "A4"),
    Paper("leaflet/poster/", "leaflet/poster.pdf", "A3", sheets=1),
    Paper("easy-read/", "easy-read/easy-read.pdf", "A4"),
]
# PDF for universal accessibility (ISO 14289-1): tagged, with language and title.
OPTIONS = {"pdf_variant": "pdf/ua-1"}
WIDTHS = {"A4": "210mm", "A3": "297mm"}
# All words on one endless sheet show how much of them is too much.
ENDLESS = "@page {{ size: {width} 5000mm !important }}"
MISSING = (
    "No PDF files were made, and nobody looked whether the leaflet fits its sheet. For both: make"
    " paper, then again make site."
)


def ready() -> bool:
    """Whether the tools that make PDF files are there."""
    return weasyprint is not None


def make(site: Path, project: Path) -> list[str]:
    """Write the PDF file of each row into the built site. Returns what does not fit, in words for
    an editor.
    """
    logging.getLogger("weasyprint").setLevel(
        logging.ERROR
    )  # it warns of each style that only screens need
    problems = []
    for paper in PAPERS:
        page = _Read(site / paper.page / "index.html", site)
        endless = page.lay_out(ENDLESS.format(width=WIDTHS[paper.size]))
        excess = over(endless.pages)
        document = page.lay_out()
        if excess or (paper.sheets and len(document.pages) > paper.sheets):
            problems.append(
                told(f"/{paper.page}", excess, len(document.pages), page.tree, project / FITTED)
            )
        else:
            document.write_pdf(site / paper.pdf, **OPTIONS)
    return problems


class _Read:
    """A built page, ready to be laid out any number of times."""

    def __init__(self, file: Path, site: Path) -> None:
        root = "/".join([".."] * len(file.parent.relative_to(site).parts))
        text = file.read_text(encoding="utf-8")
        # The page's whole address, so that its links work from paper, too.
        address = text.split('<link rel="canonical" href="')[1].split('"')[0]
        self.home = urljoin(address, f"{root}/")
        roles = (site / "assets/styles/roles.css").read_text(encoding="utf-8")
        self.html = weasyprint.HTML(
            string=text, base_url=address, url_fetcher=_fetcher(self.home, site)
        )
        self.tree = self.html.etree_element
        paint(self.tree, roles)

    def lay_out(self, style: str = "") -> Any:
        """WeasyPrint's document: pages of boxes. `style` comes on top of the page's own styles."""
        return self.html.render(stylesheets=[weasyprint.CSS(string=style)], **OPTIONS)


def _fetcher(home: str, site: Path) -> Any:
    """What WeasyPrint reads a page's files with: from the built site, and never from the network."""

    class FromSite(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if not url.startswith(home):
                raise ValueError(f"{url} is not part of the site")
            return super().fetch(
                (site / unquote(urlsplit(url.removeprefix(home)).path)).as_uri(), headers
            )

    return FromSite(fail_on_errors=True)
