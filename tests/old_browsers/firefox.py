"""Firefox ESR, as Debian has it, over WebDriver BiDi: geckodriver is in no registry."""

import base64
import json
import time
from pathlib import Path
from typing import Any

from tests.old_browsers.remote import Refused, Remote

PROGRAM = "firefox-esr"
SETTINGS = {
    "browser.download.folderList": 2,
    "browser.download.alwaysOpenPanel": False,
    "browser.helperApps.neverAsk.saveToDisk": "application/json,text/plain",
    # Back loads the page again, as it does on a phone that is short of memory.
    "browser.sessionhistory.max_total_viewers": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
}


class Firefox(Remote):
    """One tab of a Firefox."""

    def __init__(self, home: Path) -> None:
        self.downloads = home
        profile = home / "profile"
        profile.mkdir()
        settings = {**SETTINGS, "browser.download.dir": str(home)}
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(settings[name])});" for name in settings
        ]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        start = [PROGRAM, "--headless", "--no-remote", "--remote-debugging-port=0"]
        super().__init__([*start, "--profile", str(profile)], path="/session")
        self.call("session.new", capabilities={})
        self._tab = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.call("browsingContext.setViewport", context=self._tab, viewport=size)
        self.call("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def back(self) -> None:
        self.call("browsingContext.traverseHistory", context=self._tab, delta=-1)
        while self.execute_script("return document.readyState") != "complete":
            time.sleep(0.01)

    def execute_script(self, body: str, *arguments: Any) -> Any:
        answer = self.call(
            "script.callFunction",
            functionDeclaration=f"() => JSON.stringify((function () {{ {body} }})"
            f".apply(null, {json.dumps(arguments)}))",
            target={"context": self._tab},
            awaitPromise=False,
        )
        if answer["type"] == "exception":
            raise Refused(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    def press(self, x: float, y: float) -> None:
        self._do(
            "pointer",
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pause", "duration": 50},
            {"type": "pointerUp", "button": 0},
        )

    def type(self, text: str) -> None:
        for letter in text.replace("\n", "\ue007"):
            self._do(
                "key", {"type": "keyDown", "value": letter}, {"type": "keyUp", "value": letter}
            )

    def _do(self, kind: str, *deeds: dict[str, Any]) -> None:
        source = {"type": kind, "id": kind, "actions": deeds}
        self.call("input.performActions", context=self._tab, actions=[source])

    def printed(self) -> bytes:
        """The open page as a PDF file, on paper of A4."""
        paper = {"width": 21.0, "height": 29.7}
        return base64.b64decode(
            self.call("browsingContext.print", context=self._tab, page=paper)["data"]
        )
