"""Which rules does a page need? A rule stays while each name in it (of an element, a class, an id
or an attribute) stands on
the page or in one of its scripts.

How these lie inside each other, and states such as :hover or :checked, are not looked at: both may
change while the page is open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from cssselect2 import parser

from publish.css.parse import Declaration, Group, Other, Rule, Style


def needed(rules: Sequence[Rule], names: set[str]) -> str:
    """What a page with these names needs of the rules, as one text. A name looks as in CSS: `svg`,
    `.badge`, `#menu`, `[open`.
    """
    kept = list(_kept(rules, names))
    used = _used(kept)
    return "".join(_written(rule, used) for rule in kept)


def _kept(rules: Sequence[Rule], names: set[str]) -> Iterator[Rule]:
    for rule in rules:
        match rule:
            case Style():
                selectors = tuple(
                    (text, tree)
                    for text, tree in rule.selectors
                    if tree is None or _possible(tree, names)
                )
                if selectors:
                    yield replace(rule, selectors=selectors)
            case Group():
                if inside := tuple(_kept(rule.rules, names)):
                    yield replace(rule, rules=inside)
            case Other():
                yield rule


def _possible(part: Any, names: set[str]) -> bool:
    """Whether a part of a selector could match on a page with these names, now or in some state."""
    match part:
        case parser.Selector():
            return _possible(part.parsed_tree, names)
        case parser.RelativeSelector():
            return _possible(part.selector, names)
        case parser.CombinedSelector():
            return _possible(part.left, names) and _possible(part.right, names)
        case parser.CompoundSelector():
            return all(_possible(each, names) for each in part.simple_selectors)
        case (
            parser.MatchesAnySelector()
            | parser.SpecificityAdjustmentSelector()
            | parser.RelationalSelector()
        ):
            return any(_possible(each, names) for each in part.selector_list)
        case parser.LocalNameSelector():
            return part.lower_local_name in names
        case parser.ClassSelector():
            return f".{part.class_name}" in names
        case parser.IDSelector():
            return f"#{part.ident}" in names
        case parser.AttributeSelector():
            return f"[{part.lower_name}" in names
    return True  # a state such as :hover, or :not(…)


def _used(rules: Sequence[Rule]) -> set[str]:
    """The custom properties that matter: those that a property uses, and those that these are made
    of.
    """
    declarations = [declaration for rule in rules for declaration in _declared(rule)]
    used = {
        name for declaration in declarations if not declaration.sets for name in declaration.uses
    }
    while (
        more := {
            name
            for declaration in declarations
            if declaration.sets in used
            for name in declaration.uses
        }
        - used
    ):
        used |= more
    return used


def _declared(rule: Rule) -> Iterator[Declaration]:
    match rule:
        case Style():
            yield from rule.declarations
        case Group():
            for inside in rule.rules:
                yield from _declared(inside)


def _written(rule: Rule, used: set[str]) -> str:
    match rule:
        case Style():
            texts = [each.text for each in rule.declarations if not each.sets or each.sets in used]
            return (
                f"{','.join(text for text, _ in rule.selectors)}{{{';'.join(texts)}}}"
                if texts
                else ""
            )
        case Group():
            inside = "".join(_written(each, used) for each in rule.rules)
            return f"{rule.condition}{{{inside}}}" if inside else ""
    return rule.text
