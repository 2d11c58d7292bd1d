"""The address of the home page: what SITE_URL, or else mkdocs.yml, says that it is."""

import os
import re
from urllib.parse import urlsplit

from charter.characters import unseen
from charter.problems import Problem, ProblemsFound

SETTING = "SITE_URL"
SETTINGS_FILE = "mkdocs.yml"
LIKE_THIS = "Write the address of the home page, such as https://team.github.io/charter/"
EMPTY = f"is set, and is empty. {LIKE_THIS}. Or take the setting away"


def from_environment() -> None:
    """Take blanks around the address in the environment away: on Windows, `set SITE_URL=… &&`
    leaves one there.

    Raises:
        ProblemsFound: it is the address of no home page.
    """
    if SETTING in os.environ:
        os.environ[SETTING] = checked(os.environ[SETTING])


def checked(address: object) -> str:
    """The address without blanks around it, and with a slash at its end.

    Raises:
        ProblemsFound: it is the address of no home page.
    """
    text = "" if address is None else str(address).strip()
    if said := _wrong(text):
        where = SETTING if SETTING in os.environ else SETTINGS_FILE
        raise ProblemsFound([Problem(where, 1, "" if where == SETTING else "site_url", said)])
    return f"{text.rstrip('/')}/"


def _wrong(text: str) -> str:
    """What is wrong with an address, with a remedy; nothing for a right one."""
    if not text:
        return EMPTY
    shown = text if len(text) < 100 else f"{text[:100]}…"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return f'"{shown}" is no web address. {LIKE_THIS}'
    last = parts.path.rpartition("/")[2]
    wrong = {
        "does not start with https:// and a name": parts.scheme not in ("http", "https")
        or not re.fullmatch(
            r"[\w.-]*\w|\[[0-9a-fA-F:.]+\]",
            parts.netloc.rpartition("@")[2].removesuffix("" if port is None else f":{port}"),
        ),
        "holds a blank, or a sign that is no part of an address": unseen(text)
        or re.search(r"[\s<>\"'`\\^{}|]|%(?![0-9A-Fa-f]{2})", text),
        "holds a name before an @": "@" in parts.netloc,
        "has a question mark or a # in it": "?" in text or "#" in text,
        "goes up or has two slashes in a row": re.search(r"//|/\.\.?(/|$)", parts.path),
        "ends in the name of a file": "." in last,
    }
    said = next((said for said, found in wrong.items() if found), "")
    return said and f'"{shown}" {said}. {LIKE_THIS}'
