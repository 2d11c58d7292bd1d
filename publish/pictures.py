"""Drawings of a page in files of their own, `assets/pictures/`: a page with many shows without
waiting for them. A template marks such a drawing with `data-file` and its name.

They are not loaded lazily: a browser may print what it has not loaded yet as nothing. A drawing
stays inside the page for `make serve` and for PDF files. (decisions/0014-weight.md)
"""

from lxml import etree, html

from publish.site import Page, Site

FOLDER = "assets/pictures"
SVG = "http://www.w3.org/2000/svg"


def write(site: Site) -> None:
    """Move each drawing that is marked into its file, and show that file in its place."""
    (site.folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for page in site.every_page:
        for drawing in page.find("//svg[@data-file]"):
            _move(page, drawing)


def _move(page: Page, drawing: html.HtmlElement) -> None:
    name = f"{FOLDER}/{drawing.attrib.pop('data-file')}.svg"
    root = "../" * page.path.count("/")
    alt = drawing.attrib.pop("aria-label")
    picture = html.Element("img", src=root + name, alt=alt, width="120", height="120")
    picture.tail, drawing.tail = drawing.tail, None
    drawing.getparent().replace(drawing, picture)
    del drawing.attrib["role"]
    # Serialised HTML has all names in small letters, and XML knows this one in its own alone.
    drawing.set("viewBox", drawing.attrib.pop("viewbox"))
    drawing.set("xmlns", SVG)
    (page.site.folder / name).write_bytes(etree.tostring(drawing, encoding="utf-8"))
