"""What publish/ has to know of this site's pages: addresses, classes and marks of the templates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

# --- Addresses ---
# The address of a site that was built without one: the root of a host that can't exist.
NO_URL = "https://site.invalid/"
# Names that no website can have: an address with such an end is still to come.
NO_NAMES = (".example", ".invalid")
CHARTER_PAGE = "/charter/"
SEARCH_PAGE = "/search/"
OFFLINE_PAGE = "/offline/"
OPEN_DATA_FOLDER = "api"
# The style sheets with the colour of each role.
ROLES = tuple(f"assets/styles/{name}.css" for name in ("roles", "looks", "looks-more"))
OFFLINE_SCRIPT = "offline.js"

# Folder of recordings and films → the files that are loaded only when a reader asks for them.
MEDIA = {"recordings": (".mp3", ".m4a"), "films": (".mp4", ".vtt")}

# --- Attributes ---
# A link that tells of a move: the attribute has the old address, the link leads to the new one.
MOVED = "data-moved"
# What says that a page's record is no longer in use: the page answers for the places it had.
RETIRED = "data-retired"
# A link to where an earlier one on the page leads: paper has its address already.
AGAIN = "data-again"
# The last line of a page that is printed: the foot stays with it.
LAST = "data-last"
# A link that readers copy: it stays an address on the web.
COPIED_LINK = "data-copy"
# A table of answers: the value's id, the pledge's id and the quarter.
ANSWERS_TABLE = "data-row"
# Where the size of a file of the site goes: behind the text of this element.
FILE_SIZE = "data-size"
# The list of pages that open without a network, with a <template> for the line on top of a copy.
KEPT_PAGES = "data-kept"

# --- Ids and classes ---
# Ids of drawings, and of headings that name others, are not for links. Letters of an A to Z come
# and go with its words.
IDS_NOT_FOR_LINKS = ("art-", "heading-", "hint-", "letter-")
A_TO_Z = "a-to-z"
# Lists of sources, of single words and of files, the search itself, what is the same below many
# headings, and what repeats another page: cards of stories, sheets to print, what has moved from a
# page, what is new, what is missing, the notes that other pages answer, addresses to copy, the
# lines of a year, the guidelines one by one, and what is told again in easy words.
CLASSES_NOT_SEARCHED = [
    "sources",
    "looked-for",
    "files",
    "a-to-z",
    "search",
    "verdict",
    "story",
    "sheet",
    "moved",
    "news",
    "to-do",
    "notes",
    "address",
    "year",
    "criteria",
    "repeated",
]
# The site's address as it stands on a sheet of paper, without the protocol.
ADDRESS_ON_PAPER = "where"
# What the site's styles give to the parts of drawings: an attribute and a role.
# (theme/assets/styles/looks.css)
PAINT = {
    "tint": ("fill", "tint"),
    "tint-line": ("stroke", "tint"),
    "fold": ("fill", "strong"),
    "page": ("fill", "page"),
    "wall": ("fill", "wall"),
    "glow": ("fill", "glow"),
    "wood": ("fill", "wood"),
    "wood-edge": ("fill", "wood-edge"),
    "shade": ("fill", "shade"),
}

# --- XPath ---
PLAYERS = "//audio | //video"
DRAFT_DAY = "//footer//time/@datetime"
# Pages that no list or search has. (Other sites don't list drafts in other languages; ours does.)
NOT_LISTED = "//html[@lang='en-GB']//meta[@name='robots' and @content='noindex']"
# A page in another language. It stands on the page of languages, and not in the A to Z.
NOT_ENGLISH = "//html[@lang!='en-GB']"


# --- PDF files ---
@dataclass(frozen=True)
class PdfPage:
    """A page, the file that it becomes, the paper's size, and how many sheets may be used (any
    number, if left out).
    """

    page: str
    pdf: str
    size: str
    sheets: int | None = None


# A page that is to be a PDF file is one more row here. Not every area has each page.
PDF_PAGES = [
    PdfPage("/leaflet/", "leaflet/leaflet.pdf", "A4", sheets=1),
    PdfPage("/leaflet/card/", "leaflet/card.pdf", "A4", sheets=2),
    PdfPage("/leaflet/large-print/", "leaflet/large-print.pdf", "A4"),
    PdfPage("/leaflet/poster/", "leaflet/poster.pdf", "A3", sheets=1),
    PdfPage("/have-your-say/answer-sheet/", "have-your-say/answer-sheet.pdf", "A4", sheets=1),
    PdfPage("/progress/year/", "progress/year/year.pdf", "A4"),
    PdfPage("/talk/cards/", "talk/cards.pdf", "A4"),
    PdfPage("/easy-read/", "easy-read/easy-read.pdf", "A4"),
]


# The same of a language's own, below its address, with the sheets that may be used.
TRANSLATED_PAPERS: dict[str, int | None] = {"leaflet": 1, "large-print": None}


def pdf_pages(addresses: Iterable[str]) -> list[PdfPage]:
    """The rows for those pages that a site has, with the sheets in other languages."""
    there = sorted(addresses)
    found = [re.fullmatch(r"/([a-z]{2,3})/([a-z-]+)/", address) for address in there]
    return [row for row in PDF_PAGES if row.page in there] + [
        PdfPage(each[0], f"{each[0][1:]}{each[2]}.pdf", "A4", TRANSLATED_PAPERS[each[2]])
        for each in found
        if each and each[2] in TRANSLATED_PAPERS
    ]


def settled(address: str) -> bool:
    """Whether a site's address is one that people can open."""
    return not (urlsplit(address).hostname or "").endswith(NO_NAMES)
