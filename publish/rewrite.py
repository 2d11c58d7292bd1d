"""Addresses in finished HTML: found, and changed while every other byte stays as it was."""

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import urlsplit

TAG = re.compile(r"<(?:a|img|link|script|source|use)\b[^<>]*>")
ADDRESS = re.compile(r'(?<=\s)((?:href|src)=")([^"]*)(?=")')
LOADED = re.compile(r'<script src="([^"]*)"|<link rel="(?:stylesheet|icon)" href="([^"]*)"')


def rewritten(html: str, change: Callable[[str, str], str]) -> str:
    """The HTML with `change(tag, address)` in the place of each address. An address that it returns
    unchanged is left alone.
    """

    def within(tag: re.Match[str]) -> str:
        return ADDRESS.sub(
            lambda found: found[1] + _put(found[2], change(tag[0], unescape(found[2]))), tag[0]
        )

    return TAG.sub(within, html)


def _put(before: str, after: str) -> str:
    return before if after == unescape(before) else escape(after)


def on_this_site(address: str) -> bool:
    """Whether an address is written from where the page is, and is not just a place on that page."""
    return not urlsplit(address).scheme and not address.startswith(("#", "//"))


def loaded_by(html: str) -> list[str]:
    """What a page needs to look and work as it should: the addresses of its styles, icon and
    scripts.
    """
    return [unescape(script or link) for script, link in LOADED.findall(html)]
