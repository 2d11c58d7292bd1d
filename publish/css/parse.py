"""Style sheets, read once and taken apart into rules, each written as short as it can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import tinycss2
from cssselect2 import SelectorError, parser
from tinycss2.ast import FunctionBlock, ParenthesesBlock, WhitespaceToken


class Unreadable(Exception):
    """A style sheet that is not CSS; says where and why."""


@dataclass(frozen=True)
class Declaration:
    """`display: grid`, as short as it can be written; `sets` is the custom property that it gives a
    value, such as `--ink`.
    """

    text: str
    sets: str
    uses: frozenset[str]


@dataclass(frozen=True)
class Style:
    """Declarations, and the selectors that they hold for: the text of each, and how cssselect2
    reads it (None, if it can't).
    """

    selectors: tuple[tuple[str, Any], ...]
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True)
class Group:
    """Rules that hold on a condition: `@media print`."""

    condition: str
    rules: "tuple[Rule, ...]"


@dataclass(frozen=True)
class Other:
    """Any other rule, such as `@page`. It stays as it is."""

    text: str


Rule = Style | Group | Other


@cache
def read(text: str, name: str) -> tuple[Rule, ...]:
    """The rules of a style sheet.

    Raises:
        Unreadable: it is not CSS. `name` says to the reader which sheet it was.
    """
    return tuple(
        _rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), name)
    )


def _rules(nodes: list[Any], name: str) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "error":
            raise Unreadable(f"{name}, line {node.source_line}: this is not CSS ({node.message}).")
        if node.type == "qualified-rule":
            yield Style(tuple(_selectors(node.prelude)), tuple(_declarations(node.content, name)))
        elif node.lower_at_keyword in ("media", "supports"):
            inside = tinycss2.parse_rule_list(
                node.content, skip_comments=True, skip_whitespace=True
            )
            yield Group(
                f"@{node.lower_at_keyword} {_text(node.prelude)}", tuple(_rules(inside, name))
            )
        else:
            content = "" if node.content is None else f"{{{_text(node.content)}}}"
            yield Other(f"@{node.at_keyword} {_text(node.prelude)}{content or ';'}")


def _selectors(prelude: list[Any]) -> Iterator[tuple[str, Any]]:
    one: list[Any] = []
    for token in [*prelude, None]:
        if token is None or token == ",":
            try:
                (tree,) = parser.parse(one)
            except SelectorError:
                tree = None
            yield _text(one), tree
            one = []
        else:
            one.append(token)


def _declarations(content: list[Any], name: str) -> Iterator[Declaration]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type != "declaration":
            why = getattr(node, "message", "only declarations may stand inside a rule here")
            raise Unreadable(f"{name}, line {node.source_line}: this is not a declaration ({why}).")
        value = _text(node.value)
        text = f"{node.name}:{value}{'!important' if node.important else ''}"
        sets = node.name if node.name.startswith("--") else ""
        yield Declaration(text, sets, frozenset(re.findall(r"var\((--[\w-]+)", value)))


def _text(tokens: list[Any]) -> str:
    """Tokens as short text: no comments, and white space only where it says something."""
    return str(tinycss2.serialize(_short(tokens)))


def _short(tokens: list[Any]) -> list[Any]:
    kept: list[Any] = []
    for token in tokens:
        blank_before = bool(kept) and kept[-1].type == "whitespace"
        if token.type == "comment" or (
            token.type == "whitespace" and (blank_before or not kept or kept[-1] in (",", ":", ">"))
        ):
            continue
        if blank_before and token in (",", ">"):
            kept.pop()
        kept.append(_short_inside(token))
    return kept[:-1] if kept and kept[-1].type == "whitespace" else kept


def _short_inside(token: Any) -> Any:
    at = token.source_line, token.source_column
    match token:
        case WhitespaceToken():
            return WhitespaceToken(*at, " ")
        case FunctionBlock():
            return FunctionBlock(*at, token.name, _short(token.arguments))
        case ParenthesesBlock():
            return ParenthesesBlock(*at, _short(token.content))
    return token
