"""Drawings become the pictures that other sites show with a link to a page: PNG files of 1200 by
630 dots, which those sites ask for.

No reader's browser loads them: a page only names one in its head. They hold no words, so no font on
this computer plays a part.
"""

from functools import partial
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from charter.model import Charter
from charter.render.kept import kept
from charter.site.social_cards import previews
from publish.pdf.colours import SVG, coloured, read_roles
from publish.site import Site

# So many colours are enough for flat drawings with soft edges, and make the file less than half as
# big.
COLOURS = 96
CODE = Path(__file__)


def draw(site: Site, charter: Charter) -> None:
    """Write a PNG file for each drawing, in a site whose styles still stand in files."""
    ElementTree.register_namespace("", SVG.strip("{}"))
    roles = read_roles(site.folder)
    made_with = " ".join(map(version, ("resvg_py", "pillow"))).encode() + CODE.read_bytes()
    for name, text in previews(charter).items():
        drawing = ElementTree.fromstring(text)
        coloured(drawing, roles)
        svg = ElementTree.tostring(drawing, encoding="unicode")
        file = (site.folder / name).with_suffix(".png")
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(kept(made_with + svg.encode(), partial(_png, svg)))


def _png(svg: str) -> bytes:
    """It takes a seventh of a build to draw all six, and 10 milliseconds to find them again."""
    import resvg_py
    from PIL import Image

    dots = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    picture = Image.open(BytesIO(dots)).convert("RGB")
    quick = Image.Quantize.FASTOCTREE  # a fifth of the time, and 3 KB more
    file = BytesIO()
    picture.quantize(COLOURS, quick, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()
