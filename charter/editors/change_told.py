"""What is told of a change, on a terminal and on its pull request: what is to mend, or which pages
change, with the words before and after.

`python3 -m charter.editors.change_told FILE` reads a report that a stranger's programs may have
written, where nothing is installed: their words stand in blocks and spans of code alone, where
GitHub makes no link, picture, mention or HTML of them.
"""

import json
import os
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from charter.problems import in_one_line

MOST_BYTES = 5_000_000  # of a report
MOST = 50_000  # signs of what is told: GitHub takes 65,536
MOST_LINES, LONGEST = 60, 600  # of a page, and signs of a line
MOST_NAMES = 40
WRAPPER = textwrap.TextWrapper(88, break_on_hyphens=False, break_long_words=False)
SIGNS = {"+": "+", "-": "-"}  # how lines of words begin; any other is the next place
EVERY_PAGE = "every page"  # menu and foot, in a list of pages

MEND = "### Not ready yet: {count} to mend\n\nMend each in its file, and commit the change. {how}\n"
HOW = (
    "Each link leads to its line, where the pencil lets you change it. This text then changes too."
)
GOOD = "### What this change does\n\nThe check found nothing to mend. {what}\n"
WORDS = "Lines with - are the words as they are now. Lines with + are the new words.\n"
OTHERS = "{count} changed too, but not in words: in looks, links or data. {names}\n"
UNKNOWN = "But the site of now can't be built, so nobody can say here what changes."
LOOK = """**See it before it is published.** At the foot of [the page of this check]({run}), under \
"Artifacts", is "change". Unpack that file, then open `site/index.html`: it is the whole site. In \
`pictures` is each changed page, as on a phone and on a desk. You have to be signed in to GitHub.
"""
MORE = "There is more, which does not fit here.\n"
UNREADABLE = "### This change could not be read\n\nIts report isn't one that our programs write.\n"


def told(report: dict[str, Any], run: str = "", files: str = "") -> str:
    """A report as Markdown. `run` is the address of the workflow's run, `files` that of the
    change's files.
    """
    parts = _mend(report["problems"], files) if "problems" in report else _good(report)
    look = LOOK.format(run=run) if run and "problems" not in report else ""
    said, left = [], MOST
    for part in parts:
        left -= len(part)
        if left < 0:
            said.append(MORE)
            break
        said.append(part)
    return "\n".join([*said, *([look] if look else [])])


def _mend(problems: list[dict[str, Any]], files: str) -> Iterator[str]:
    yield (
        MEND.format(count=_count(len(problems), "thing"), how=HOW if files else "").rstrip() + "\n"
    )
    for problem in problems:
        file, line = str(problem["file"]), int(problem["line"])
        where = f"{_code(file)}, line {line}"
        if files and re.fullmatch(r"[\w./-]+\.\w+", file):
            where = f"[{where}]({files}/{quote(file[:300])}?plain=1#L{line})"
        field = f"{problem['field']}: " if problem["field"] else ""
        lines = f"{field}{problem['message']}".split("\n")
        yield f"{where}\n\n{_block('', [('', each) for each in lines])}\n"


def _good(report: dict[str, Any]) -> Iterator[str]:
    if report["pages"] is None:
        yield GOOD.format(what=UNKNOWN)
        return
    pages, others = report["pages"], report["others"]
    number = sum(1 + len(page["also"]) for page in pages if page["page"] != EVERY_PAGE)
    what = (
        f"{_count(number, 'page')} will read differently."
        if pages
        else "No page will read differently."
    )
    yield GOOD.format(what=what)
    if pages:
        yield WORDS
    for page in pages:
        kind = "" if page["kind"] == "changed" else f" ({_code(str(page['kind']))})"
        title = f" {_code(str(page['title']))}" if page["title"] else ""
        lines = [(SIGNS.get(str(each)[:1], " "), str(each)[1:]) for each in page["words"]]
        also = f"The same on {_names(page['also'])}\n" if page["also"] else ""
        yield f"**{_code(str(page['page']))}**{title}{kind}\n\n{_block('diff', lines)}\n{also}"
    if others:
        yield OTHERS.format(count=_count(len(others), "page"), names=_names(others))


def _names(pages: list[Any]) -> str:
    named = ", ".join(_code(str(each)) for each in pages[:MOST_NAMES])
    return f"{named} and {len(pages) - MOST_NAMES} more" if len(pages) > MOST_NAMES else named


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"


def _code(text: str) -> str:
    """A text of somebody else's in a line."""
    return f"`{in_one_line(text).replace('`', chr(39)).strip() or '?'}`"


def _block(kind: str, lines: list[tuple[str, str]]) -> str:
    """Lines of somebody else's, each after its sign. No line can end the block: its fence is
    longer than any in them.
    """
    shown = []
    for sign, text in lines[:MOST_LINES]:
        text = in_one_line(text, LONGEST)
        as_it_is = text.startswith("    ")  # lines of a file, to copy
        parts = [text] if as_it_is else WRAPPER.wrap(text)
        shown += [f"{sign} {part}".rstrip() if sign else part for part in parts or [""]]
    shown += ["…"] * (len(lines) > MOST_LINES)
    fence = "`" * (1 + max([2, *map(len, re.findall("`+", "\n".join(shown)))]))
    return "\n".join([fence + kind, *shown, fence])


def main(file: Path) -> str:
    """What is told of the report in a file, with the addresses that RUN, FILES and BRANCH name."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return UNREADABLE
        report = json.loads(file.read_text(encoding="utf-8"))
        files = f"{os.environ['FILES']}/blob/{quote(os.environ['BRANCH'])}"
        return told(report, os.environ["RUN"], files)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError):
        return UNREADABLE


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(main(Path(sys.argv[1])))
