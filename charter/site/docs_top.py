"""The lines on top of a page in `docs/`, between two lines of three hyphens: its title, and what
search engines say of it.
"""

import re
from dataclasses import dataclass, field

from charter.data import yaml_reader, yaml_repairs
from charter.data.locations import field_name
from charter.model import Charter

LINE = "---"
# A line that was meant as three hyphens, and a first line that MkDocs takes for a field.
MEANT = re.compile(r"\s*[-–—‐‑−_*=.+;~]+\s*")
TAKEN_FOR_A_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):")
PARTS = ("family", "staff", "paper", "made", "search", "languages")
# Each field with the form of its text, and how to write it. `part` says what a page is for:
# publish/words.py counts words by it.
FIELDS = {
    "title": r".+",
    "description": r".+",
    "foot_size": r"\d{1,2}pt",
    "part": "|".join(PARTS),
    # Files of data/ without which there is no such page.
    "needs": r"[a-z-]+(\.[a-z-]+)?(, [a-z-]+(\.[a-z-]+)?)*",
}
LIKE = {"foot_size": "9pt", "part": " or ".join(PARTS), "needs": "outcomes, did-we"}
LIKE_THIS = "Begin the page with three lines: ---, title: …, and ---"
BLANK_ABOVE = (
    "the lines on top must begin on the first line of the page. Take out the blank lines above"
)
HYPHENS = "the lines on top begin and end with a line of three hyphens, and no blanks: ---"
NOT_CLOSED = (
    "the lines on top begin here and don't end. Write a line of three hyphens below them: ---"
)
BRACES = re.compile(r"\{[{%#]")


@dataclass
class Top:
    """What stands on top of a page, on which line the words begin, and what is wrong."""

    fields: dict[str, object] = field(default_factory=dict)
    first_line: int = 1
    faults: list[tuple[int, str, str]] = field(default_factory=list)


def read(text: str) -> Top:
    """Read the lines on top of a page. Never raises."""
    lines = text.split("\n")
    if lines[0].rstrip(" \t") != LINE:
        return Top(faults=_no_top(lines))
    ends = (number for number, line in enumerate(lines[1:], 1) if MEANT.fullmatch(line))
    end = next(ends, None)
    if end is None:
        return Top(faults=[(1, "", NOT_CLOSED)])
    if lines[end].rstrip(" \t") != LINE or end == len(lines) - 1:
        return Top(faults=[(end + 1, "", HYPHENS + ". Below them stand the words")])
    if not any(map(str.strip, lines[1:end])):
        return Top(faults=[(1, "", LIKE_THIS)])
    if strange := yaml_repairs.strange_characters("\n".join(lines[1:end])):
        return Top(faults=[(line + 1, "", said) for line, said in strange], first_line=end + 2)
    document = yaml_reader.read("\n".join([*lines[1:end], ""]))
    top = Top(first_line=end + 2)
    top.faults = [(line + 1, field_name(loc), message) for line, loc, message in document.faults]
    if isinstance(document.value, dict):
        top.fields = document.value
        for name, value in document.value.items():
            if said := _wrong(name, value):
                top.faults.append((document.lines.get((name,), 1) + 1, name, said))
    elif not document.faults:
        top.faults.append((2, "", LIKE_THIS))
    return top


def _no_top(lines: list[str]) -> list[tuple[int, str, str]]:
    number, first = next(((n, line) for n, line in enumerate(lines, 1) if line.strip()), (1, ""))
    taken = TAKEN_FOR_A_FIELD.match(first)
    if taken and (number == 1 or taken[1].lower() in FIELDS):
        said = f'"{taken[1]}:" on the first line is taken for a name, and is lost. {LIKE_THIS}'
        return [(number, "", said)]
    if MEANT.fullmatch(first):
        return [(number, "", BLANK_ABOVE if first.rstrip() == LINE else HYPHENS)]
    return []


def names(needs: str) -> list[str]:
    """The files, or fields of one, that a page needs."""
    return [name for each in needs.split(",") if (name := each.strip())]


def _in_data(name: str) -> bool:
    return name.partition(".")[0].replace("-", "_") in Charter.model_fields


def _wrong(name: str, value: object) -> str | None:
    if name not in FIELDS:
        return f"there is no such field here. The fields are: {', '.join(FIELDS)}"
    if not isinstance(value, str):
        shown = value.typed if isinstance(value, yaml_reader.Misread) else str(value or "")
        return f'write one text here, in quotes: "{shown[:40]}"'
    if BRACES.search(value):
        return 'is a text, and can\'t ask for a drawn piece. Take "{{", "{%" or "{#" out'
    if not value.strip():
        return "is empty. Write some text here"
    if name == "needs" and (strange := [each for each in names(value) if not _in_data(each)]):
        return f'"{strange[0]}" is no file of data/. Write its name without its ending'
    if not re.fullmatch(FIELDS[name], value.strip(), re.DOTALL):
        return f"is not what it should be. Write it like this: {LIKE[name]}"
    return None
