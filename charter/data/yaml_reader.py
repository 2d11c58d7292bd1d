"""YAML without surprises: what an editor typed is what we read, and every value knows its line.

PyYAML alone keeps the last of two equal keys, turns `no` into false and `8:30` into 510, and drops
what follows a `#` without a word. Here each of these is a fault with a line and a remedy."""

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from charter.data import odd_characters, yaml_errors, yaml_repairs
from charter.model.records import Loc
from charter.project_files import TOO_MUCH


class Misread:
    """A bare word that YAML would read as something other than what was typed."""

    def __init__(self, typed: str) -> None:
        self.typed = typed


class Tagged(list[object]):
    """What stands behind a tag of settings, such as !ENV: one word, or several."""


@dataclass
class Document:
    """One YAML file: its value, the line of each part of it, what was typed there, and the faults
    found so far."""

    value: object = None
    lines: dict[Loc, int] = field(default_factory=dict)
    typed: dict[Loc, str] = field(default_factory=dict)
    faults: list[tuple[int, Loc, str]] = field(default_factory=list)
    tags: Collection[str] = ()

    def fault(self, line: int, loc: Loc, message: str) -> None:
        """Note what is wrong at a line."""
        self.faults.append((line, loc, message))


# libyaml's reader: ten times as fast as the one in Python, which matters with two thousand records.
LOADER = yaml.CSafeLoader
QUOTED = ("'", '"', "|", ">")

# Far more than the model ever needs. These keep the reader from running out of room or time,
# whatever a file holds.
DEEPEST = 20
MOST_VALUES = 100_000
# YAML reads 12:30 as 750 and 08:30 as text; nobody should have to know which is which.
LOOKS_LIKE_A_TIME = r"\d+(:\d\d)+"

# A note behind a value, and one between the name of a field, or the hyphen of an item, and its text
# on the next line.
NOTE = re.compile(r"[ \t]*#")
NOTE_BEHIND_NAME = re.compile(r"[ \t]*:[ \t]+#")
NOTE_BEHIND_HYPHEN = re.compile(r"^[ \t]*-[ \t]+#", re.MULTILINE)
# Text without quotes that was meant to be something else: an item, a field, or the end of a file.
MEANT = (
    (
        re.compile(rf"[-\u2010-\u2015\u2212{odd_characters.BULLETS}](?=\s*[^\W\d])"),
        "starts like an item of a list. Write items like this, each as far in as the others, and"
        " with one hyphen: - text. If it is text, put it in quotes",
    ),
    (
        re.compile(r"(mailto|tel|sms):\S"),
        'looks like a field, because of its colon. Put it in quotes: "…"',
    ),
    (
        re.compile(r"[a-z_]+\s*(:(?=[^\s:/])|[\ufe13\ufe55\uff1a\u2236\ua789])"),
        "looks like a field. Write fields like this: name: text. If it is text, put it in quotes",
    ),
    (re.compile(r"\.\.\.$"), "a line of three dots is taken for text here. Take the line out"),
)
SWALLOWED = (
    'everything after " #" would be lost. Put the whole text in quotes, or move the comment to a'
    " line of its own"
)
EMPTY = "the file is empty. Write its records, or take the file away"


def read(text: str, room: int = 1, *, tags: Collection[str] = ()) -> Document:
    """Read one file, which may be `room` times as big as one written by hand. Never raises: the
    document's `faults` say what is wrong. A file of settings has `tags`, and notes anywhere. Nobody
    changes a document: the same text gives the same one again."""
    return _read(text, room, frozenset(tags))


# A preview reads everything again at each save, though one file alone is new.
@lru_cache(maxsize=5000)
def _read(text: str, room: int, tags: frozenset[str]) -> Document:
    document = Document(tags=tags)
    if unseen := yaml_errors.unseen_characters(text):
        document.faults = [(line, (), message) for line, message in unseen]
        return document
    try:
        _refuse_shortcuts(text, document, MOST_VALUES * room)
        root = None if document.faults else yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        document.faults = [(line, (), told) for line, told in yaml_errors.explain(error, text)]
        return document
    if document.faults:
        return document
    # A line of three hyphens with nothing below it is a document, and holds nothing.
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value == ""):
        document.fault(1, (), EMPTY)
        return document
    document.value = _Reader(document, text).value(root, ())
    return document


def holds_notes_only(text: str) -> bool:
    """Whether a file has nothing but blank lines and notes for editors."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())


def _refuse_shortcuts(text: str, document: Document, most_values: int) -> None:
    """Anchors, aliases, tags, second documents and deep nesting: nobody needs them, and they can
    hide or multiply text."""
    documents = depth = values = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = _line(event.start_mark)
        values += isinstance(event, yaml.NodeEvent)
        if values > most_values:
            document.fault(1, (), TOO_MUCH)
            return
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if depth > DEEPEST:
            document.fault(line, (), "lists or brackets are nested too deep. Take some out")
            return
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                document.fault(
                    line, (), "a line of three hyphens starts a second document. Take it out"
                )
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            document.fault(line, (), 'text that starts with & or * must be in quotes: "& …"')
        elif getattr(event, "tag", None) not in (None, *document.tags):
            document.fault(line, (), 'text that starts with ! must be in quotes: "! …"')


def _line(mark: Any) -> int:
    """The line of a mark, counted from 1."""
    return mark.line + 1 if mark else 1


class _Reader:
    """Turns PyYAML's nodes into plain values and notes where each stood."""

    def __init__(self, document: Document, source: str) -> None:
        self.document = document
        self.source = source

    def value(self, node: yaml.Node, loc: Loc) -> object:
        self.document.lines.setdefault(loc, _line(node.start_mark))
        if node.tag in self.document.tags:
            inner = node.value if isinstance(node.value, list) else [node]
            return Tagged(
                each.value if isinstance(each, yaml.ScalarNode) else each for each in inner
            )
        match node:
            case yaml.MappingNode():
                return self._mapping(node, loc)
            case yaml.SequenceNode():
                return self._sequence(node, loc)
            case yaml.ScalarNode():
                return self._scalar(node, loc)
        raise TypeError(f"YAML has no node of the kind {type(node)}")

    def _sequence(self, node: yaml.SequenceNode, loc: Loc) -> list[object]:
        found, end = [], node.start_mark.index
        for index, item in enumerate(node.value):
            if isinstance(item, yaml.ScalarNode) and NOTE_BEHIND_HYPHEN.search(
                self.source[end : item.start_mark.index]
            ):
                self.document.fault(_line(item.start_mark), (*loc, index), SWALLOWED)
            found.append(self.value(item, (*loc, index)))
            end = item.end_mark.index
        return found

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = _line(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.document.fault(
                    line,
                    loc,
                    "the name of a field must be a plain word. Write it like this: name: text",
                )
                continue
            key = str(key_node.value)
            if strange := odd_characters.in_word(key):
                self.document.fault(line, (*loc, odd_characters.plain(key)), strange)
                key = odd_characters.plain(key).strip()  # one fault is told once
            if key in found:
                self.document.fault(line, (*loc, key), "stands here twice. Keep one of the two")
                continue
            below = isinstance(value_node, yaml.ScalarNode) and value_node.value
            self.document.lines[(*loc, key)] = _line(value_node.start_mark) if below else line
            if isinstance(value_node, yaml.ScalarNode) and NOTE_BEHIND_NAME.match(
                self.source, key_node.end_mark.index
            ):
                self.document.fault(line, (*loc, key), SWALLOWED)
            found[key] = self.value(value_node, (*loc, key))
        return found

    def _scalar(self, node: yaml.ScalarNode, loc: Loc) -> object:
        typed = str(node.value)
        self.document.typed[loc] = typed
        if node.style in QUOTED:
            return typed
        if not self.document.tags:
            self._refuse_swallowed_comment(node, loc)
        self._refuse_what_is_no_text(node, loc)
        kind = node.tag.rsplit(":", 1)[-1]
        if kind == "str" and not re.fullmatch(LOOKS_LIKE_A_TIME, typed):
            return typed
        if kind == "null" and typed == "":
            return None
        if kind == "bool" and typed in ("true", "false"):
            return typed == "true"
        if kind == "int" and re.fullmatch(r"0|-?[1-9]\d{0,17}", typed):
            return int(typed)
        if kind == "timestamp" and re.fullmatch(r"\d{4}-\d\d-\d\d", typed):
            try:
                return datetime.date.fromisoformat(typed)
            except ValueError:
                return Misread(typed)
        return Misread(typed)

    def _refuse_swallowed_comment(self, node: yaml.Node, loc: Loc) -> None:
        """`text: Number # 3` keeps only `Number`, and `text: #3` keeps nothing: ask, rather than
        lose the rest."""
        end = node.end_mark
        if NOTE.match(self.source, end.index):
            self.document.fault(end.line + 1, loc, SWALLOWED)

    def _refuse_what_is_no_text(self, node: yaml.Node, loc: Loc) -> None:
        """`-text`, `name:text`, and a line that YAML joins to the text above it."""
        typed = self.source[node.start_mark.index : node.end_mark.index]
        for line, text in enumerate(map(str.strip, typed.split("\n")), _line(node.start_mark)):
            said = next((message for meant, message in MEANT if meant.match(text)), None)
            if said and typed != "...":
                if line > _line(node.start_mark) and text.startswith("- "):
                    line, said = yaml_repairs.joined(self.source, _line(node.start_mark), line)
                # Behind the hyphen of an item, no other sign is right either.
                second = line == _line(node.start_mark) and isinstance(next(reversed(loc), ""), int)
                strange = "" if second else odd_characters.in_word(text.partition(" ")[0])
                self.document.fault(line, loc, strange or said)
                return
