"""Characters that can't be seen, and those that can't be told from one of the keyboard's by eye."""

import re
import unicodedata

from charter.characters import unseen

COLONS = "︓﹕：∶꞉"
# Hyphens and dashes that stand where a list has its hyphen, beside all that Unicode calls a dash.
MINUS = "−⁃"
# What stands before an item of a list elsewhere.
BULLETS = "\u2022\u00b7\u25cf\u25aa\u25e6\u2023"
# No file may hold these anywhere. Some of them are ends of lines to YAML, and to nobody else.
NOWHERE = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
# Letters of other alphabets that look like ours.
ALPHABETS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
REMEDY = "Delete it and type it again"


def ordinary(character: str) -> str:
    """What a character is taken for: itself, a blank, a colon, a hyphen, or nothing."""
    if character.isascii():
        return character
    if unseen(character):
        return ""
    kind = unicodedata.category(character)
    if kind == "Zs":
        return " "
    if character in COLONS:
        return ":"
    return "-" if kind == "Pd" or character in MINUS else character


def plain(text: str) -> str:
    """A text as it looks: with ordinary blanks, colons and hyphens, and nothing unseen."""
    return "".join(map(ordinary, text))


def in_word(word: str) -> str:
    """What to say of a word that may have the keyboard's characters only, such as an id: the first
    one that looks like one of these and is none; nothing, where there is none."""
    latin = re.search("[a-zA-Z0-9]", plain(word))
    for place, character in enumerate(word):
        same = character.isalnum() and unicodedata.normalize("NFKC", character).isascii()
        strange = latin and unicodedata.name(character, "").startswith(ALPHABETS)
        if not character.isascii() and (ordinary(character) != character or same or strange):
            where = f'after "{word[:place][-20:]}"' if place else "at its start"
            return f"{where} {told(character)}"
    return ""


def told(character: str) -> str:
    """What a character is, and what to do about it."""
    code = f"U+{ord(character):04X}"
    if ordinary(character) == "":
        what = f"an invisible character ({code})"
    elif ordinary(character) == " ":
        what = f"a blank that is no ordinary one ({code})"
    else:
        name = unicodedata.name(character, "").lower()
        what = f"a character that is not what it looks like ({code}, {name})"
    return f"stands {what}. {REMEDY}"
