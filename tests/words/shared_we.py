"""Who "we" is: families, council and NHS, in promises. The makers of a site are "this site"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from a11y.site import Page
from tests.project import charter
from tests.reading import END, passages
from tests.words.lists import LEFT_OUT, QUOTED, read
from tests.words.origins import tokens
from tests.words.remarks import Remark, remark

LIST = "shared_we.yml"
WE = re.compile(r"(?<![\w-])(?:[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)(?![\w-])")
SAID = '"{}" is for promises, which families, council and NHS give. Say "this site", or who it is'


def not_shared(page: Page) -> Iterator[Remark]:
    """Each "we" of a page that is in no text of shared_we.yml."""
    for passage in passages(page):
        text = passage.text
        for left_out in (shared(), QUOTED) if WE.search(text) else ():
            text = left_out.sub(lambda found: LEFT_OUT * len(found[0]), text)
        for found in WE.finditer(text) if WE.search(text) else ():
            said = SAID.format(found[0])
            yield from remark("we", page, passage, said, found[0], found.start())


@cache
def shared() -> re.Pattern[str]:
    """Every sentence in which "we" may be said, whatever signs stand between its words."""
    listed = read(LIST)
    texts: list[str] = []
    for path in listed["fields"]:
        found = list(_texts(charter(), path.split(".")))
        assert found or path in listed["optional"], f"{path} has no text"
        texts += found
    sentences = {
        tuple(tokens(part)) for text in texts for part in END.split(text) if WE.search(part)
    }
    said = [r"[\W_]+".join(each) for each in sorted(sentences, key=len, reverse=True)]
    said += map(re.escape, listed["names"])
    said += [rf"\A{each}\Z" for each in listed["headings"]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)", re.IGNORECASE)


def _texts(value: Any, path: list[str]) -> Iterator[str]:
    """The texts at a path, and all below it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        if path:
            name, _, needed = path[0].rstrip("]").partition("[")
            found = getattr(value, name)
            found = [each for each in found if getattr(each, needed)] if needed else found
        else:
            found = vars(value).values()
        yield from _texts(found, path[1:])
    elif isinstance(value, Iterable):
        for each in value:
            yield from _texts(each, path)
