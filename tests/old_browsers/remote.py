"""A browser that is driven over a websocket, without a driver between: as Chromium's DevTools
protocol and Firefox's WebDriver BiDi are.
"""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import websocket

PATIENCE = 60.0  # seconds for one answer: a program may start slowly


class Browser(Protocol):
    """What a path needs of any browser. `downloads` is where files go that a page saves."""

    downloads: Path

    def open(self, address: str, width: int, height: int) -> None:
        """Show an address in a window of this size, and wait for it to load."""

    def execute_script(self, body: str, *arguments: Any) -> Any:
        """What a function's body returns in the open page."""

    def press(self, x: float, y: float) -> None:
        """The mouse goes to a place in the window, down, and after a moment up again."""

    def type(self, text: str) -> None:
        """Type into whatever has the focus; "\\n" is the Enter key."""

    def back(self) -> None:
        """Go back one page."""


class Refused(Exception):
    """The browser can't do what it was told."""


class Remote:
    """A program that says on which websocket it listens, and answers messages by their number."""

    def __init__(self, command: Sequence[str], path: str = "") -> None:
        self._asked = 0
        self._program = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        assert self._program.stderr is not None
        said = iter(self._program.stderr.readline, "")
        found = next((found for line in said if (found := re.search(r"ws://\S+", line))), None)
        if found is None:
            raise Refused(f"{command[0]} did not start")
        self._socket = websocket.create_connection(
            found[0] + path, timeout=PATIENCE, suppress_origin=True
        )

    def call(self, method: str, **parameters: Any) -> Any:
        """Send a command, and return its result."""
        self._asked += 1
        self._socket.send(json.dumps(self.message(self._asked, method, parameters)))
        while (answer := json.loads(self._socket.recv())).get("id") != self._asked:
            pass
        if "error" in answer:
            raise Refused(f"{method}: {answer.get('message') or answer['error']}")
        return answer["result"]

    def message(self, number: int, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """A command as it is sent."""
        return {"id": number, "method": method, "params": parameters}

    def close(self) -> None:
        """End the program."""
        self._socket.close()
        self._program.terminate()
        self._program.communicate(timeout=PATIENCE)
