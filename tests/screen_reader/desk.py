"""A screen, a bus, Orca and a browser, in a home of their own: the user's desktop is not touched,
and all ends together.
"""

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from tests.screen_reader.notes import NoScreenReader, patiently, read

# Programs that we start, each with the Debian package that has it.
NEEDED = {
    "orca": "orca",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "setpriv": "util-linux",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
}
VOICE = Path(__file__).with_name("orca_voice.py")
SETTINGS = """
from orca import settings
settings.speechServerFactory = "orca_voice"
settings.speechFactoryModules = ["orca_voice"]
settings.enableBraille = False
"""
FLAGS = [
    "--force-renderer-accessibility",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
]
FLAGS += [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
]


class Desk:
    """A screen, a bus and a home of our own, and whatever was started there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.notes = home / "notes"
        self.environment = _environment(home)
        self._started: list[subprocess.Popen[str]] = []

    def set_up(self) -> None:
        """Start the screen, then the bus, then Orca. The bus starts the registry of AT-SPI when
        Orca asks for it.
        """
        self.environment["DISPLAY"] = ":" + self._first_line(
            "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(
            "dbus-daemon", "--session", "--nofork", "--print-address=1"
        )
        preferences = self.home / "preferences"
        preferences.mkdir()
        shutil.copy(VOICE, preferences)
        (preferences / "orca-customizations.py").write_text(SETTINGS, encoding="utf-8")
        self._start("orca", "--user-prefs", str(preferences))
        patiently(lambda: bool(read(self.notes)), "say that it is on")

    def browser(self) -> webdriver.Chrome:
        """Chromium with a window: without one, no screen reader would see it."""
        options = Options()
        options.binary_location = shutil.which("chromium") or ""
        for flag in FLAGS:
            options.add_argument(flag)
        return webdriver.Chrome(
            options=options, service=Service(shutil.which("chromedriver"), env=self.environment)
        )

    def clear(self) -> None:
        """End all that lives in our home, also what the bus started for us; gently first."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            for process in _living(self.home):
                with suppress(ProcessLookupError):
                    os.kill(process, sign)
            end = time.monotonic() + 5
            while _living(self.home) and time.monotonic() < end:
                time.sleep(0.05)
        # Even a dead Orca that nobody has asked for its result keeps the next one from starting.
        for started in self._started:
            started.communicate()

    def _start(self, *command: str) -> subprocess.Popen[str]:
        """Start a program that ends with us, even if we are killed. (Orca and the browser end when
        their screen does.)
        """
        mortal = ["setpriv", "--pdeathsig", "TERM", *command]
        with (self.home / f"{command[0]}.log").open("w") as log:
            started = subprocess.Popen(
                mortal, env=self.environment, stdout=subprocess.PIPE, stderr=log, text=True
            )
        self._started.append(started)
        return started

    def _first_line(self, *command: str) -> str:
        """Start a program, and return the line by which it says where it is to be found."""
        output = self._start(*command).stdout
        line = output.readline().strip() if output else ""
        if not line:
            raise NoScreenReader(
                f"{command[0]} did not start: {(self.home / f'{command[0]}.log').read_text()}"
            )
        return line


def check() -> None:
    """Say plainly what is not there."""
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if missing:
        raise NoScreenReader(
            f"No screen reader to test with. On Debian: sudo apt-get install {' '.join(missing)}"
        )


def _environment(home: Path) -> dict[str, str]:
    """Nothing of the user's own settings, and English as it is without translations. HOME also
    marks whatever is started.
    """
    own = {
        "HOME": home,
        "XDG_RUNTIME_DIR": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_CACHE_HOME": home / "cache",
    }
    own |= {"XDG_DATA_HOME": home / "data", "ORCA_NOTES": home / "notes"}
    fixed = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "GSETTINGS_BACKEND": "memory",
        "TZ": "UTC",
    }
    # The one makes Chromium talk to assistive technology at once, the other GTK.
    return (
        fixed
        | {name: str(path) for name, path in own.items()}
        | {"ACCESSIBILITY_ENABLED": "1", "GNOME_ACCESSIBILITY": "1"}
    )


def _living(home: Path) -> list[int]:
    """The processes that were started with our home, but not those that have ended (Linux no longer
    shows what they were given).
    """
    mark = f"HOME={home}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (process / "environ").read_bytes().split(b"\0"):
                found.append(int(process.name))
    return found
