"""Names in another writing than that of English, such as Urdu: each is set apart on a page, with
its language."""

import re
import unicodedata
from collections.abc import Mapping

# Letters and marks of other writings: no Latin letter, no sign between words, no picture.
SIGN = (
    "[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\u2fdf\u3040-\ud7ff"
    "\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0001efff]"
)
NAME = re.compile(rf"{SIGN}+(?:[\s.,'’،-]*{SIGN}+)*")
# Tags, what holds no words that could be marked up, and what is marked already.
NO_WORDS = re.compile(
    r"<(svg|style|title)\b.*?</\1>|<(a|span)\b[^>]* lang=[^>]*>[^<]*</\2>|<[^>]*>", re.DOTALL
)


def set_apart(drawn: str, languages: Mapping[str, str]) -> str:
    """HTML in which each name in another writing stands in a `<bdi>` with its language.

    The browser then puts signs and figures around the name where English has them, and a screen
    reader can change its voice. `languages` says which language each writing stands for, such as
    {"Arabic": "ur"}."""

    def apart(name: re.Match[str]) -> str:
        language = languages.get(writing(name[0][0]))
        return f'<bdi lang="{language}">{name[0]}</bdi>' if language else f"<bdi>{name[0]}</bdi>"

    if not NAME.search(drawn):
        return drawn
    parts, done = [], 0
    for tag in NO_WORDS.finditer(drawn):
        parts += [NAME.sub(apart, drawn[done : tag.start()]), tag[0]]
        done = tag.end()
    return "".join([*parts, NAME.sub(apart, drawn[done:])])


def writing(letter: str) -> str:
    """What the writing of a letter is called: Arabic for the letters of Urdu, too."""
    return unicodedata.name(letter, "unknown").split()[0].capitalize()
