"""Make sure that there is a browser to check pages with: find one, or install Debian's, or say how
to get one.
"""

import os
import shutil
import sys

from publish.debian import install

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
ADVICE = (
    "No browser found. Install Google Chrome, or Chromium with its driver (on Debian: sudo apt-get"
    " install chromium chromium-driver)."
)


def browser() -> str | None:
    """The path of a Chrome or Chromium, or nothing."""
    named = os.environ.get("CHROME")
    found = [named] if named else [path for name in BROWSERS if (path := shutil.which(name))]
    return found[0] if found else (MAC if os.path.exists(MAC) else None)  # noqa: PTH110


def driver() -> str | None:
    """The path of a chromedriver; without one, Selenium looks for one itself."""
    return shutil.which("chromedriver")


def main() -> int:
    """Find or install a browser; the exit status is 0 where there is one."""
    if browser() is None:
        install(["chromium", "chromium-driver"])
    if shutil.which("chromium") and not shutil.which(PROGRAM):
        install([WITHOUT_WINDOWS])
    if browser() is None:
        print(ADVICE, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
