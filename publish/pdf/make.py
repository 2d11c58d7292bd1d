"""Finished pages become PDF files, and a sheet that does not hold its words stops the build.

WeasyPrint lays out the built HTML with the styles for print. It is not needed to build the site:
without it there are no PDF files, nobody has looked whether the words fit, and the build says so.
"""

import logging
from typing import Any
from xml.etree.ElementTree import SubElement
from xml.sax.saxutils import escape

from charter.site_facts import ADDRESS_ON_PAPER, PdfPage, pdf_pages
from publish.pdf.colours import paint, read_roles
from publish.site import Site

# PDF for universal accessibility (ISO 14289-1): tagged, with language and title.
OPTIONS = {"pdf_variant": "pdf/ua-1"}
# All PDF files have the letters that sheets are measured with (theme/assets/styles/paper.css); in a
# browser, people's own fonts win.
# Letters that it does not have come from others: those of Nepali, Panjabi and Arabic.
FACE = (
    '"Liberation Sans", Arial, Helvetica, "Lohit Devanagari", "Lohit Gurmukhi",'
    ' "DejaVu Sans", sans-serif'
)
STYLE = (
    f":root {{ --text-face: {FACE} !important; --heading-face: {FACE} !important }}"
    f"@page {{ @bottom-left {{ font-family: {FACE} !important }}"
    f" @bottom-right {{ font-family: {FACE} !important }} }}"
)
# WeasyPrint says the language to readers of the file only; this says it to those who list files.
LANGUAGE = (
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about=""><dc:language>'
    "<rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language></rdf:Description>"
)
END = "</rdf:RDF>"
MISSING = (
    "No PDF files were made, and nobody looked whether the leaflet fits its sheet. For both: make"
    " paper, then again make site."
)
TOO_LONG = (
    "The words of {page} need {needed} sheets, and may have {allowed}. Nothing is cut off or made"
    " smaller, so please say it in fewer words."
)


def ready() -> bool:
    """Whether the tools that make PDF files are there."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):  # OSError: Pango, the library that sets its lines, is not there
        return False
    return True


def make(site: Site) -> list[str]:
    """Write the PDF file of each row into the built site. Returns what does not fit, in words for
    an editor.
    """
    # It warns of each style that only screens need.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    problems = []
    for row in pdf_pages(site.pages):
        document = _lay_out(site, row)
        if row.sheets and len(document.pages) > row.sheets:
            needed = len(document.pages)
            problems.append(TOO_LONG.format(page=row.page, needed=needed, allowed=row.sheets))
        else:
            document.write_pdf(site.folder / row.pdf, finisher=_say_language, **OPTIONS)
    return problems


def _lay_out(site: Site, row: PdfPage) -> Any:
    import weasyprint

    page = site.pages[row.page]
    html = weasyprint.HTML(
        string=page.file.read_text(encoding="utf-8"),
        # The page's whole address, so that its links work from paper, too.
        base_url=page.url,
        url_fetcher=_fetcher(site),
    )
    paint(html.etree_element, read_roles(site.folder))
    _link_addresses(html.etree_element, site.url)
    return html.render(stylesheets=[weasyprint.CSS(string=STYLE)], **OPTIONS)


def _link_addresses(tree: Any, home: str) -> None:
    """Let the site's address lead there. (On a screen, the sheet stands on the site itself.)"""
    for part in tree.iter():
        if ADDRESS_ON_PAPER in part.get("class", "").split() and not len(part):
            SubElement(part, "a", href=home).text, part.text = part.text, None


def _say_language(document: Any, pdf: Any) -> None:
    """Add the language to the file's XMP metadata."""
    (metadata,) = (
        each for each in pdf.objects if getattr(each, "extra", {}).get("Type") == "/Metadata"
    )
    told = metadata.stream[0].decode()
    said = LANGUAGE.format(escape(document.metadata.lang))
    metadata.stream[0] = told.replace(END, said + END).encode()


def _fetcher(site: Site) -> Any:
    """What WeasyPrint reads a page's files with: from the built site, never from the network."""
    import weasyprint

    class FromSite(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            file = site.pages["/"].file_of(url)
            if file is None:
                raise ValueError(f"{url} is not part of the site")
            return super().fetch(file.as_uri(), headers)

    return FromSite(fail_on_errors=True)
