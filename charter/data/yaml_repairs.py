"""Which line of a file that is no YAML an editor has to change: one where a usual remedy mends the
file. The parser names only where it gave up, which may be far below the mistake."""

import json
import math
import re
from collections.abc import Callable, Iterator
from functools import cache, partial

import yaml

from charter.data.odd_characters import BULLETS, plain, told
from charter.model.records import Record

LOADER = yaml.CSafeLoader
FIELD = re.compile(r"(?P<before>[ ]*(?:- +)*[\w-]+: +)(?P<text>\S.*)")
ITEM = re.compile(r"(?P<before>[ ]*- +)(?P<text>\S.*)")
TEXT = re.compile(r"\s*(?!-\s|#|[\w-]+:(\s|$))\S.*|\s*")
HYPHENS = re.compile(r"^[ ]*(- +)*")
# What a line has before its text, as it looks.
MARKS = re.compile(r"\s*(-\s+)*([\w-]+\s*:)?\s*")
# How much text may be tried in all, how near to the parser's line what is not conspicuous is
# looked for, and how many lines of strange characters are told.
ROOM, NEAR, MOST = 4_000_000, 3, 200
# How much further in one line stands than the one that it belongs to.
STEP = 2

Remedy = Callable[[list[str], int], Iterator[str]]


def strange_characters(text: str) -> list[tuple[int, str]]:
    """Every line with a strange character before its text."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.isascii() or (at := _strange(line)) is None:
            continue
        before = line[:at].strip()
        place = f'after "{before[-20:]}"' if before else "before the first word"
        found.append((number, f"{place} {told(line[at])}"))
    return found[:MOST]


def _strange(line: str) -> int | None:
    """The place of the first strange character among what stands before the text of a line."""
    looks = ""
    for place, character in enumerate(line):
        looks += plain(character)
        if plain(character) != character:
            rest = plain(line[place + 1 :])
            marks = MARKS.match(looks + rest)
            if marks and marks.end() >= len(looks):
                return place
    return None


def reach(text: str) -> float:
    """The line, from 0, at which the parser gives up; infinite, where it reads all."""
    try:
        for _ in yaml.parse(text, Loader=LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return float(error.problem_mark.line) if error.problem_mark else 0.0
    except yaml.YAMLError:
        return -1.0
    return math.inf


def mend(text: str, noted: int, given_up: int) -> tuple[int, str] | None:
    """The line to change (from 1) and how, where one of the usual remedies lets the parser go
    further than the line at which it has `given_up`; `noted` is where it saw something begin."""
    lines = text.split("\n")
    last = min(given_up + 2, len(lines))
    near = {*range(max(given_up - NEAR, 0), last), *range(max(noted - 1, 0), min(noted + 2, last))}
    best: tuple[float, int, int] = (float(given_up), 0, 0)
    found, room = None, ROOM
    as_usual = -_unusual(lines)
    for rank, (message, tried, everywhere) in enumerate(REMEDIES):
        if best[0] == math.inf and best[1] >= as_usual:
            break  # nothing better can come
        for index in sorted(range(last) if everywhere else near, key=lambda i: abs(i - given_up)):
            for line in tried(lines, index):
                room -= len(text)
                if room < 0:
                    return found
                changed = [*lines[:index], line, *lines[index + 1 :]]
                whole = "\n".join(changed)
                got = reach(whole), -_strangers(whole) - _unusual(changed), -rank
                if got[0] > given_up and got > best:
                    or_item = OR_ITEM if message == FAR_IN and _goes_on(lines, index) else ""
                    best = got
                    found = (index + 1, message.format(blanks=_indent(line)) + or_item)
    return found


def joined(text: str, first: int, second: int) -> tuple[int, str]:
    """Which of two items (lines from 1), that the parser takes for one text, is to be moved."""
    lines, tried = text.split("\n"), []
    for line, other in ((first, second), (second, first)):
        blanks = _indent(lines[other - 1])
        moved = " " * blanks + lines[line - 1].strip()
        changed = [*lines[: line - 1], moved, *lines[line:]]
        tried.append((_unusual(changed), -line, FAR_IN.format(blanks=blanks)))
    _, line, said = min(tried)
    return -line, said


@cache
def _known() -> set[frozenset[str]]:
    """The names of the fields of each kind of record."""
    kinds, found = [Record], set()
    while kinds:
        kind = kinds.pop()
        found.add(frozenset(info.alias or name for name, info in kind.model_fields.items()))
        kinds += kind.__subclasses__()
    return found


def _strangers(text: str) -> int:
    """How many groups of fields are those of no kind of record."""
    try:
        nodes, count = [yaml.compose(text, Loader=LOADER)], 0
    except yaml.YAMLError:
        return len(text)
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif isinstance(node, yaml.MappingNode):
            nodes += [value for _, value in node.value]
            names = {name.value for name, _ in node.value if isinstance(name, yaml.ScalarNode)}
            count += not any(names <= known for known in _known())
    return count


def _unusual(lines: list[str]) -> int:
    """How many lines start as far in as lines seldom do: below a name without text and no further
    in, below a text and further in, more than one step further in, or by half a step."""
    count, before = 0, ""
    for line in filter(str.strip, lines):
        if line.lstrip().startswith("#"):
            continue
        step = _indent(line) - (len(before) - len(HYPHENS.sub("", before, count=1)))
        opens = before.endswith((":", ">-", ">", "|")) or not before
        item = line.lstrip().startswith("-")
        hollow = before.endswith(":") and step <= 0 and not item
        joined = not opens and (step > 0 or (item and _indent(line) > _indent(before)))
        count += (step > STEP) + hollow + joined + _indent(line) % STEP
        before = line
    return count


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _substitute(pattern: str, new: str, lines: list[str], index: int) -> Iterator[str]:
    line, count = re.subn(pattern, new, lines[index])
    if count:
        yield line


def _text(line: str) -> tuple[str, str]:
    """What stands before the text of a line, and its text."""
    found = FIELD.fullmatch(line) or ITEM.fullmatch(line)
    return (found["before"], found["text"].rstrip()) if found else (line, "")


def _end_of_quotation(lines: list[str], index: int) -> Iterator[str]:
    before, text = _text(lines[index])
    if text[:1] in ("'", '"') and text.count(text[0]) == 1:
        yield from (before + text + text[0], before + text[1:])


def _quoted_again(lines: list[str], index: int) -> Iterator[str]:
    before, text = _text(lines[index])
    if text[:1] in ("'", '"') and text.count(text[0]) > 1:
        yield f"{before}{json.dumps(text)}"


def _end_of_bracket(lines: list[str], index: int) -> Iterator[str]:
    before, text = _text(lines[index])
    for opening, closing in ("[]", "{}"):
        if text.startswith(opening) and text.count(opening) > text.count(closing):
            missing = closing * (text.count(opening) - text.count(closing))
            yield from (before + text + missing, f"{before}{text!r}", before + text[1:])


def _quoted_bracket(lines: list[str], index: int) -> Iterator[str]:
    before, text = _text(lines[index])
    if re.match(r"\[.*\]\S* *[^,\s]|\{.*\}\S* *[^,\s]", text):
        yield f"{before}{json.dumps(text)}"


def _hyphen(lines: list[str], index: int) -> Iterator[str]:
    if not lines[index].lstrip().startswith("-"):
        yield from _as_neighbours(lines, index, "- ")


def _first_hyphen(lines: list[str], index: int) -> Iterator[str]:
    above = next(filter(str.strip, reversed(lines[:index])), ":")
    if above.rstrip().endswith(":") or above.startswith("#"):
        yield from _hyphen(lines, index)


def _as_neighbours(lines: list[str], index: int, before: str = "") -> Iterator[str]:
    """The line as far in as one of those around it."""
    text = "" if lines[index].lstrip().startswith("#") else lines[index].strip()
    around = {_indent(line) for line in lines[max(index - 8, 0) : index + 8] if line.strip()}
    steps = {indent + more for indent in around for more in (-STEP, 0, STEP)} | {0}
    for indent in sorted(step for step in steps if step >= 0):
        if text and " " * indent + before + text != lines[index]:
            yield " " * indent + before + text


def _goes_on(lines: list[str], index: int) -> bool:
    """Whether a line of text alone stands below an item of a list that is a text."""
    above = next((line for line in reversed(lines[:index]) if not TEXT.fullmatch(line)), "")
    return bool(TEXT.fullmatch(lines[index]) and ITEM.fullmatch(above) and not FIELD.match(above))


OR_ITEM = ". Or, if it is an item of its own, begin it with a hyphen and a space: - text"
FAR_IN = "this line does not start as far in as its neighbours. Start it with {blanks} spaces"
OTHER_SIGN = (
    "an item of a list starts with a hyphen and a space, and with no other sign. Write it like"
    " this: - text"
)
NO_HYPHEN = "there is no hyphen and space before this. Write it like this: - text"
# What to say, the lines that may stand in place of a line, and whether that is tried far from the
# place where the parser gave up. Among remedies that go as far, the first one counts, and then the
# one that leaves the most usual file.
REMEDIES: list[tuple[str, Remedy, bool]] = [
    (
        "a line of three dots ends the file here. Take the line out",
        partial(_substitute, r"^\s*\.\.\.\s*$", ""),
        True,
    ),
    (
        "a line of three hyphens starts a second document. Take it out",
        partial(_substitute, r"^\s*---\s*$", ""),
        True,
    ),
    (
        "there is no space after the colon. Write it like this: name: text",
        partial(_substitute, r"^([ ]*(?:- +)*[\w-]+):(?=[^\s:/])", r"\1: "),
        True,
    ),
    ("a quotation mark is opened here and never closed. Close it", _end_of_quotation, True),
    (
        "a quotation mark stands inside the text. Put the whole text, with it, between quotation"
        " marks of the other kind, ' or \"",
        _quoted_again,
        True,
    ),
    ("a bracket is opened here and never closed. Close it", _end_of_bracket, True),
    (
        "there is no space after the hyphen. Write it like this: - text",
        partial(_substitute, r"^([ ]*)-(?=[^\s-])", r"\1- "),
        True,
    ),
    (
        OTHER_SIGN,
        partial(_substitute, rf"^([ ]*)(?:[{BULLETS}+]|\d+[.)])\s+", r"\1- "),
        True,
    ),
    ('text that starts with a bracket must be in quotes: "[…] …"', _quoted_bracket, True),
    (
        "a note starts with #. Write it like this: # note",
        partial(_substitute, r"^\s*(?:<!--|//).*", "# note"),
        True,
    ),
    ("there is a tab. Use spaces instead", partial(_substitute, "\t", "  "), True),
    (
        FAR_IN,
        _as_neighbours,
        False,
    ),
    (
        "there is no colon and space after the name of the field. Write it like this: name: text",
        partial(_substitute, r"^([ ]*(?:- +)*[a-z_]+)(?=[\s;]|$)(?!\s*:)", r"\1:"),
        False,
    ),
    (NO_HYPHEN, _hyphen, False),
    (NO_HYPHEN, _first_hyphen, True),
]
