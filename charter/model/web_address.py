"""What is wrong with a web or email address that only looks right, in words for an editor. Nothing
is asked of a network.
"""

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import SplitResult, unquote, urlsplit

from charter.characters import unseen

LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
HOST = re.compile(rf"({LABEL}\.)*{LABEL}", re.ASCII)
# Names of hosts that mean this computer, or one that only its neighbours reach (RFC 6761, 6762,
# 8375, and what makers of routers use).
PRIVATE = re.compile(
    r"(.*\.)?(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|test"
    r"|invalid|onion)"
)
# Letters of the Latin alphabet that are no plain letter with an accent, and no other's double.
LATIN = set("ßæœøþðłđ")
NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+))*|.*:.*")
NOT_TYPED = re.compile(r"[<>\"`\\^{}|]")
STARTS = re.compile(r"https?://(?=[^/?#])", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+'-]+@(?P<host>[^@]*)", re.ASCII)

NO_NAME = (
    "has a website's name that can't be: it is letters, figures and hyphens, with single dots"
    " between. Write it such as www.council.gov.uk"
)
START = "is not a web address. Write one that starts with https:// or http://"


def wrong_with(address: str) -> str | None:
    """What is wrong with a web address, to stand behind it in a sentence; None for a right one."""
    if not STARTS.match(address):
        return START
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address of numbers
        return START
    return next((said for check, said in CHECKS.items() if check(address, parts)), None) or _host(
        parts.hostname or ""
    )


def wrong_with_email(address: str) -> str | None:
    """The same of an email address."""
    if not (email := EMAIL.fullmatch(address)):
        return "is not an email address. Write one such as team@example.org"
    return _host(email["host"].lower())


def _unseen(address: str, _: SplitResult) -> bool:
    return bool(
        any(unicodedata.category(sign)[0] in "ZC" for sign in address)
        or unseen(unquote(address, errors="ignore"))
    )


def _bad_port(_: str, parts: SplitResult) -> bool:
    try:
        port = parts.port
    except ValueError:
        return True
    # Below 1024 browsers refuse most ports but these.
    return parts.netloc.endswith(":") or (
        port is not None and port < 1024 and port not in (80, 443)
    )


CHECKS: dict[Callable[[str, SplitResult], bool], str] = {
    _unseen: "holds a blank or a sign that can't be seen. Take it out",
    lambda address, _: bool(NOT_TYPED.search(address)): (
        'holds a sign that is no part of an address, such as <, " or \\. Copy it again from the'
        " browser"
    ),
    lambda _, parts: "@" in parts.netloc: (
        "holds an @ before the first slash, so it leads to what stands behind the @. Write the name"
        " of the website alone"
    ),
    _bad_port: (
        "has a number behind the colon that browsers refuse. Leave out the colon and what follows,"
        " up to the next slash"
    ),
    lambda address, _: bool(re.search(r"%(?![0-9A-Fa-f]{2})", address)): (
        "holds a % without two figures behind it. Copy it again from the browser"
    ),
    lambda address, _: address.endswith((",", ";", ".", "'")): (
        "ends in a sign that belongs to the sentence around it. Take that sign out"
    ),
}


def wrong_name(host: str) -> str | None:
    """What is wrong with the name of a website, wherever it leads; None for a right one."""
    name = _readable(host)
    letters = [each for each in name if each.isalnum() and each not in "0123456789"]
    alphabets = {_alphabet(letter) for letter in letters}
    if len(alphabets) > 1 or "" in alphabets:
        return (
            "has letters in the website's name that are of two alphabets, or look like others. So"
            " it may lead to another website. Type the name again by hand"
        )
    if NUMBER.fullmatch(host) or (HOST.fullmatch(_plain(name)) and len(host) <= 253):
        return None
    return NO_NAME


def _host(host: str) -> str | None:
    """What is wrong with the name of a website that anybody is to reach."""
    if NUMBER.fullmatch(host):
        return "has a number for the website's name. Write its name, such as www.council.gov.uk"
    if PRIVATE.fullmatch(host):
        return "leads to a private computer, which readers can't reach. Write a public address"
    if said := wrong_name(host):
        return said
    if "." not in host:
        return "has no dot in the website's name. Write the whole name, such as www.council.gov.uk"
    return None if _readable(host).rpartition(".")[2].isalpha() else NO_NAME


def _readable(host: str) -> str:
    """A name in the letters that it stands for: xn--mnchen-3ya.de is münchen.de."""
    parts = []
    for label in host.split("."):
        try:
            parts.append(
                label[4:].encode("ascii").decode("punycode") if label[:4] == "xn--" else label
            )
        except (UnicodeError, ValueError):
            parts.append(label)
    return ".".join(parts)


def _plain(name: str) -> str:
    """The same with an x for each letter and mark of other alphabets than that of English."""
    return "".join(
        each if each.isascii() or unicodedata.category(each)[0] not in "LM" else "x"
        for each in name
    )


def _alphabet(letter: str) -> str:
    """The alphabet of a letter; an empty word for one that is made to look like another."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    if name != "LATIN":
        return "" if unicodedata.normalize("NFKC", letter) != letter else name
    plain = unicodedata.normalize("NFD", letter)[0]
    return name if plain.isascii() or letter in LATIN else ""
