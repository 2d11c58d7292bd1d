"""What the pages in `docs/` are called, and what can be wrong with them: they are prose, and ask
for drawn pieces by name.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from posixpath import normpath, relpath
from urllib.parse import unquote, urljoin, urlsplit

from charter.model.fields import in_short
from charter.problems import Problem
from charter.project_files import files, problem, read, wrong_lines
from charter.site import docs_calls, docs_prose, docs_top

REQUEST = re.compile(r"\{\{ (\w+)\(\"[a-z0-9/-]+\"\) \}\}\s*")
PAGES = "**/*.md"
CAPITALS = 'a link to "{}" leads nowhere, because of its capitals. Write {}'
# The part of the site that pages of some records are in; all others are for families.
PART_OF = {
    "in_short": "languages",
    "in_short_leaflet": "languages",
    "in_short_large_print": "languages",
    "checklist": "paper",
    "talk_sheets": "paper",
    "search": "search",
    "moved": "made",
    "retired": "made",
    "sources": "made",
    "workshop_notes": "made",
    "year": "staff",
}


def titles(docs: Path) -> dict[str, str]:
    """The title of every page that gives one on top, by the page's address. (Pages of records have
    theirs from the data.)
    """
    found = {}
    for file in files(docs, PAGES):
        text = read(file, docs)
        title = docs_top.read(text).fields.get("title") if isinstance(text, str) else None
        if title is not None:
            found[address(file.relative_to(docs))] = str(title)
    return found


def parts(docs: Path) -> dict[str, str]:
    """The part of the site that each page is in (`part:`), by the page's address."""
    found = {}
    for file in files(docs, PAGES):
        text = read(file, docs)
        if isinstance(text, str):
            record = REQUEST.fullmatch(text)
            top = docs_top.read(text).fields
            part = PART_OF.get(record[1]) if record else top.get("part")
            found[address(file.relative_to(docs))] = str(part or "family")
    return found


def addresses(docs: Path) -> list[str]:
    """The address of every page that is written by hand."""
    by_hand = [file for file in files(docs, PAGES) if not is_request(file)]
    return [address(file.relative_to(docs)) for file in by_hand]


def is_request(file: Path) -> bool:
    """Whether a page holds nothing but a request for a piece that is drawn from a record."""
    text = read(file, file.parent)
    return isinstance(text, str) and bool(REQUEST.fullmatch(text))


def address(file: Path) -> str:
    """The address of a page below the site's root: `about.md` is at `about/`, and
    `charter/index.md` at `charter/`.
    """
    return "".join(f"{part}/" for part in file.with_suffix("").parts if part != "index")


def mistakes(docs: Path) -> list[Problem]:
    """All that is wrong with the pages themselves, whatever the data are."""
    there = _there(docs)
    pages = files(docs, PAGES)
    return [found for file in pages for found in _in_page(file, docs, there)] + _same(docs)


def _same(docs: Path) -> list[Problem]:
    """Pages whose address another page has already, but for capitals."""
    first: dict[str, Path] = {}
    found = []
    for file in files(docs, PAGES):
        other = first.setdefault(address(file.relative_to(docs)).casefold(), file)
        if other != file:
            name = other.relative_to(docs).as_posix()
            said = f"docs/{name} has the same address, so one of the two would be lost. Rename this"
            found.append(problem(file, docs, said))
    return found


def calls(docs: Path) -> Iterator[tuple[Path, docs_calls.Call]]:
    """Every call of an offered piece, with its page."""
    for file in files(docs, PAGES):
        text = read(file, docs)
        for found in docs_calls.read(text) if isinstance(text, str) else ():
            if isinstance(found, docs_calls.Call):
                yield file, found


def _there(docs: Path) -> dict[str, dict[str, str]]:
    """Each file of docs/ by all that links call it: in small letters, then as it is written."""
    there: dict[str, dict[str, str]] = {}
    for file in files(docs):
        name = file.relative_to(docs).as_posix()
        for called in {name, *[address(Path(name)).strip("/")] * name.endswith(".md")}:
            there.setdefault(called.casefold(), {})[called] = name
    return there


def _capitals(link: str, page: Path, there: dict[str, dict[str, str]]) -> str | None:
    """What is wrong with a link, where it leads to a page or picture but for its capitals."""
    path = urlsplit(link).path
    as_file, as_page = f"{page.parent}/{path}", urljoin(f"/{address(page)}", path)
    wanted = normpath(unquote(as_file)), unquote(as_page).strip("/")
    known = [there.get(one.casefold(), {}) for one in wanted]
    if any(one in names for one, names in zip(wanted, known, strict=True)):
        return None
    name = next((name for names in known for name in names.values()), None)
    return CAPITALS.format(in_short(link), relpath(name, page.parent)) if name else None


def _in_page(file: Path, docs: Path, there: dict[str, dict[str, str]]) -> Iterator[Problem]:
    text = read(file, docs)
    in_lines = wrong_lines(file, docs)
    yield from in_lines
    if isinstance(text, Problem):
        return
    top = docs_top.read(text)
    yield from (replace(problem(file, docs, said, at), field=name) for at, name, said in top.faults)
    near = partial(_capitals, page=file.relative_to(docs), there=there)
    told = {line for line, _, _ in top.faults} | {each.line for each in in_lines}
    for line, said in docs_prose.mistakes(text, top.first_line, near):
        if line not in told:
            yield problem(file, docs, said, line)
