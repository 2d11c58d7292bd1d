"""Chromium of any age, over its DevTools protocol: no chromedriver drives one that is older than
itself.
"""

import base64
import json
import os
import time
from pathlib import Path
from typing import Any

import brotli

from tests.old_browsers.remote import PATIENCE, Refused, Remote
from tests.project import ROOT

FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--hide-scrollbars", "--no-first-run", "--disable-background-networking"),
    # Back loads the page again, as it does on a phone that is short of memory.
    "--disable-features=BackForwardCache",
    "--remote-debugging-port=0",
]
LEFT = "Inspected target navigated or closed"
PACKAGES = Path(__file__).with_name("node_modules")


def unpacked(version: int) -> Path:
    """The program of an old Chromium, which its npm package holds packed."""
    packed = PACKAGES / f"chromium-{version}" / "bin" / "chromium.br"
    program = ROOT / ".build" / "old-browsers" / f"chromium-{version}"
    if not program.exists():
        program.parent.mkdir(parents=True, exist_ok=True)
        unfinished = program.with_name(f"{program.name}-{os.getpid()}")
        unfinished.write_bytes(brotli.decompress(packed.read_bytes()))
        unfinished.chmod(0o755)
        unfinished.replace(program)
    return program


class Chromium(Remote):
    """One tab of a Chromium."""

    def __init__(self, program: Path, home: Path) -> None:
        self._session = ""
        self.downloads = home
        super().__init__([str(program), *FLAGS, f"--user-data-dir={home / 'profile'}"])
        tab = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=tab, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        self.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(home))

    def message(self, number: int, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        told = super().message(number, method, parameters)
        return {**told, "sessionId": self._session} if self._session else told

    def open(self, address: str, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        self._leave(lambda: self.call("Page.navigate", url=address))

    def back(self) -> None:
        history = self.call("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"] - 1]["id"]
        self._leave(lambda: self.call("Page.navigateToHistoryEntry", entryId=entry))

    def _leave(self, go: Any) -> None:
        """Go to another page, and wait until it has loaded."""
        self.execute_script("window.left = true")
        go()
        until = time.monotonic() + PATIENCE
        while not self._arrived():
            if time.monotonic() > until:
                raise Refused("the page did not load")
            time.sleep(0.01)

    def _arrived(self) -> bool:
        try:
            return bool(
                self.execute_script("return !window.left && document.readyState === 'complete'")
            )
        except Refused:  # between two pages
            return False

    def execute_script(self, body: str, *arguments: Any) -> Any:
        asked = f"JSON.stringify((function () {{ {body} }}).apply(null, {json.dumps(arguments)}))"
        answer = self._evaluated(asked)
        if "exceptionDetails" in answer:
            raise Refused(answer["exceptionDetails"]["exception"]["description"])
        return json.loads(answer["result"].get("value", "null"))

    def _evaluated(self, asked: str) -> dict[str, Any]:
        """The answer of the page that is open; of the next, where it is just being left."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                answer: dict[str, Any] = self.call(
                    "Runtime.evaluate", expression=asked, userGesture=False
                )
                return answer
            except Refused as refused:
                if LEFT not in str(refused) or time.monotonic() > until:
                    raise

    def press(self, x: float, y: float) -> None:
        mouse = {"x": x, "y": y, "button": "left", "clickCount": 1}
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.call("Input.dispatchMouseEvent", type="mousePressed", **mouse)
        time.sleep(0.05)
        self.call("Input.dispatchMouseEvent", type="mouseReleased", **mouse)

    def type(self, text: str) -> None:
        for letter in text:
            key = {"key": "Enter" if letter == "\n" else letter, "text": letter.replace("\n", "\r")}
            code = {"windowsVirtualKeyCode": 13} if letter == "\n" else {}
            self.call("Input.dispatchKeyEvent", type="keyDown", **key, **code)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=key["key"], **code)

    def printed(self) -> bytes:
        """The open page as a PDF file."""
        paper = {"preferCSSPageSize": True, "paperWidth": 8.27, "paperHeight": 11.69}
        return base64.b64decode(self.call("Page.printToPDF", **paper)["data"])
