"""Drawings become the pictures that other sites show with a link to a page: PNG files of 1200 by
630 dots, which those sites ask for.

No reader's browser loads them: a page only names one in its head. They hold no words, so no font on
this computer plays a part.
"""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import resvg_py
from PIL import Image

from publish.pdf.colours import SVG, coloured

FOLDER = Path("previews")
ROLES = Path("assets/styles/roles.css")
# So many colours are enough for flat drawings with soft edges, and make the file less than half as
# big.
COLOURS = 96


def draw_previews(site: Path) -> None:
    """Put a PNG file in the place of each drawing below `previews/` of a built site, whose styles
    still stand in files.
    """
    ElementTree.register_namespace("", SVG.strip("{}"))
    roles = (site / ROLES).read_text(encoding="utf-8")
    for file in sorted((site / FOLDER).glob("*.svg")):
        drawing = ElementTree.fromstring(file.read_text(encoding="utf-8"))
        coloured(drawing, roles)
        dots = resvg_py.svg_to_bytes(
            svg_string=ElementTree.tostring(drawing, encoding="unicode"), skip_system_fonts=True
        )
        picture = (
            Image.open(BytesIO(dots)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        )
        picture.save(file.with_suffix(".png"), optimize=True)
        file.unlink()
