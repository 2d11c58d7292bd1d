# ruff: noqa: N802  (the names of methods are Orca's)
"""A voice for Orca that writes down what it is given to say. Orca itself loads this file, so
nothing of ours is imported.
"""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gi.repository import GLib  # type: ignore[import-not-found,import-untyped,unused-ignore]
from orca.speechserver import SayAllContext  # type: ignore[import-not-found,import-untyped,unused-ignore]
from orca.speechserver import SpeechServer as Silent

NOTES = Path(os.environ["ORCA_NOTES"])


def note(kind: str, text: str = "", about: str = "") -> None:
    """One line of JSON: what kind of thing happened, the words, and which piece of the page they
    are about.
    """
    with NOTES.open("a", encoding="utf-8") as file:
        file.write(json.dumps([kind, text, about], ensure_ascii=False) + "\n")


class SpeechServer(Silent):  # type: ignore[misc,unused-ignore]
    """What Orca takes for a synthesizer. Each piece counts as spoken once it is written down."""

    only: "SpeechServer | None" = None

    @staticmethod
    def getSpeechServers() -> list["SpeechServer"]:
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info: object = None) -> "SpeechServer":
        SpeechServer.only = SpeechServer.only or SpeechServer()
        return SpeechServer.only

    def getInfo(self) -> list[str]:
        return ["Written down", "orca_voice"]

    def getVoiceFamilies(self) -> list[object]:
        return []

    def speak(self, text: str | None = None, acss: object = None, interrupt: bool = True) -> None:
        note("say", text or "")

    def speakCharacter(self, character: str, acss: object = None) -> None:
        note("say", character)

    def speakKeyEvent(self, event: Any, acss: object = None) -> None:
        note("key", event.getKeyName())

    def sayAll(
        self, pieces: Iterator[list[Any]], done: Callable[[SayAllContext, int], None]
    ) -> None:
        """Orca hands over an iterator that walks the page: take a piece whenever Orca is idle, so
        that it can hear events.
        """
        note("all")
        GLib.idle_add(self.read_on, pieces, done)

    def read_on(
        self, pieces: Iterator[list[Any]], done: Callable[[SayAllContext, int], None]
    ) -> bool:
        """Write down one more piece, and say whether there may be another."""
        piece = next(pieces, None)
        if piece is None:
            note("end")
            return False
        context = piece[0]
        note(
            "read",
            context.utterance,
            f"{id(context.obj)} {hash(context.obj)} {context.startOffset}-{context.endOffset}",
        )
        context.currentOffset = context.endOffset
        done(context.copy(), SayAllContext.COMPLETED)
        return True

    def stop(self) -> None:
        note("stop")
