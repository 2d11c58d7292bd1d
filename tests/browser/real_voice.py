"""A browser with real voices: espeak-ng, by way of speech-dispatcher. What they are given to say is
in a log, and what they say is recorded from a sound device that is none.
"""

import os
import re
import shutil
import subprocess
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

# Programs that we start, each with the Debian package that has it.
NEEDED = {
    "speech-dispatcher": "speech-dispatcher",
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "setpriv": "util-linux",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
}
MODULE = "speech-dispatcher-modules/sd_espeak-ng"
SETTINGS = """LogLevel 5
LogDir "{home}"
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
DefaultLanguage "en"
"""
FLAGS = [
    *("--headless=new", "--enable-speech-dispatcher", "--no-sandbox", "--disable-gpu"),
    *("--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"),
]
RATE = 8000  # samples of sound in a second
LOUD = 300  # of 32,768: silence has none
GIVEN = re.compile(r"Queueing message \|(.*)\| with priority")
PATIENCE = 20.0


class NoVoice(Exception):
    """There are no voices here."""


class Speaking:
    """A browser whose pages can speak."""

    def __init__(self, browser: webdriver.Chrome, home: Path) -> None:
        self.browser = browser
        self._home = home

    @property
    def given(self) -> list[str]:
        """All that the voice was given to say so far."""
        log = self._home / "speech-dispatcher.log"
        return GIVEN.findall(log.read_text(encoding="utf-8")) if log.exists() else []

    def heard(self) -> list[bool]:
        """For each tenth of a second, whether anything was to be heard."""
        sound = (self._home / "heard").read_bytes()
        samples, tenth = array("h", sound[: len(sound) // 2 * 2]), RATE // 10
        starts = range(0, len(samples), tenth)
        return [max(map(abs, samples[start : start + tenth])) > LOUD for start in starts]


def check() -> None:
    """Say plainly what is not there."""
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if not any(Path("/usr").glob(f"lib/{where}{MODULE}") for where in ("", "*/")):
        missing.append("speech-dispatcher-espeak-ng")
    if missing:
        raise NoVoice(f"No voices here. On Debian: sudo apt-get install {' '.join(missing)}")


@contextmanager
def speaking(home: Path) -> Iterator[Speaking]:
    """A browser with voices. It keeps all that it keeps in its home, an empty folder."""
    check()
    sound = home / "sound"
    own = {"HOME": home, "XDG_RUNTIME_DIR": home, "XDG_CONFIG_HOME": home / "config"}
    environment = {
        **{name: str(path) for name, path in own.items()},
        **{"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PULSE_SERVER": f"unix:{sound}"},
    }
    with ExitStack() as stack:
        device = ["-L", "module-null-sink sink_name=none"]
        socket = ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={sound}"]
        alone = ["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
        _start(stack, environment, "pulseaudio", *alone, *device, *socket)
        _until(sound.exists)
        kept = [f"--rate={RATE}", "--channels=1", "--format=s16", str(home / "heard")]
        _start(stack, environment, "parec", "-d", "none.monitor", *kept)
        (home / "speechd.conf").write_text(SETTINGS.format(home=home), encoding="utf-8")
        (home / "modules").mkdir()
        (home / "modules/espeak-ng.conf").touch()
        _start(stack, environment, "speech-dispatcher", "-s", "-t", "0", "-C", str(home))
        _until((home / "speech-dispatcher/speechd.sock").exists)
        options = Options()
        options.binary_location = shutil.which("chromium") or ""
        for flag in FLAGS:
            options.add_argument(flag)
        service = Service(shutil.which("chromedriver"), env=environment)
        browser = webdriver.Chrome(options=options, service=service)
        stack.callback(browser.quit)
        yield Speaking(browser, home)


def _start(stack: ExitStack, environment: dict[str, str], *command: str) -> None:
    """Start a program that ends with us, even if we are killed."""
    mortal = ["setpriv", "--pdeathsig", "TERM", *command]
    quiet = subprocess.DEVNULL
    started = stack.enter_context(
        subprocess.Popen(mortal, env=environment, stdout=quiet, stderr=quiet)
    )
    stack.callback(started.terminate)


def _until(ready: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > until:
            raise NoVoice("speech-dispatcher or its sound did not start")
        time.sleep(0.05)
