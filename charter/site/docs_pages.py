"""What the pages in `docs/` are called, and what can be wrong with them: they are prose, and ask
for drawn pieces by name.
"""

import re
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from charter.data import yaml_reader
from charter.problems import Problem
from charter.project_files import files, problem, read

# What stands on top of a page between two lines of three hyphens: its title and description.
REQUEST = re.compile(r"\{\{ \w+\(\"[a-z0-9/-]+\"\) \}\}\s*")
TOP = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
PAGES = "**/*.md"
NOT_A_REQUEST = (
    "text between {{ and }} asks for a drawn piece, such as {{ story() }}. Write it like that, or"
    ' take "{{", "{%" or "{#" out'
)


def titles(docs: Path) -> dict[str, str]:
    """The title of every page that gives one on top, by the page's address. (Pages of records have
    theirs from the data.)
    """
    found = {}
    for file in files(docs, PAGES):
        text = read(file, docs)
        top = TOP.match(text) if isinstance(text, str) else None
        fields = yaml_reader.read(top[1]).value if top else None
        if isinstance(fields, dict) and "title" in fields:
            found[address(file.relative_to(docs))] = str(fields["title"])
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


def mistakes(docs: Path, offered: Collection[str]) -> list[Problem]:
    """Every request in `docs` for a piece that is not offered, and all that is not written as a
    request should be.
    """
    return [found for file in files(docs, PAGES) for found in _in_page(file, docs, offered)]


def _in_page(file: Path, docs: Path, offered: Collection[str]) -> list[Problem]:
    text = read(file, docs)
    if isinstance(text, Problem):
        return [text]
    try:
        page = Environment(autoescape=True).parse(text)
    except TemplateSyntaxError as error:
        return [problem(file, docs, NOT_A_REQUEST, error.lineno)]
    asked = [part for part in page.find_all(nodes.Name) if part.name not in offered]
    return [problem(file, docs, _unknown(part.name, offered), part.lineno) for part in asked]


def _unknown(wanted: str, offered: Collection[str]) -> str:
    near = get_close_matches(wanted, offered, n=1)
    remedy = (
        f"Did you mean {{{{ {near[0]}() }}}}?"
        if near
        else "The pieces are: " + ", ".join(sorted(offered))
    )
    return f'there is no piece called "{wanted}" to draw here. {remedy}'
