"""Pictures of a part of the window, and what changed between two of them."""

import base64
import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image
from selenium.webdriver import Chrome

Pixels = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Change:
    """How many pixels changed at all, and how many of those to a colour that stands out from the
    one before.
    """

    any: int
    strong: int


def picture(browser: Chrome, x: float, y: float, width: float, height: float) -> Pixels:
    """A part of the window, in CSS pixels from its corner: rows of red, green and blue pixels."""
    left, top = browser.execute_script("return [scrollX, scrollY]")
    clip = {"x": left + x, "y": top + y, "width": width, "height": height, "scale": 1}
    made = browser.execute_cdp_cmd(
        "Page.captureScreenshot", {"format": "png", "clip": clip, "optimizeForSpeed": True}
    )
    pixels: Pixels = np.asarray(
        Image.open(io.BytesIO(base64.b64decode(made["data"]))).convert("RGB")
    )
    return pixels


def change(before: Pixels, after: Pixels, contrast: float) -> Change:
    """What changed between two pictures of the same place. `contrast` is the ratio, from 1 to 21,
    from which a change is strong.
    """
    changed = (before != after).any(axis=2)
    one, other = _luminance(before[changed]), _luminance(after[changed])
    ratio = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return Change(int(changed.sum()), int((ratio >= contrast).sum()))


def _luminance(pixels: Pixels) -> Pixels:
    """The relative luminance of WCAG 2, from 0 for black to 1 for white."""
    parts = pixels / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    luminance: Pixels = linear @ np.array([0.2126, 0.7152, 0.0722])
    return luminance
