"""Find the browser to check pages with. (tools/system_packages.py installs one.)"""

import os
import shutil

# Chromium without its windows is the same engine, and a page takes it a third less time.
WITHOUT_WINDOWS = "chromium-headless-shell"
# Debian's command of that name is a script that does not end its browser with itself, so the
# program is named.
PROGRAM = f"/usr/lib/chromium/{WITHOUT_WINDOWS}"
BROWSERS = [
    PROGRAM,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
]
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def browser() -> str | None:
    """The path of a Chrome or Chromium, or nothing."""
    named = os.environ.get("CHROME")
    found = [named] if named else [path for name in BROWSERS if (path := shutil.which(name))]
    return found[0] if found else (MAC if os.path.exists(MAC) else None)  # noqa: PTH110


def driver() -> str | None:
    """The path of a chromedriver; without one, Selenium looks for one itself."""
    return shutil.which("chromedriver")
