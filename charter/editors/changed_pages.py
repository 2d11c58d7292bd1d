"""Which pages differ between two built sites, by the words that people read on them."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from pathlib import Path
from typing import Any, TypedDict

from charter.editors.change_told import EVERY_PAGE
from publish.site import Page, Site

# What stands inside a line of words; any other element begins a new one.
INLINE = {"a", "abbr", "b", "bdi", "br", "cite", "code", "em", "i", "kbd", "mark", "q", "s",
          "small", "span", "strong", "sub", "sup", "time", "wbr"}  # fmt: skip
UNREAD = ("script", "style", "template", "noscript", "head")
# How a line of the answer begins: words that were there, words that are new, the next place.
BEFORE, AFTER, PLACE = "-", "+", " "
# Lines that went, and those that came in their place.
Hunk = tuple[tuple[str, ...], tuple[str, ...]]
Hunks = tuple[Hunk, ...]


class PageChange(TypedDict):
    """A page: it is new, gone or changed; each line of its words begins with one of these signs.
    `also` are pages where the same words change into the same.
    """

    page: str
    title: str
    kind: str
    words: list[str]
    also: list[str]


def compare(before: Path, after: Path) -> tuple[list[PageChange], list[str]]:
    """The pages whose words changed, and the addresses of those that changed in other ways."""
    old, new = Site(before), Site(after)
    changes: dict[Hunks, PageChange] = {}
    others = []
    for path in sorted(old.by_path.keys() | new.by_path.keys()):
        was, now = old.by_path.get(path), new.by_path.get(path)
        if was and now and was.file.read_bytes() == now.file.read_bytes():
            continue
        if hunks := _differences(_main(was), _main(now)):
            key = tuple(_narrowed(hunk) for hunk in hunks)
            change = _change(was, now, hunks)
            if changes.setdefault(key, change) is not change:
                changes[key]["also"].append(change["page"])
        elif now:
            others.append(now.address)
    every = _differences(_frame(old), _frame(new))
    frame = PageChange(page=EVERY_PAGE, title="", kind="changed", words=_shown(every), also=[])
    return [frame] * bool(every) + list(changes.values()), others


def _change(was: Page | None, now: Page | None, hunks: Hunks) -> PageChange:
    page = now or was
    assert page
    kind = "changed" if was and now else "new" if now else "gone"
    title = " ".join((page.tree.findtext(".//title") or "").split())
    return PageChange(page=page.address, title=title, kind=kind, words=_shown(hunks), also=[])


def _differences(was: list[str], now: list[str]) -> Hunks:
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return tuple(
        (tuple(was[i:j]), tuple(now[k:m])) for kind, i, j, k, m in steps if kind != "equal"
    )


def _narrowed(hunk: Hunk) -> Hunk:
    """A hunk without the words that it begins and ends with in both."""
    was, now = (" ".join(lines).split() for lines in hunk)
    start = _shared(was, now)
    was, now = was[start:], now[start:]
    end = _shared(was[::-1], now[::-1])
    return tuple(was[: len(was) - end]), tuple(now[: len(now) - end])


def _shared(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _shown(hunks: Hunks) -> list[str]:
    found: list[str] = []
    for was, now in hunks:
        found += [PLACE] * bool(found)
        found += [BEFORE + line for line in was] + [AFTER + line for line in now]
    return found


def _main(page: Page | None) -> list[str]:
    """The words of a page's own part: all of it, where no part is marked."""
    found = page.find("//main") or page.find("//body") if page else []
    return list(_lines(found[0])) if found else []


def _frame(site: Site) -> list[str]:
    """The words around that part, which all pages share: those of the home page."""
    found = site.pages["/"].find("//body/*[not(descendant-or-self::main)]") if site.pages else []
    return [line for element in found for line in _lines(element)]


def _lines(element: Any) -> Iterator[str]:
    """Lines of words, in the order in which they are read; names of pictures, and addresses of
    other sites, in brackets.
    """
    text = "".join(_pieces(element))
    return filter(None, (" ".join(line.split()) for line in text.split("\n")))


def _pieces(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return
    edge = "" if element.tag in INLINE else "\n"
    yield edge
    if name := element.get("alt") or (element.tag == "svg" and element.get("aria-label")):
        yield f"\n[{name}]\n"
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        yield from _pieces(child)
        yield " ".join((child.tail or "").split("\n"))
    if element.get("href", "").startswith("http"):
        yield f" [{element.get('href')}]"
    yield edge
