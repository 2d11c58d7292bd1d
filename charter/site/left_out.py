"""Pages that a site is without, because a file of `data/` is missing, and what becomes of links to
them: a paragraph or item that leads to one is left out, and so is a heading that has nothing left
below it. A section that begins with such a paragraph is about that page, and goes as a whole.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from posixpath import normpath
from typing import Any

from lxml import html

from charter.data.record_pages import EVERY_PART, FOLDERS
from charter.model import Charter
from charter.project_files import files, read
from charter.site import docs_pages, docs_stubs, docs_top

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
BLOCKS = ("p", "li", "dd", "tr")
HREF = re.compile(r'href="([^"]*)"')
RECORDS = tuple(f"{folder}/" for folder in FOLDERS.values())


def docs_files(charter: Charter, docs: Path) -> list[Path]:
    """The pages in `docs` that need what the data do not have (`needs:` on top)."""
    found = []
    for file in files(docs, docs_pages.PAGES):
        text = read(file, docs)
        needs = docs_top.read(text).fields.get("needs", "") if isinstance(text, str) else ""
        if not all(_is_there(charter, name) for name in docs_top.names(str(needs))):
            found.append(file.relative_to(docs))
    return found


def pages(charter: Charter, files_out: Iterable[Path]) -> frozenset[str]:
    """The address of each page that the site could have, and has not: those of `docs_files`, and
    those of records.
    """
    there = docs_stubs.addresses(charter)
    by_hand = map(docs_pages.address, files_out)
    return frozenset([*by_hand, *(page for page in EVERY_PART if page not in there)])


def _is_there(charter: Charter, name: str) -> bool:
    part: object = charter
    for step in name.replace("-", "_").split("."):
        part = getattr(part, step, None)
    return bool(part)


def is_left_out(address: str, left_out: Iterable[str]) -> bool:
    """Whether an address below the root is on a page that is left out, or on that of a record whose
    list is.
    """
    page = address.partition("#")[0]
    return page in left_out or any(
        page.startswith(folder) for folder in left_out if folder in RECORDS
    )


def drawn(text: str, root: str, left_out: frozenset[str]) -> str:
    """A drawn piece without what leads to pages that are left out."""

    def gone(href: str) -> bool:
        return href.startswith(root) and is_left_out(href.removeprefix(root), left_out)

    if not (left_out and any(map(gone, HREF.findall(text)))):
        return text
    piece = html.fragment_fromstring(text, create_parent="main")
    if any(gone(each.get("href", "")) for each in piece if each.tag == "a"):
        return ""  # a sentence for a place within prose
    _prune(piece, gone)
    inside = [html.tostring(each, encoding="unicode") for each in piece]
    lines = "".join([piece.text or "", *inside]).splitlines()
    return "\n".join(line for line in lines if line.strip())


def prose(tree: Any, page: str, left_out: frozenset[str]) -> None:
    """Take out of a page of `docs/`, while Markdown reads it, what leads to such pages."""

    def gone(href: str) -> bool:
        path, _, place = href.partition("#")
        if not path.endswith(".md") or ":" in path:
            return False
        name = normpath(Path(page).parent.as_posix() + "/" + path)
        return is_left_out(f"{docs_pages.address(Path(name))}#{place}", left_out)

    _prune(tree, gone)
    for heading in [each for each in tree if each.tag in HEADINGS]:
        if not list(_below(tree, heading)):
            tree.remove(heading)


def _prune(tree: Any, gone: Callable[[str], bool]) -> None:
    for link in [link for link in tree.iter("a") if gone(link.get("href", ""))]:
        holders = {child: each for each in tree.iter() for child in each}
        if link not in holders:
            continue  # it went with another
        block = link
        while block.tag not in BLOCKS and holders[block] is not tree:
            block = holders[block]
        block = block if block.tag in BLOCKS else link
        _remove(block, holders, tree)


def _remove(block: Any, holders: dict[Any, Any], tree: Any) -> None:
    """Remove a block, the section that begins with it, and what then holds nothing."""
    holder = holders[block]
    at = list(holder).index(block)
    before = holder[at - 1] if at else None
    if before is not None and before.tag in HEADINGS:
        for each in [before, *_below(holder, before)]:
            holder.remove(each)
    else:
        holder.remove(block)
    words = (holder.text or "") + "".join(each.tail or "" for each in holder)
    if holder is not tree and not words.strip() and all(e.tag in HEADINGS for e in holder):
        _remove(holder, holders, tree)


def _below(holder: Any, heading: Any) -> Iterator[Any]:
    """What stands between a heading and the next of its rank."""
    for each in list(holder)[list(holder).index(heading) + 1 :]:
        if each.tag in ("h1", *HEADINGS) and each.tag <= heading.tag:
            return
        yield each
