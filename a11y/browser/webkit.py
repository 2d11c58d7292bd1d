"""A second browser engine, WebKitGTK, driven by WebDriver: Safari's engine as Debian has it.

It needs a screen, so it gets one of its own. Its window can't be narrower than about 450 px,
because of its buttons:
`narrow` shows a page in a frame of 320 px, and styles that ask for the width go by the frame.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from a11y.js import script

# Programs that we start, each with the Debian package that has it.
NEEDED = {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb", "setpriv": "util-linux"}
FRAME = script("webkit-frame")


class NoWebKit(Exception):
    """WebKit can't be run here."""


@contextmanager
def webkit(dark: bool = False) -> Iterator[WebDriver]:
    """WebKit's MiniBrowser, under automation; afterwards nothing of it is left."""
    _check()
    with TemporaryDirectory(prefix="webkit-") as home, _screen() as display:
        options = Options()
        options.binary_location = str(_browser())
        options.add_argument("--automation")
        if dark:
            options.add_argument("--dark-mode")
        own = {
            "HOME": home,
            "XDG_RUNTIME_DIR": home,
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


def narrow(browser: WebDriver, url: str, width: int = 320) -> None:
    """Show a page in a frame of this width, and go on inside it. A page of the same site must be
    open: frames keep to their site.
    """
    browser.switch_to.default_content()
    browser.execute_async_script(FRAME, url, width)
    browser.switch_to.frame(browser.find_element("id", "narrow"))


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
