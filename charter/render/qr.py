"""A web address as a square code (a QR code) that a phone's camera reads."""

from functools import cache
from itertools import groupby

import segno

# Light modules around the code, so that a camera finds its edge (ISO/IEC 18004).
QUIET = 4


def side(address: str) -> int:
    """How many modules wide and high the drawing of `code` is."""
    return int(_made(address).symbol_size(border=QUIET)[0])


def code(address: str) -> str:
    """The dark modules as the `d` of an SVG path, one module a unit. It still reads with 15 % of it
    lost (level M)."""
    strokes = []
    for down, row in enumerate(_made(address).matrix_iter(border=QUIET)):
        across = 0
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                strokes.append(f"M{across} {down}h{width}v1h-{width}z")
            across += width
    return "".join(strokes)


@cache
def _made(address: str) -> segno.QRCode:
    return segno.make(address, micro=False, error="m", boost_error=False)
