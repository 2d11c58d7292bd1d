"""The charter as a Word file and as an EPUB, made from its finished page: decision 38.

Each is a packed folder of XML. The folders `word` and `epub` here are those packages, and each
file in them a template.
"""

from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from markupsafe import Markup

from charter.model.site import Site as Words
from charter.site_facts import CHARTER_PAGE
from publish import packed
from publish.files.charter_page import blocks, parts
from publish.site import Site, text_of

HERE = Path(__file__).parent
FILES = {"word": "formats/charter.docx", "epub": "formats/charter.epub"}


def write(site: Site, words: Words) -> None:
    """Write both into a built site."""
    found = parts(site)
    text = blocks(found)
    context = {
        "words": words,
        "id": uuid5(NAMESPACE_URL, site.url + CHARTER_PAGE[1:]).urn,
        "parts": [
            Markup(etree.tostring(part, encoding="unicode", with_tail=False)) for part in found
        ],
        "contents": _contents(found),
        "blocks": text,
        "links": list(dict.fromkeys(run.link for block in text for run in block.runs if run.link)),
    }
    for name, file in FILES.items():
        (site.folder / file).parent.mkdir(exist_ok=True)
        packed.write(site.folder / file, packed.filled(HERE / name, context), words.draft_date)


def _contents(found: list[Any]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each main heading with its id, and those below it."""
    listed: list[tuple[str, str, list[tuple[str, str]]]] = []
    for part in found:
        for heading in part.iter("h2", "h3"):
            line = (heading.get("id"), text_of(heading))
            if heading.tag == "h2":
                listed.append((*line, []))
            else:
                listed[-1][2].append(line)
    return listed
