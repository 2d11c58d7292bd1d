"""The names on a page that a style may speak of, written as in CSS: `svg` (an element), `.badge`,
`#menu`, `[open` (an attribute).
"""

import re
from collections.abc import Sequence

# A browser adds these elements where a page leaves them out.
ADDED_BY_BROWSERS = {"html", "head", "body", "tbody", "colgroup"}


def of_element(tag: str, attributes: Sequence[tuple[str, str | None]]) -> set[str]:
    """The names of one element and its attributes."""
    given = dict(attributes)
    classes = {f".{name}" for name in (given.get("class") or "").split()}
    ids = {f"#{given['id']}"} if given.get("id") else set()
    return {tag, *(f"[{name}" for name in given), *ids, *classes}


def of_script(script: str) -> set[str]:
    """The names that a script may bring to a page: each of its words may be any of them, also
    behind `dataset`.

    So a script has to write names as whole words: a name put together from pieces is not found.
    """
    words = set(re.findall(r"[\w-]+", script))
    data = {
        "data-" + re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", word) for word in words
    }
    lower = {word.lower() for word in words}
    return {f"{sign}{word}" for sign in ("", ".", "#") for word in words | lower} | {
        f"[{word}" for word in words | lower | data
    }
