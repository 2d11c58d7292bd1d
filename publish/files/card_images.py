"""Drawings become the pictures that other sites show with a link to a page: PNG files of 1200 by
630 dots, which those sites ask for.

No reader's browser loads them: a page only names one in its head. They hold no words, so no font on
this computer plays a part.
"""

from io import BytesIO
from xml.etree import ElementTree

from charter.model import Charter
from charter.site.social_cards import previews
from publish.pdf.colours import SVG, coloured, read_roles
from publish.site import Site

# So many colours are enough for flat drawings with soft edges, and make the file less than half as
# big.
COLOURS = 96


def draw(site: Site, charter: Charter) -> None:
    """Write a PNG file for each drawing, in a site whose styles still stand in files."""
    import resvg_py
    from PIL import Image

    ElementTree.register_namespace("", SVG.strip("{}"))
    roles = read_roles(site.folder)
    for name, text in previews(charter).items():
        drawing = ElementTree.fromstring(text)
        coloured(drawing, roles)
        dots = resvg_py.svg_to_bytes(
            svg_string=ElementTree.tostring(drawing, encoding="unicode"), skip_system_fonts=True
        )
        picture = Image.open(BytesIO(dots)).convert("RGB")
        file = (site.folder / name).with_suffix(".png")
        file.parent.mkdir(exist_ok=True)
        quick = Image.Quantize.FASTOCTREE  # a fifth of the time, and 3 KB more
        picture.quantize(COLOURS, quick, dither=Image.Dither.NONE).save(file, optimize=True)
