"""The address of the home page: what SITE_URL, or else mkdocs.yml, says that it is."""

import os
import re
from urllib.parse import urlsplit

from charter.characters import unseen
from charter.model import web_address
from charter.problems import Problem, ProblemsFound, in_one_line

SETTING = "SITE_URL"
SETTINGS_FILE = "mkdocs.yml"
LIKE_THIS = "Write the address of the home page, such as https://team.github.io/charter/"
# The end of the name of a page or file; /v1.2 is none.
FILE = re.compile(
    r"/index\.\w+$|\.([sx]?html?|php|aspx?|jsp|cgi|md|pdf|txt|xml|json|zip)$", re.IGNORECASE
)
EMPTY, OR_NOT = f"is set, and is empty. {LIKE_THIS}", ". Or take the setting away"


def from_environment() -> None:
    """Take blanks around the address in the environment away: on Windows, `set SITE_URL=… &&`
    leaves one there.

    Raises:
        ProblemsFound: it is the address of no home page.
    """
    if SETTING in os.environ:
        os.environ[SETTING] = checked(os.environ[SETTING])


def checked(address: object, given_in: str = "") -> str:
    """The address without blanks around it, and with a slash at its end. It was `given_in` an
    option, or in the settings.

    Raises:
        ProblemsFound: it is the address of no home page.
    """
    text = "" if address is None else str(address).strip()
    if said := wrong_with(text):
        said += "" if text or given_in else OR_NOT
        where = given_in or (SETTING if SETTING in os.environ else SETTINGS_FILE)
        raise ProblemsFound([Problem(where, 1, "site_url" if where == SETTINGS_FILE else "", said)])
    return f"{text.rstrip('/')}/"


def wrong_with(text: str) -> str:
    """What is wrong with an address, with a remedy; nothing for a right one."""
    if not text:
        return EMPTY
    shown = in_one_line(text, 100)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return f'"{shown}" is no web address. {LIKE_THIS}'
    name = parts.hostname or ""
    wrong = {
        "does not start with https:// and a name": parts.scheme not in ("http", "https")
        or not name
        or "\\" in parts.netloc,
        "holds a blank, or a sign that is no part of an address": unseen(text)
        or re.search(r"[\s<>\"'`\\^{}|]|%(?![0-9A-Fa-f]{2})", text),
        "holds a name before an @": "@" in parts.netloc,
        str(web_address.wrong_name(name)): web_address.wrong_name(name),
        "has nothing, or a number that is none, behind the colon": port == 0
        or parts.netloc.endswith(":"),
        "has a question mark or a # in it": "?" in text or "#" in text,
        "goes up or has two slashes in a row": re.search(r"//|/\.\.?(/|$)", parts.path),
        "ends in the name of a file": FILE.search(parts.path),
    }
    said = next((said for said, found in wrong.items() if found), "")
    return said and f'"{shown}" {said}. {LIKE_THIS}'
