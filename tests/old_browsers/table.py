"""The browsers that the site is tried in, what each stands for, and how each is started."""

from collections.abc import Iterator, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from a11y.browser import install
from a11y.browser.webkit import webkit
from tests.browser.voices import FAST, OWN, made_up
from tests.old_browsers import lacking
from tests.old_browsers.chromium import Chromium, unpacked
from tests.old_browsers.firefox import Firefox
from tests.old_browsers.lacking import Lacking
from tests.old_browsers.remote import Browser
from tests.old_browsers.webkit import WebKit

HERE = Path(__file__).parent
# Two addresses of a page have made-up voices: one that reads, and none.
SPEECH = "".join(
    f"if (location.search === '?{name}') {made_up(voices, **FAST)}\n"
    for name, voices in {"voice": OWN, "silent": []}.items()
)
LISTEN = (HERE / "listen.js").read_text(encoding="utf-8") + SPEECH
ALL = {":has()", "popover", "anchor positioning", "scroll anchoring"}


@dataclass(frozen=True)
class OldBrowser:
    """A browser: which features it has, and which its pages are read without. `chromium` is the
    version of an old one.
    """

    name: str
    has: Set[str]
    lacking: Lacking = lacking.NOTHING
    chromium: int = 0

    @property
    def is_newest(self) -> bool:
        """Whether it is the Chromium that all other tests use."""
        return self.name.startswith("newest")


OLD_BROWSERS = [
    OldBrowser("Chromium 92", {"scroll anchoring"}, chromium=92),
    OldBrowser("Chromium 103", {"scroll anchoring"}, chromium=103),
    OldBrowser("Chromium 112", {":has()"}, lacking.SCROLL_ANCHORING, chromium=112),
    OldBrowser("Chromium 117", {":has()", "popover", "scroll anchoring"}, chromium=117),
    OldBrowser("Firefox ESR", ALL),
    OldBrowser("WebKit", ALL - {"scroll anchoring"}),
    OldBrowser("newest, no anchors", ALL - lacking.ANCHORS.features, lacking.ANCHORS),
    OldBrowser("newest, no popover", ALL - lacking.POPOVER.features, lacking.POPOVER),
    OldBrowser("newest, no :has()", ALL - lacking.HAS.features, lacking.HAS),
]


@contextmanager
def started(old: OldBrowser, home: Path) -> Iterator[Browser]:
    """The running browser; it keeps all that it keeps below a folder."""
    own = home / "home"
    own.mkdir()
    if old.name == "WebKit":
        with webkit(own) as driver:
            yield WebKit(driver, own)
        return
    running = Firefox(own) if old.name == "Firefox ESR" else Chromium(_program(old), own)
    with closing(running):
        yield running


def _program(old: OldBrowser) -> Path:
    return unpacked(old.chromium) if old.chromium else Path(install.browser() or "")
