"""The states that a page is looked at in: width, colours, zoom, text, print, menu, script."""

from dataclasses import dataclass
from typing import Literal

from a11y.settings import Settings


@dataclass(frozen=True)
class State:
    """How a reader meets a page. Width and height are in CSS pixels; `zoom` is how many of the
    screen's pixels one of them has.

    `text` is the size of letters in per cent of the reader's usual size. `spaced` is the spacing of
    WCAG 1.4.12.
    """

    name: str
    width: int = 1280
    height: int = 900
    zoom: int = 1
    text: int = 100
    dark: bool = False
    forced_colours: bool = False
    print: bool = False
    spaced: bool = False
    menu: Literal["as it is", "open"] = "as it is"
    script: bool = True


WIDE = State("light-1280")
DARK = State("dark-1280", dark=True)
NARROW = State("light-320", width=320, height=640)
NARROW_DARK = State("dark-320", width=320, height=640, dark=True)
FORCED_COLOURS = State("forced-colours", forced_colours=True)
PAPER = State("print", width=794, height=1123, print=True)
SPACED = State("text-spacing", width=320, height=640, spaced=True)
BIG_TEXT = State("text-200", text=200)
ZOOMED = State("zoom-400", width=320, height=256, zoom=4)
MENU_OPEN = State("menu-open-320", width=320, height=640, menu="open")
NO_SCRIPT = State("no-script-320", width=320, height=640, script=False)

# Every page is looked at in each of these.
STATES = [
    *(WIDE, DARK, NARROW, NARROW_DARK, FORCED_COLOURS, PAPER),
    *(SPACED, BIG_TEXT, ZOOMED, MENU_OPEN, NO_SCRIPT),
]


def state_called(name: str) -> State:
    """The state of a name."""
    return next(state for state in STATES if state.name == name)


def states_of(settings: Settings) -> list[State]:
    """The states that a site has: where its settings name no menu, nobody opens one."""
    return [state for state in STATES if settings.menu_open or state is not MENU_OPEN]
