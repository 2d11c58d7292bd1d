"""Marks of senders and of what copies say: HMAC with a key that lies beside the counts.

A mark tells whether two copies came from one sender. Whom it stands for, only somebody with the key
can find out, by trying a name. The key file is `senders.key`.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata
from functools import cached_property
from pathlib import Path

from charter.our_files import replace
from charter.problems import Problem, ProblemsFound

KEY = "senders.key"
LOST = (
    "the key is {}. Without it, nobody can tell which senders were counted before. Put it back. If"
    " it is lost for good, make an empty file of this name: then all senders count as new ones"
)


class Marks:
    """Marks for one file of counts. `used` says that it has some already, made with the key."""

    def __init__(self, counts: Path, used: bool) -> None:
        self._file, self._used = counts.with_name(KEY), used

    def of_sender(self, name: str) -> str:
        """The same for every way to write a name in capitals, or with other spaces."""
        return self._mark("sender", "".join(unicodedata.normalize("NFKC", name).casefold().split()))

    def of_answers(self, *said: str) -> str:
        """Short, so that many sets of answers have the same, and none can be found by trying."""
        return self._mark("answers", *said)[:4]

    def of_sheet(self, *said: str) -> str:
        """A name for a copy that was typed in: the same whenever the same sheet is."""
        return self._mark("sheet", *said, figures=32)

    def _mark(self, *parts: str, figures: int = 16) -> str:
        text = "\0".join(parts).encode("utf-8", "surrogateescape")
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()[:figures]

    @cached_property
    def _key(self) -> bytes:
        if self._file.exists() and not self._file.is_file():
            raise self._lost("damaged")
        if not self._file.exists() and self._used:
            raise self._lost("missing")
        text = self._file.read_text("ascii", "replace").strip() if self._file.exists() else ""
        if not text:
            text = secrets.token_hex(32)
            replace(self._file, f"{text}\n", new_mode=0o600)
        if not re.fullmatch("[0-9a-f]{64}", text):
            raise self._lost("damaged")
        return bytes.fromhex(text)

    def _lost(self, how: str) -> ProblemsFound:
        return ProblemsFound([Problem(str(self._file), 1, "", LOST.format(how))])
