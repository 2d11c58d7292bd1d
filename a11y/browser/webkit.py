"""A second browser engine, WebKitGTK, driven by WebDriver: Safari's engine as Debian has it.

It needs a screen, so it gets one of its own. Its buttons would keep its window from being narrower
than about 450 px, so they are styled down to nothing.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

# Programs that we start, each with the Debian package that has it.
NEEDED = {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb", "setpriv": "util-linux"}
NO_BUTTONS = """* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0;
  font-size: 1px; -gtk-icon-source: none; }"""
PATIENCE = 5.0  # seconds that the window may take to follow
SIZE = "return [innerWidth, innerHeight]"


class NoWebKit(Exception):
    """WebKit can't be run here."""


@contextmanager
def webkit(home: Path, dark: bool = False) -> Iterator[WebDriver]:
    """WebKit's MiniBrowser, under automation. It keeps all that it keeps in its home, an empty
    folder, and saves files there.
    """
    _check()
    with _screen() as display:
        settings = home / ".config" / "gtk-3.0" / "gtk.css"
        settings.parent.mkdir(parents=True)
        settings.write_text(NO_BUTTONS, encoding="utf-8")
        options = Options()
        options.binary_location = str(_browser())
        options.add_argument("--automation")
        if dark:
            options.add_argument("--dark-mode")
        own = {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "DISPLAY": display,
            "GSETTINGS_BACKEND": "memory",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
            "GDK_BACKEND": "x11",
            **own,
        }
        service = Service(shutil.which("WebKitWebDriver"), env=environment)
        service.start()
        try:
            # webdriver.WebKitGTK would do the same, but in a way that Selenium itself warns of.
            connection = RemoteConnection(
                client_config=ClientConfig(remote_server_addr=service.service_url)
            )
            with WebDriver(command_executor=connection, options=options) as started:
                yield started
        finally:
            service.stop()


def sized(browser: WebDriver, width: int, height: int) -> None:
    """Make the window so large that a page in it has this size."""
    wanted = [width, height]
    until = time.monotonic() + PATIENCE
    while (page := browser.execute_script(SIZE)) != wanted:
        if time.monotonic() > until:
            raise TimeoutError(f"the page's size is {page}, not {wanted}")
        window = browser.get_window_rect()
        browser.set_window_rect(
            0, 0, window["width"] + width - page[0], window["height"] + height - page[1]
        )
        time.sleep(0.1)


def _check() -> None:
    """Say plainly what is not there."""
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if missing:
        raise NoWebKit(
            f"No WebKit to test with. On Debian: sudo apt-get install {' '.join(missing)}"
        )


def _browser() -> Path:
    """The small browser that comes with the library, which is in no PATH."""
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    if not found:
        raise NoWebKit(
            "WebKitWebDriver is there, but its MiniBrowser is not (it is part of libwebkit2gtk)"
        )
    return found[-1]


@contextmanager
def _screen() -> Iterator[str]:
    """An X server on a display that nobody uses."""
    command = [
        "setpriv",
        "--pdeathsig",
        "TERM",
        "Xvfb",
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1280x1024x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield ":" + server.stdout.readline().strip()
        finally:
            server.terminate()
