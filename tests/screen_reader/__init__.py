"""A real screen reader, Orca, with Chromium: what does it say of a page?

Keys go to the X window by xdotool, because Orca never sees the keys that a WebDriver sends.
"""

import fcntl
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from selenium import webdriver

from tests.screen_reader.desk import Desk, check
from tests.screen_reader.notes import (
    NoScreenReader,
    Note,
    lines,
    once_loaded,
    patiently,
    read,
    soon,
)

__all__ = ["NoScreenReader", "Reader", "screen_reader"]

# Seconds of silence after which an answer to a key is over.
SILENCE = 0.5
# On a busy machine a page can load before Orca looks: then it is not read, and we load it again.
TRIES = 4


class Reader:
    """Orca and a browser, both running. Pages are read one after the other."""

    def __init__(self, browser: webdriver.Chrome, notes: Path, environment: dict[str, str]) -> None:
        self.browser = browser
        self._notes = notes
        self._environment = environment

    def transcript(self, url: str) -> list[str]:
        """All that Orca says of a page, a line for each piece. Orca reads a page from its top as
        soon as it has loaded.
        """
        for _ in range(TRIES):
            self.browser.get("about:blank")
            heard = self._settled()
            self.browser.get(url)
            if soon(partial(self._read_to_the_end, heard), 30):
                return lines(once_loaded(self._since(heard)))
        raise NoScreenReader(f"Orca did not read {url} to its end in {TRIES} tries")

    def press(self, *keys: str) -> list[str]:
        """What Orca says after keys, named as xdotool names them: Tab, h, ctrl+Home. It may say
        nothing.
        """
        heard = self._settled()
        subprocess.run(["xdotool", "key", *keys], env=self._environment, check=True)
        self._settled()
        return lines(self._since(heard))

    def read_on(self) -> list[str]:
        """What Orca says when it is asked to read from here to the end of the page (its key is the
        plus of the number pad).
        """
        heard = self._settled()
        subprocess.run(["xdotool", "key", "KP_Add"], env=self._environment, check=True)
        patiently(lambda: self._read_to_the_end(heard), "read on to the end")
        return lines(self._since(heard))

    def _read_to_the_end(self, heard: int) -> bool:
        return any(note.kind == "end" for note in self._since(heard))

    def _settled(self) -> int:
        """How many notes there are, once there has been silence for a while."""
        count, since = len(read(self._notes)), time.monotonic()
        while time.monotonic() - since < SILENCE:
            time.sleep(0.05)
            now = len(read(self._notes))
            if now != count:
                count, since = now, time.monotonic()
        return count

    def _since(self, heard: int) -> list[Note]:
        return read(self._notes)[heard:]


@contextmanager
def screen_reader() -> Iterator[Reader]:
    """Start Orca and a browser; afterwards nothing of them is left. One at a time: Orca refuses to
    be a user's second.
    """
    check()
    with ExitStack() as stack:
        stack.enter_context(_alone())
        desk = stack.enter_context(_desk_with_orca())
        browser = desk.browser()
        stack.callback(browser.quit)
        # A page that loads before Orca has seen the window is not read.
        patiently(
            lambda: any("Chromium" in note.text for note in read(desk.notes)),
            "notice the browser's window",
        )
        yield Reader(browser, desk.notes, desk.environment)


@contextmanager
def _desk_with_orca() -> Iterator[Desk]:
    """A desk on which Orca has said that it is on. Orca sometimes starts and stays silent, as when
    the registry of AT-SPI comes too late for it: then all of it is ended and started afresh.
    """
    with ExitStack() as stack:
        for last in [False] * (TRIES - 1) + [True]:
            home = tempfile.TemporaryDirectory(prefix="orca-", ignore_cleanup_errors=True)
            attempt = stack.enter_context(ExitStack())
            desk = Desk(Path(attempt.enter_context(home)))
            attempt.callback(desk.clear)
            try:
                desk.set_up()
            except NoScreenReader:
                if last:
                    raise
                attempt.close()
            else:
                break
        yield desk


@contextmanager
def _alone() -> Iterator[None]:
    """Wait until no other process of ours runs Orca."""
    with (Path(tempfile.gettempdir()) / f"orca-of-{os.getuid()}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
