"""Personal data taken out of a comment, so that two people can read and code it.

What is personal has no end of spellings, so the question is turned round: a word stays only if it
is an everyday English word, or one of the charter's own, and does not stand as a name does.
Everything else becomes a gap, and whatever holds a figure too. It would rather lose a word than
keep a name.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from spellchecker import SpellChecker

from charter.characters import BLANKS
from charter.model import Charter

GAP = "…"
# How often a word must stand in pyspellchecker's list, which has rare names too. Of comments that
# were made up for a trial, this leaves out 1 word in 110.
EVERYDAY = 2000
# One of these in a word is enough: figures stand in phone numbers, dates, ages, postcodes and
# houses; the others in email addresses, links, paths and names of accounts.
TELLING = re.compile(r"[\d@#/\\_\[\]{}<>]|www\.|\w[.(][^\W\d_]")
WORD = re.compile(rf"[^\W\d_]+(?:['-][^\W\d_]+)*|{GAP}")
# Anything but words, the signs of a sentence, and faces.
OTHER_SIGNS = re.compile(r"[^\w\s.,!?;:'\"()…\U0001F600-\U0001F64F-]")
# From British to American spelling, and from more to one: the list has these.
SPELLINGS = (("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ll", "l"), ("s", ""))
OWN_WORDS = re.compile(r"(?<![\w@/.-])(?:[a-z]+(?:['-][a-z]+)*|[A-Z]{2,6})(?![\w@/-]|\.\w)")


@cache
def listed(name: str) -> frozenset[str]:
    """A list of names.txt."""
    text = Path(__file__).with_name("names.txt").read_text(encoding="utf-8")
    lines = [line.partition(": ")[2] for line in text.splitlines() if line.startswith(f"{name}: ")]
    return frozenset(" ".join(lines).split())


class Cleaner:
    """Takes out of comments what could tell who wrote them, or who they are about."""

    def __init__(self, charter: Charter) -> None:
        self._listed = SpellChecker(language="en").word_frequency
        self._own = frozenset(OWN_WORDS.findall(charter.model_dump_json()))

    def __call__(self, comment: str) -> str:
        """The comment with a gap for each word that is personal, or may be."""
        text = _without_numbers(_without_contacts(plain(comment)))
        found = [*WORD.finditer(text)]
        names, numbers = _names(text, found), iter(range(len(found)))

        def kept(word: re.Match[str]) -> str:
            return word[0] if next(numbers) not in names and self.knows(word[0]) else GAP

        text = " ".join(OTHER_SIGNS.sub(" ", WORD.sub(kept, text)).split())
        text = re.sub(rf"{GAP}(?:[\s.,'\"()-]*{GAP})+", GAP, text)
        return text.lstrip("-'\" ")  # a cell that starts with a sign may be read as a formula

    def knows(self, word: str) -> bool:
        """Whether a word is everyday English, in British or American spelling, or the charter's."""
        if {word, word.lower()} & (self._own | listed("capitals")):
            return True
        return all(map(self._everyday, word.lower().split("-")))

    def _everyday(self, word: str) -> bool:
        word = word.removesuffix("'s").removesuffix("'")
        if word in listed("names") or len(word) < 2:
            return False
        tries = {word, *(word.replace(british, american) for british, american in SPELLINGS)}
        return word in self._own or any(self._listed[each] >= EVERYDAY for each in tries)


def plain(text: str) -> str:
    """The text with look-alike characters made the same, and invisible ones taken out."""
    text = unicodedata.normalize("NFKC", BLANKS.sub(" ", text)).replace("’", "'").replace("‘", "'")
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def _without_contacts(text: str) -> str:
    """A gap for each link, address, name of an account, and whatever holds a figure."""
    pieces = re.split(r"(\s+)", text)
    words = pieces[::2]
    gone = {place for place, word in enumerate(words) if TELLING.search(word)}
    # "@ name", with a blank.
    gone |= {place + 1 for place, word in enumerate(words[:-1]) if word.endswith("@")}
    # "name at example dot org", as people write it who hope that no machine will read it.
    dots = [place for place, word in enumerate(words) if word.strip("()[]{}<>").lower() == "dot"]
    gone |= {near for dot in dots for near in range(dot - 3, dot + 2) if 0 <= near < len(words)}
    return "".join(GAP if place / 2 in gone else piece for place, piece in enumerate(pieces))


def _without_numbers(text: str) -> str:
    """A gap for each number and date in words, and for a house and its street."""
    one_of = {name: "|".join(sorted(listed(name))) for name in ("numbers", "months", "streets")}
    number, month, street = (f"(?:{one_of[name]})" for name in one_of)
    ordinal = r"(?:first|second|third|\w+[efhnrx]th)"
    for pattern in (
        rf"\b{number}(?:[\s,-]+{number})+\b",
        rf"\b\w+\s+of\s+{month}\b|\b{month}\s+(?:the\s+)?{ordinal}\b",
        rf"(?:\bflat\s+)?{GAP}(?:\W*\w+(?=\s+{street}\b))?",
    ):
        text = re.sub(pattern, GAP, text, flags=re.IGNORECASE)
    return text


def _names(text: str, found: list[re.Match[str]]) -> set[int]:
    """The numbers of words that stand as a name does."""
    words = [word[0] for word in found]
    small = [re.sub("'s?$", "", word.lower()) for word in words]
    names: set[int] = set()
    for place, word in enumerate(small):
        # A capital at the start of a sentence says nothing.
        starts = not place or re.search(
            r"[.!?\n]", text[found[place - 1].end() : found[place].start()]
        )
        capital = words[place][:1].isupper()
        before, after = small[place - 1] if place else "", " ".join(small[place + 1 : place + 2])
        if capital and not starts and not words[place].isupper() and word not in listed("capitals"):
            names.add(place)
        if word in listed("titles"):
            names |= {place + 1, place + 2}
        elif word in listed("named"):
            behind = range(place + 1, len(small))
            first = next((near for near in behind if small[near] not in listed("between")), place)
            names |= {first, first + 1} if first > place else set()
        elif word in listed("also-words"):
            cue = capital or "'" in words[place] or before in listed("before")
            names |= {place} if cue or after in listed("behind") else set()
        elif capital and after in listed("behind") and word not in listed("not-names"):
            names.add(place)
    return names
