"""The states that a page is looked at in: width, colours, script."""

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """How a reader meets a page. Width and height are in CSS pixels."""

    name: str
    width: int = 1280
    height: int = 900
    dark: bool = False
    script: bool = True
    print: bool = False


WIDE = State("light-1280")
DARK = State("dark-1280", dark=True)
NARROW = State("light-320", width=320, height=640)
NARROW_DARK = State("dark-320", width=320, height=640, dark=True)
EVERY_PAGE = [WIDE, DARK, NARROW, NARROW_DARK]
NO_SCRIPT = State("no-script-320", width=320, height=640, script=False)
PAPER = State("print", width=794, height=1123, print=True)
