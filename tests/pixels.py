"""How a page looks, down to the last pixel: on the screen and on paper."""

import base64
import hashlib
from typing import Any

import pypdfium2
from selenium.webdriver import Chrome

from a11y.browser.driver import printed


def on_screen(browser: Chrome) -> bytes:
    """The whole open page as a picture, also what lies below the screen's edge."""
    size = browser.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    settings: dict[str, Any] = {
        "format": "png",
        "optimizeForSpeed": True,
        "captureBeyondViewport": True,
        "clip": {**size, "scale": 1},
    }
    return base64.b64decode(browser.execute_cdp_cmd("Page.captureScreenshot", settings)["data"])


def on_paper(browser: Chrome) -> bytes:
    """The open page as printed: a fingerprint of all sheets, drawn with 72 dots to the inch."""
    sheets = pypdfium2.PdfDocument(printed(browser))
    assert len(sheets) >= 1
    return hashlib.sha256(
        b"".join(sheet.render(scale=1).to_numpy().tobytes() for sheet in sheets)
    ).digest()
