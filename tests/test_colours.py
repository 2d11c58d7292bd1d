"""Ink on its own background is at 7:1 or better, in light and in dark: worked out from the
files that name colours.
"""

import re
from itertools import product

import pytest

from charter.model import values
from tests.project import ROOT

STYLES = ROOT / "theme/assets/styles"
SHEETS = "".join(
    (STYLES / f"{name}.css").read_text(encoding="utf-8")
    for name in ("roles", "looks", "looks-more", "area")
)
LIGHT = re.findall(r"(?ms)^:root, \.sheet \{.*?^\}", SHEETS)
DARK = re.findall(r"(?ms)^@media \(prefers-color-scheme: dark\) \{.*?^\}", SHEETS)
LOOKS = sorted(set(re.findall(r"\.look-(\w+)", SHEETS)))
MAP = ["elsewhere", "land", "sea"]


def scheme(dark: bool) -> dict[str, str]:
    """The colours of a scheme by role; what dark does not name, it takes from light."""
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,8});", "".join(LIGHT + DARK * dark)))


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2, from 0 for black to 1 for white."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:4])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def pairs() -> list[tuple[str, str]]:
    """Every ink and what it stands on."""
    plain = [("ink", ground) for ground in ("page", "paper", "wall", "glow", *MAP)] + [
        ("link", ground) for ground in ("page", "paper")
    ]
    tinted = [(ink, f"{look}-tint") for look in LOOKS for ink in ("ink", "link-on-tint", look)]
    strong = [pair for look in LOOKS for pair in ((look, "page"), (look, "paper"))]
    return [*plain, ("link-on-tint", "wall"), *tinted, *strong]


@pytest.mark.parametrize(("dark", "pair"), list(product([False, True], pairs())), ids=str)
def test_ink_stands_out_from_what_it_stands_on(dark: bool, pair: tuple[str, str]) -> None:
    colours = scheme(dark)
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 7


@pytest.mark.parametrize("dark", [False, True])
def test_the_two_tones_of_the_focus_ring_stand_out_from_each_other_and_one_from_each_ground(
    dark: bool,
) -> None:
    colours = scheme(dark)
    grounds = ["page", "paper", "wall", *LOOKS, *(f"{look}-tint" for look in LOOKS)]
    for ground in grounds:
        assert (
            max(
                contrast(colours["ink"], colours[ground]),
                contrast(colours["ring"], colours[ground]),
            )
            >= 3
        ), ground


def test_every_look_that_the_model_offers_has_its_colours_in_both_schemes() -> None:
    assert sorted(values.LOOKS) == LOOKS
    for dark in (False, True):
        assert all({look, f"{look}-tint"} <= set(scheme(dark)) for look in LOOKS)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
