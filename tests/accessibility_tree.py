"""What a page is to a screen reader, as indented lines of plain text. `make snapshots` keeps them
for every kind of page.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome

from a11y.browser.driver import shown
from a11y.browser.states import MENU_OPEN, WIDE, State
from charter import our_files
from charter.command_line import run_command
from charter.problems import ProblemsFound
from tests.made_up_site import kinds, made_up_site

KEPT = Path(__file__).parent / "snapshots"
# A role, and what stands beside it.
LINE = re.compile(r' *[A-Za-z]+( "[^"]*")?( described as "[^"]*")?( \[[^\]]*\])*( \(\d+\))?')
# Header and footer are the same on every page, so they are kept once, from the home page.
FRAME = "frame"

# Words and what only holds them: no landmark, no heading, nothing to choose. Lists and tables are
# counted instead.
_PASSED_OVER = (
    "RootWebArea generic none StaticText InlineTextBox LineBreak paragraph ListMarker "
    "emphasis strong time LabelText listitem row rowgroup cell gridcell term definition "
    "DescriptionListDetail DescriptionListTerm code Abbr Figcaption caption Legend Section "
    "superscript mark Pre SvgRoot"
)
PASSED_OVER = set(_PASSED_OVER.split())
COUNTED = {"list": "listitem", "DescriptionList": "term", "table": "row"}
STATES = ("level", "checked", "expanded", "pressed", "required", "invalid", "disabled", "hasPopup")
# Whoever hears that something is closed knows that it can be opened.
TOLD_EITHER_WAY = {"expanded", "pressed"}
LONGEST = 100


def tree(browser: Chrome) -> list[dict[str, Any]]:
    """The accessibility tree of the open page, as the browser hands it to a screen reader."""
    browser.execute_cdp_cmd("Accessibility.enable", {})
    nodes: list[dict[str, Any]] = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})[
        "nodes"
    ]
    browser.execute_cdp_cmd("Accessibility.disable", {})
    return nodes


def lines(nodes: list[dict[str, Any]]) -> list[str]:
    """One line for each landmark, heading, control, list, table and picture: its role, name and
    state, indented below what it is in.
    """
    by_id = {node["nodeId"]: node for node in nodes}
    return list(_below(nodes[0], by_id, 0))


def _below(node: dict[str, Any], by_id: dict[str, dict[str, Any]], depth: int) -> Iterator[str]:
    said = None if node["ignored"] else _said(node, by_id)
    if said:
        yield "  " * depth + said
    for child in _children(node, by_id):
        yield from _below(child, by_id, depth + bool(said))


def _children(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [by_id[child] for child in node.get("childIds", []) if child in by_id]


def _said(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> str:
    """The line for a node, or nothing."""
    role = str(node["role"]["value"])
    if role in PASSED_OVER:
        return ""
    name = " ".join(node.get("name", {}).get("value", "").split())
    parts = [role, f'"{name[:LONGEST]}{"…" if len(name) > LONGEST else ""}"' if name else ""]
    if about := node.get("description", {}).get("value"):
        parts.append(f'described as "{" ".join(about.split())[:LONGEST]}"')
    if role in COUNTED:
        parts.append(f"({_count(node, by_id, COUNTED[role])})")
    states = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    told = [
        name
        for name in STATES
        if states.get(name) not in (None, "false", False) or name in TOLD_EITHER_WAY & states.keys()
    ]
    parts += [f"[{name} {states[name]}]" for name in told]
    return " ".join(part for part in parts if part)


def _count(node: dict[str, Any], by_id: dict[str, dict[str, Any]], what: str) -> int:
    """How many of something stand in a node, and not in another of its kind inside it."""
    inside = [
        child
        for child in _children(node, by_id)
        if child["ignored"] or child["role"]["value"] not in COUNTED
    ]
    return sum(
        (not child["ignored"] and child["role"]["value"] == what) + _count(child, by_id, what)
        for child in inside
    )


def part(said: list[str], frame: bool) -> list[str]:
    """The lines around the main part, or those of the main part."""
    start = next(place for place, line in enumerate(said) if line.startswith("main"))
    end = next(
        (place for place, line in enumerate(said) if place > start and not line.startswith(" ")),
        len(said),
    )
    return said[:start] + said[end:] if frame else said[start:end]


def seen() -> dict[str, list[str]]:
    """The lines of each kind of page now, and of the frame with its menu open."""
    found = {FRAME: part(_lines_of("", MENU_OPEN), frame=True)}
    for kind, path in kinds().items():
        found[kind] = part(_lines_of(path, WIDE), frame=False)
    return found


def _lines_of(path: str, state: State) -> list[str]:
    with shown(made_up_site().page(path), state, where=made_up_site()) as browser:
        return lines(tree(browser))


def kept() -> dict[str, list[str]]:
    """The lines that people have read and kept."""
    return {
        file.stem: file.read_text(encoding="utf-8").splitlines()
        for file in sorted(KEPT.glob("*.txt"))
    }


def is_a_snapshot(_: Path, text: str) -> bool:
    """Whether nothing but a tree stands in a file: no words of people."""
    return all(map(LINE.fullmatch, text.splitlines()))


def main() -> int:
    """Keep what is seen now, and drop kinds that are no more."""
    now, before = seen(), kept()
    texts = {KEPT / f"{kind}.txt": "\n".join(said) + "\n" for kind, said in now.items()}
    _, refused = our_files.write(texts, KEPT, is_a_snapshot)
    for kind in before.keys() - now:
        if not our_files.why_not(KEPT / f"{kind}.txt", KEPT, is_a_snapshot):
            (KEPT / f"{kind}.txt").unlink()
    if refused:
        raise ProblemsFound(refused)
    changed = sorted(
        kind for kind in now.keys() | before.keys() if now.get(kind) != before.get(kind)
    )
    print(
        f"{len(now)} kinds of page. Changed: {', '.join(changed) or 'none'}. Read the difference"
        " before you commit it."
    )
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
