"""The list that the search page looks into, made from the finished pages: `search/index.json`.

Each page has an entry, and so has each heading with an address of its own. A heading that stands on
many pages, such as "For staff" on every pledge, is no place to look for: its text belongs to its
page. What people call a place comes from data/search.yml, and is in this list alone.
"""

import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from charter.model.search import Saying
from charter.site_facts import A_TO_Z, NOT_ENGLISH, NOT_LISTED, SEARCH_PAGE
from publish.files.search_sections import Section, sections
from publish.site import Site

FILE = Path("search/index.json")
# What is said in other languages is fetched where nothing is found in English.
LANGUAGES = Path("search/languages.json")
# So much of a place's text, in characters, is kept as it stands, for a result to show. Of the rest
# each word is kept once.
SHOWN = 160
# A word in more than this share of all places finds nothing, so the rest does without it.
COMMON = 1 / 10
# A heading on more pages than this names a part of each, and no place of its own.
MANY = 5
# The form of the list, which search.js asks for.
VERSION = 1
# What people type for an apostrophe.
APOSTROPHES = "'’‘‛ʼʹ´`′＇"

LOST = (
    "What people say leads to a place that has no heading, or is not there. Mend data/search.yml:"
)
# The sections of each page, by its address without the first slash.
Found = dict[str, list[Section]]

LEFT_OUT = "These pages do not stand in the A to Z of the search page. Give each a title on top:"


def write(site: Site, sayings: Iterable[Saying]) -> list[str]:
    """Write the list into a built site, with what people say. Returns what is wrong with that or
    with the A to Z, as lines for an editor.
    """
    pages = [page for page in site.pages.values() if not page.find(NOT_LISTED)]
    translated = [page for page in pages if page.find(NOT_ENGLISH)]
    found = _joined(
        {page.address[1:]: sections(page.tree) for page in pages if page not in translated}
    )
    said: dict[str, list[str]] = defaultdict(list)
    for saying in sayings:
        said[saying.address] += saying.say
    if problems := _check(found, said, _a_to_z(site)):
        return problems
    common = _common(found)
    entries = [_entry(address, found, said, common) for address in found]
    _save(site.folder / FILE, {"version": VERSION, "pages": entries})
    if translated:
        others = {page.address[1:]: sections(page.tree) for page in translated}
        entries = [_entry(address, others, said, set()) for address in others]
        # Endings of words are known for English alone.
        _save(site.folder / LANGUAGES, {"version": VERSION, "plain": True, "pages": entries})
    return []


def _save(file: Path, listed: dict[str, object]) -> None:
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8", newline="\n")


def report(folder: Path) -> str:
    """How big the list of a built site is."""
    content = (folder / FILE).read_bytes()
    pages = json.loads(content)["pages"]
    count = sum(1 + len(page["places"]) for page in pages)
    return (
        f"The search knows {count} places on {len(pages)} pages, in"
        f" {len(gzip.compress(content, 9)):,} bytes (packed)."
    )


def _joined(found: Found) -> Found:
    """The places of each page, those under a heading of many pages joined to the page; what is the
    same word for word is dropped.
    """
    titles = Counter(title for places in found.values() for title in {p.title for p in places[1:]})
    same = Counter((place.title, place.text) for places in found.values() for place in places)
    joined = {}
    for address, (page, *others) in found.items():
        parts = [place for place in others if titles[place.title] > MANY]
        own = [place.text for place in parts if same[place.title, place.text] <= MANY]
        kept = [place for place in others if place not in parts]
        joined[address] = [Section("", page.title, " ".join([page.text, *own])), *kept]
    return joined


def _a_to_z(site: Site) -> set[str]:
    """Every place that stands in the A to Z."""
    return {
        page.target(link).removeprefix("/")
        for page in site.pages.values()
        if page.address.startswith(SEARCH_PAGE)
        for link in page.find(f"//section[@class='{A_TO_Z}']//a/@href")
    }


def _check(found: Found, said: dict[str, list[str]], linked: set[str]) -> list[str]:
    known = {_place(address, place.id) for address, places in found.items() for place in places}
    lost = [
        f'  "{saying}" leads to {place}'
        for place in sorted(set(said) - known)
        for saying in said[place]
    ]
    left_out = [f"  /{address}" for address in sorted(set(found) - linked)]
    return ([LOST, *lost] if lost else []) + ([LEFT_OUT, *left_out] if left_out else [])


def _place(address: str, heading: str) -> str:
    return f"{address}#{heading}" if heading else address


def _entry(
    address: str, found: Found, said: dict[str, list[str]], common: set[str]
) -> dict[str, object]:
    """A page and the places on it, with the titles of the pages above it."""
    above = [found[parent][0].title for parent in _parents(address) if parent in found]
    page, *others = (
        _packed(place, said.get(_place(address, place.id), []), common) for place in found[address]
    )
    return {"address": address, "above": above, **page, "places": others}


def _parents(address: str) -> list[str]:
    parts = address.split("/")[:-2]
    return ["".join(f"{part}/" for part in parts[: count + 1]) for count in range(len(parts))]


def _packed(place: Section, said: list[str], common: set[str]) -> dict[str, object]:
    shown = place.text
    if len(shown) > SHOWN:
        shown = shown[: SHOWN + 1].rsplit(" ", 1)[0]
    known = {*words(shown), *common}
    more = dict.fromkeys(word for word in words(place.text[len(shown) :]) if word not in known)
    packed = vars(place) | {"text": shown, "more": " ".join(more), "said": said}
    return {name: value for name, value in packed.items() if value}


def _common(found: Found) -> set[str]:
    everything = [place for places in found.values() for place in places]
    counts = Counter(word for place in everything for word in set(words(place.text)))
    return {word for word, count in counts.items() if count > COMMON * len(everything)}


def words(text: str) -> list[str]:
    """The words of a text, as search.js reads them: small letters and figures, without accents and
    apostrophes. Single letters in a row are one word, a short form: N.H.S.
    """
    letters = _without_marks(unicodedata.normalize("NFKD", _without_marks(text)).lower())
    found: list[str] = []
    before = ""
    for word in re.findall(r"[^\W_]+", letters):
        if len(before) == len(word) == 1 and (before + word).isalpha():
            found[-1] += word
        else:
            found.append(word)
        before = word
    return found


def _without_marks(text: str) -> str:
    """Without marks and apostrophes: a long row of marks takes long to put in order."""
    for apostrophe in APOSTROPHES:
        text = text.replace(apostrophe, "")
    if text.isascii():
        return text
    return "".join(it for it in text if unicodedata.category(it)[0] != "M")
