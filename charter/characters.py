"""Characters that no reader sees, and text from a wrong encoding: one table for data, pages and
addresses, with what writings other than English and emoji need.
"""

import re
from functools import cache

# Control and direction marks, fillers, blanks of no width, tags, halves, private and lost
# characters. What some writings need of these stands below.
SUSPECT = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# Writings whose letters change their form beside a joiner: Arabic, Urdu, Persian, those of India …
JOINED = (
    "\u0590-\u109f\u1780-\u17b3\u17b6-\u180a\u1810-\u18af\u1cd0-\u1cff\ua8e0-\ua8ff\ufb1d-\ufdcf"
    "\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff"
)
# Writings without blanks between words, where U+200B says where a line may break: Thai, Lao,
# Burmese, Khmer, Tai Le, New Tai Lue, Tai Tham, Tai Viet.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff"
    "\uaa60-\uaadf"
)
# What looks like a blank, and is none to programs.
BLANKS = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
PICTURE = "\xa9\xae\u203c-\u27ff\u2801-\u3163\u3165-\u3299\U0001f000-\U0001faff"
NEEDED = (
    rf"(?<=[{JOINED}])\u200c(?=[\w{JOINED}])|(?<=\w)\u200c(?=[{JOINED}])",
    rf"(?<=[{JOINED}])\u200d(?!\u200d)|\u200d(?=[{JOINED}])",
    rf"(?<=[{UNSPACED}])\u200b(?!\u200b)|\u200b(?=[{UNSPACED}])",
    rf"(?<=[{PICTURE}\ufe0f])\u200d(?=[{PICTURE}])",
    rf"(?<=[{PICTURE}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)",
    # The flags of England, Scotland and Wales: a black flag and tags.
    "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f",
)
# Beside letters that run from right to left, a mark says to which side a bracket or figure belongs.
MARK = r"[\u200e\u200f\u061c](?![\u200e\u200f\u061c])"
RIGHT_TO_LEFT = re.compile(
    "[\u05d0-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
FIRST_LOOK = re.compile(SUSPECT)
UNSEEN = re.compile(f"{'|'.join(NEEDED)}|({SUSPECT})")
UNSEEN_OR_MARK = re.compile(f"{'|'.join((*NEEDED, MARK))}|({SUSPECT})")

# What Windows, DOS, old Macs and Cyrillic Windows make of UTF-8. (ftfy knows more ways, but not
# cp850, which Windows has for the United Kingdom, and takes 0.2 seconds of each check.)
ENCODINGS = ("cp1252", "cp850", "cp437", "mac_roman", "cp1251")
# One of these may be a lone letter of a broken text; of others it takes two in a row.
OFTEN = re.compile(
    "[\xa0-\u017f\u02bc\u02c6-\u02dc\u2010-\u203a\u20ac\u2122\u2190-\u2bff\ufeff\U0001f000-\U0001faff]"
)
# "À la CARTE É”" is no broken text: a capital letter, and the sign that ends a quotation.
CAPITAL_AND_SIGN = re.compile("[ÂÃÄÅ][‘’“”–—…»›\xa0]")
APOSTROPHE_LOST = re.compile(
    r"\b([a-z]+n\?t|(?:it|that|there|what|who|let|he|she|we|you|they|I)\?(?:s|re|ve|ll|d|m))\b(?![=&])",
    re.IGNORECASE,
)
# Pairs of these are Ukrainian, Russian or Bulgarian in capitals, with what stands around words.
CYRILLIC = re.compile("[\u0410-\u044fІіЇїЄєҐґЁё’“”«»–—…№\xa0§]+")
LOST = "\ufffd"
# A closing quotation mark of UTF-8, as Windows reads it: one of its three bytes is no letter there.
CUT_OFF = "â€"


# As much of a broken text as a message shows.
MOST = 40


def wrong(text: str) -> str | None:
    """What is wrong with the characters of a text, with a remedy; None, where nothing is."""
    if found := unseen(text):
        if found == LOST:
            return (
                f'holds "{LOST}", which stands where a letter was lost. Type that letter, and save'
                " the file with the encoding UTF-8"
            )
        return (
            f"holds an invisible character (U+{ord(found):04X}). Delete it and type the text again"
        )
    if text.isascii() and "?" not in text:
        return None
    if lost := APOSTROPHE_LOST.search(text):
        meant = lost[0].replace("?", "’")
        return f'holds "{lost[0]}", where an apostrophe was lost. Write: {meant}'
    if broken := _broken(text):
        typed, meant = (part[:MOST] for part in broken)
        made = f'of "{meant}"' if meant.isprintable() else "here"
        return (
            f'holds "{typed}", which a wrong encoding made {made}. Type it again, and'
            " save the file with the encoding UTF-8"
        )
    return None


def blank(text: str) -> bool:
    """Whether nothing can be seen of a text."""
    return not FIRST_LOOK.sub("", text).strip()


def unseen(text: str) -> str | None:
    """The first character that nobody sees and no writing needs where it stands."""
    if not FIRST_LOOK.search(text):
        return None
    pattern = UNSEEN_OR_MARK if RIGHT_TO_LEFT.search(text) else UNSEEN
    return next((found[1] for found in pattern.finditer(text) if found[1]), None)


def _broken(text: str) -> tuple[str, str] | None:
    """A piece of a text whose bytes were read with a wrong encoding, and what it should be."""
    for encoding in ENCODINGS:
        for found in _utf_8_read_as(encoding).finditer(text):
            try:
                meant = found[0].encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            often = OFTEN.match(meant) and (encoding != "cp1251" or meant > "\u2010")
            before = text[: found.start()][-1:]
            quoted = (
                before.isupper() or (before in tuple("“‘„”’«»") and "\xa0" not in found[0])
            ) and CAPITAL_AND_SIGN.fullmatch(found[0])
            if CYRILLIC.fullmatch(found[0]) or found[0] == "\xa0º":
                continue
            if len(meant) > 1 or (often and not quoted):
                again = _broken(meant)  # some texts went wrong twice
                return found[0], again[1] if again else meant
    return (CUT_OFF, "”") if CUT_OFF in text else None


@cache
def _utf_8_read_as(encoding: str) -> re.Pattern[str]:
    """Letters that an encoding makes of characters which take several bytes in UTF-8."""
    letters = [bytes([byte]).decode(encoding, "ignore") for byte in range(256)]
    two, three, four, more = (
        re.escape("".join(letters[first:last]))
        for first, last in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5), (0x80, 0xC0))
    )
    return re.compile(f"(?:[{two}][{more}]|[{three}][{more}]{{2}}|[{four}][{more}]{{3}})+")
