"""The program that completes, explains and underlines in VS Code, asked as VS Code asks it (its
language server, over its pipes).
"""

import itertools
import json
import re
import subprocess
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from a11y.engines import NODE

SERVER = (
    Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
)


@dataclass(frozen=True)
class Underlined:
    """A red underline: on which line, counted from 1, and what is said there."""

    line: int
    said: str


class Editor:
    """VS Code with a folder open, as far as the language server can tell, for a `with` block."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.settings: dict[str, Any] = json.loads(
            (project / ".vscode" / "settings.json").read_text(encoding="utf-8")
        )
        self._numbers = itertools.count(1)
        self._told: dict[str, list[Any]] = {}

    def __enter__(self) -> Self:
        command = [NODE, str(SERVER), "--stdio"]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        folder = {"uri": self.project.as_uri(), "name": "project"}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
        }
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder["uri"],
                "workspaceFolders": [folder],
                "capabilities": able,
            },
        )
        self._tell("initialized", {})
        self._wait_for(lambda message: message.get("method") == "workspace/configuration")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.communicate()

    def underlined(self, texts: dict[str, str]) -> dict[str, list[Underlined]]:
        """What is underlined in files of the project, if they hold these texts."""
        for file, text in texts.items():
            self._open(file, text)
        found = {file: self._underlined(file) for file in texts}
        for file in texts:
            self._close(file)
        return found

    def offered(self, file: str, text: str) -> dict[str, str]:
        """What can be chosen where `|` stands in the text, each with its help."""
        found = self._at_bar("textDocument/completion", file, text)
        return {item["label"]: _words(item.get("documentation")) for item in found["items"]}

    def explained(self, file: str, text: str) -> str:
        """What is shown for the word where `|` stands in the text."""
        found = self._at_bar("textDocument/hover", file, text)
        return _words(found["contents"]) if found else ""

    def _at_bar(self, method: str, file: str, text: str) -> Any:
        before, after = text.split("|")
        self._open(file, before + after)
        self._underlined(file)
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        found = self._ask(method, {"textDocument": {"uri": self._uri(file)}, "position": place})
        self._close(file)
        return found

    def _uri(self, file: str) -> str:
        return (self.project / file).as_uri()

    def _open(self, file: str, text: str) -> None:
        # The server remembers what it found in a version of a file, so each text gets a version of
        # its own.
        document = {
            "uri": self._uri(file),
            "languageId": "yaml",
            "version": next(self._numbers),
            "text": text,
        }
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _close(self, file: str) -> None:
        """Close a file, and wait until its underlines are gone, so that nobody takes them for those
        of its next text.
        """
        self._tell("textDocument/didClose", {"textDocument": {"uri": self._uri(file)}})
        self._underlined(file)

    def _underlined(self, file: str) -> list[Underlined]:
        uri = self._uri(file)
        if uri not in self._told:
            self._wait_for(lambda _: uri in self._told)
        return [
            Underlined(each["range"]["start"]["line"] + 1, each["message"])
            for each in self._told.pop(uri)
        ]

    def _ask(self, method: str, given: dict[str, Any]) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": given})
        answer = self._wait_for(
            lambda message: message.get("id") == number and "method" not in message
        )
        assert "error" not in answer, answer
        return answer["result"]

    def _tell(self, method: str, given: dict[str, Any]) -> None:
        self._send({"method": method, "params": given})

    def _wait_for(self, wanted: Any) -> dict[str, Any]:
        """The next message of the kind wanted. What the server asks in between is answered."""
        while True:
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            if wanted(message):
                return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in message["params"]["items"]]

    def _section(self, name: str) -> dict[str, Any]:
        """The settings below a name, one inside the other as VS Code hands them over."""
        found: dict[str, Any] = {}
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                *above, last = key.removeprefix(f"{name}.").split(".")
                reduce(lambda inside, step: inside.setdefault(step, {}), above, found)[last] = value
        return found

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._server.stdout
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            byte = self._server.stdout.read(1)
            assert byte, "the language server has ended"
            head += byte
        length = re.search(rb"Content-Length: (\d+)", head)
        assert length
        message: dict[str, Any] = json.loads(self._server.stdout.read(int(length[1])))
        return message


def _words(given: Any) -> str:
    """Text, however the server wraps it."""
    return given["value"] if isinstance(given, dict) else (given or "")
