"""What tells who somebody is: links, addresses, numbers, names of accounts. Columns are judged by
it, and texts cleaned with it.
"""

import re
import unicodedata

# What a whole cell of a table may be. The first kind that fits is told.
KINDS = {
    "email addresses": re.compile(r"\S+@\S+"),
    "links": re.compile(
        r"(https?:|www\.)\S+|[\w-]+(\.[\w-]+)*\.(com|org|net|co|uk|gov|info|me|io|eu)(/\S*)?",
        re.IGNORECASE,
    ),
    "names of accounts": re.compile(r"@\s*[\w.-]+"),
    "dates, such as dates of birth": re.compile(
        r"\d{1,4}[./ -]\d{1,2}[./"
        r" -]\d{1,4}|\d{1,2}(st|nd|rd|th)?\s+[a-z]{3,9},?\s+\d{2,4}|[a-z]{3,9}\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{4}",
        re.IGNORECASE,
    ),
    "phone numbers": re.compile(r"\+?[\d\s().-]{9,}"),
    "postcodes": re.compile(r"[a-z]{1,2}\d[a-z\d]?(\s*\d[a-z]{2})?", re.IGNORECASE),
    "numbers": re.compile(r"[\d\s.,/-]+"),
    "addresses": re.compile(
        r"(flat\s+)?\d+[a-z]?,?\s+\D+|.*\b(street|road|lane|avenue|close|drive|crescent|terrace|gardens)(,.*)?|.*\b[a-z]{1,2}\d\w?\s*\d[a-z]{2}",
        re.IGNORECASE,
    ),
    "names": re.compile(r"[A-Z][\w'-]+(,?\s+[A-Z][\w'-]*\.?){1,3}"),
}
# A longer cell is a sentence: a comment that begins with a figure is not an address.
SHORT_CELL = 50

# One of these in a word is enough: figures stand in phone and NHS numbers, dates, ages, postcodes
# and houses; the others in
# email addresses, links, paths and names of accounts. No counter needs such a word.
TELLING = re.compile(r"[\d@#/\\_]|www\.|\w\.[a-z]")
BRACKETS = "()[]{}<>"


def plain(text: str) -> str:
    """The text with look-alike characters made the same, and invisible ones taken out."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def kind_of(cell: str) -> str | None:
    """What a whole cell looks like, such as "phone numbers"; None where it may be a comment."""
    if len(cell) > SHORT_CELL:
        return None
    cell = plain(cell).strip().rstrip(".,;")
    return next((kind for kind, pattern in KINDS.items() if pattern.fullmatch(cell)), None)


def without(text: str, gap: str) -> str:
    """The text with a gap for each link, address, name of an account, and whatever holds a figure."""
    pieces = re.split(r"(\s+)", plain(text))
    words = pieces[::2]
    for place in sorted(_telling(words)):
        pieces[2 * place] = gap
    return "".join(pieces)


def _telling(words: list[str]) -> set[int]:
    """The places of words that are to go."""
    found = {place for place, word in enumerate(words) if TELLING.search(word)}
    bare = [word.strip(BRACKETS).lower() for word in words]
    # "@ name", with a blank.
    found |= {place + 1 for place, word in enumerate(words[:-1]) if word.endswith("@")}
    # "name at example dot org", as people write it who hope that no machine will read it.
    found |= {
        near
        for place, word in enumerate(bare)
        if word == "dot"
        for near in range(place - 3, place + 2)
        if 0 <= near < len(words)
    }
    return found
