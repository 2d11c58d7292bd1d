"""Drawings inside a page, made ready for WeasyPrint, which applies no styles of the page within an
SVG.

Each part gets the colour of its role as an attribute. A drawing with a text alternative gets it as
a title, which becomes
its text in the PDF. One without is decoration: it becomes a background, which a PDF marks as no
part of its text.
"""

import re
from base64 import b64encode
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from charter.site_facts import PAINT, ROLES

SVG = "{http://www.w3.org/2000/svg}"
XMLNS = "{http://www.w3.org/2000/xmlns/}xmlns"  # as html5lib reads it; in XML, no name may be so


def read_roles(site: Path) -> str:
    """The style sheets that have the colour of each role, as one text."""
    return "".join((site / file).read_text(encoding="utf-8") for file in ROLES)


def paint(page: Any, roles: str) -> None:
    """Prepare every drawing of a page, given the text of the file with the colour of each role."""
    _walk(page, _light(roles))


def coloured(svg: Any, roles: str) -> None:
    """Give the parts of one drawing the colours of their roles, or of the value's look that its
    class names.
    """
    _colour(svg, _of_look(svg, _light(roles)))


def _light(roles: str) -> dict[str, str]:
    """Each role's first colour in the style sheets: those for dark screens come later."""
    return dict(reversed(re.findall(r"--([\w-]+): (#[0-9a-f]{3,8});", roles)))


def _walk(element: Any, colours: dict[str, str]) -> None:
    """Go down the page; below a value's look, strong and tint are that value's colours."""
    colours = _of_look(element, colours)
    for child in list(element):
        if child.tag == f"{SVG}svg":
            _draw(child, colours)
        elif isinstance(child.tag, str):
            _walk(child, colours)


def _of_look(element: Any, colours: dict[str, str]) -> dict[str, str]:
    for name in element.get("class", "").split():
        look = name.removeprefix("look-")
        if look != name:
            colours = {**colours, "strong": colours[look], "tint": colours[f"{look}-tint"]}
    return colours


def _draw(svg: Any, colours: dict[str, str]) -> None:
    _colour(svg, colours)
    if words := svg.get("aria-label"):
        title = ElementTree.Element(f"{SVG}title")
        title.text = words
        svg.insert(0, title)
    else:
        _make_background(svg)


def _colour(svg: Any, colours: dict[str, str]) -> None:
    svg.set("color", colours.get("strong", "#000"))
    for part in svg.iter():
        for name in part.get("class", "").split():
            if name in PAINT:
                attribute, role = PAINT[name]
                part.set(attribute, colours.get(role, "#fff"))
            if name == "badge-shape":
                part.set("fill", colours["tint"])
                part.set("stroke", colours["strong"])
                part.set("stroke-width", "2.5")


def _make_background(svg: Any) -> None:
    svg.attrib.pop(XMLNS, None)
    drawn = b64encode(ElementTree.tostring(svg)).decode()
    tail, kind = svg.tail, svg.get("class", "")
    svg.clear()
    svg.tail, svg.tag = tail, "span"
    svg.set("class", kind)
    svg.set(
        "style",
        f"display: block; background: url(data:image/svg+xml;base64,{drawn}) center / contain"
        " no-repeat",
    )
