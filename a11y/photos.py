"""`python -m a11y.photos FOLDER TO < PAGES`: a picture of each page of a built site, as on a phone
and on a desk. Each line of what is piped in is a page's address, such as /charter/.
"""

import base64
import sys
from pathlib import Path

from a11y.browser.driver import end_chrome, shown
from a11y.browser.states import NARROW, WIDE
from a11y.site import serve

WIDTHS = {"phone": NARROW, "desk": WIDE}
MOST_PAGES, TALLEST = 24, 12_000  # pages in a run, and CSS pixels of a picture


def main(folder: Path, to: Path, pages: list[str]) -> None:
    """Take the pictures, each as a PNG file with the page's name."""
    site = serve(folder)
    to.mkdir(parents=True)  # a new one: nothing of anybody's is written over
    for page in pages[:MOST_PAGES]:
        for name, state in WIDTHS.items():
            with shown(page.lstrip("/"), state, where=site) as browser:
                height = browser.execute_script("return document.documentElement.scrollHeight")
                tall = min(height, TALLEST)
                clip = {"x": 0, "y": 0, "width": state.width, "height": tall, "scale": 1}
                asked = {"clip": clip, "captureBeyondViewport": True}
                taken = browser.execute_cdp_cmd("Page.captureScreenshot", asked)
            file = to / f"{page.strip('/').replace('/', '-') or 'home'}-{name}.png"
            file.write_bytes(base64.b64decode(taken["data"]))
    if left := pages[MOST_PAGES:]:
        (to / "no-pictures-of.txt").write_text("\n".join(left) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]), sys.stdin.read().split())
    finally:
        end_chrome()
