"""What a sheet for speakers asks: each passage with its translation, under headings, and with a
code that says on the way back which passage it is, and of which words.
"""

import base64
import hashlib
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from babel.messages.catalog import Catalog

from charter.model import Charter
from charter.model.translated import Passage, passages
from charter.translations.update import AT_MOST

WHAT, NOT_KEPT, SMALL = "What this is", "If a pledge is not kept", "Buttons and small words"
# Passages of the charter in short that stand below one of these headings.
STEPS = ("in-short/not-kept", "in-short/more")
SMALL_WORDS = (
    "leaflet/",
    "in-short/listen/",
    "in-short/preview",
    "in-short/description",
    "in-short/english",
    "in-short/changed",
    "in-short/lost",
    "in-short/draft-of",
    "home/scene",
)
# Letters of a button or a link in a menu.
BUTTON = 40
MISSING = "Not translated yet. Please write it."
EARLIER = "The English has changed since this was translated. Is it still right?"
# What no reader sees, and programs for writing put into a text.
UNSEEN = re.compile("[\u00ad\u2060\ufeff]")
CODE = re.compile(r"\b([a-z2-7]{4})-([a-z2-7]{4})-([a-z2-7]{4})\b", re.IGNORECASE)
# What a person reads in a minute, with care; the seconds for a decision, and for writing a
# translation that is missing.
WORDS_A_MINUTE, TO_DECIDE, TO_WRITE = 130, 5, 60


@dataclass(frozen=True)
class Row:
    """A passage with its translation, which is empty where there is none."""

    number: int
    passage: Passage
    translation: str
    note: str

    @property
    def code(self) -> str:
        """What the row says of itself in a file that comes back."""
        return code(self.passage, self.translation)


@dataclass(frozen=True)
class Group:
    """Rows below one heading."""

    heading: str
    rows: list[Row]


def groups(charter: Charter, catalog: Catalog | None) -> list[Group]:
    """Everything that a speaker is asked, with what readers need most first."""
    below: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages(charter):
        below[_heading(passage, charter)].append(passage)
    headings = [WHAT, *(each.name for each in charter.values), NOT_KEPT, SMALL]
    found, number = [], 0
    for heading in dict.fromkeys(headings):
        rows = []
        for passage in below[heading]:
            number += 1
            rows.append(_row(number, passage, catalog, heading == SMALL))
        found += [Group(heading, rows)] if rows else []
    return found


def minutes(asked: list[Group]) -> int:
    """How long it takes to look at all of it, rounded up to tens."""
    rows = [row for group in asked for row in group.rows]
    words = sum(len(f"{row.passage.english} {row.translation}".split()) for row in rows)
    missing = sum(not row.translation for row in rows)
    seconds = words * 60 / WORDS_A_MINUTE + len(rows) * TO_DECIDE + missing * TO_WRITE
    return 10 * (int(seconds) // 600 + 1)


def plain(text: str) -> str:
    """A text as it is compared and kept: one blank between words, and nothing that only the program
    for writing saw. A letter with a mark is one letter."""
    return unicodedata.normalize("NFC", " ".join(UNSEEN.sub("", text).split()))


def code(passage: Passage, translation: str) -> str:
    """Which passage it is, and fingerprints of the English and the translation that were shown."""
    return "-".join(map(fingerprint, (passage.context, passage.english, translation)))


def fingerprint(text: str) -> str:
    """Four letters that another text hardly ever has."""
    digest = hashlib.sha256(plain(text).encode()).digest()
    return base64.b32encode(digest)[:4].decode().lower()


def _heading(passage: Passage, charter: Charter) -> str:
    part, _, rest = passage.context.partition("/")
    if part in ("values", "pledges"):
        id_ = rest.split("/")[0]
        return charter.values[id_ if part == "values" else charter.pledges[id_].value].name
    if passage.context.startswith(STEPS):
        return NOT_KEPT
    small = passage.context.startswith(SMALL_WORDS) or (passage.letters or BUTTON + 1) <= BUTTON
    return SMALL if small else WHAT


def _row(number: int, passage: Passage, catalog: Catalog | None, small: bool) -> Row:
    message = catalog.get(passage.english, passage.context) if catalog else None
    said = message.string if message and isinstance(message.string, str) else ""
    notes = [passage.note] if small and passage.note else []
    notes += [AT_MOST.format(passage.letters)] if small and passage.letters else []
    if not said.strip():
        notes.append(MISSING)
    elif message and message.fuzzy:
        notes.append(EARLIER)
    return Row(number, passage, said.strip(), " ".join(notes))
