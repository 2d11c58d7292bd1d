"""Do the words fit their sheet? And if not: by how many lines, and which of them grew?

`python -m publish.pdf.fit` notes how long each wording on the built site is. It is run when all
sheets fit.
Boxes of the class `fits` have a least height, which is all the height that there is.
"""

import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# One wording a line: how many letters it had when all fitted, the page, the file and the field.
FITTED = Path("data/fitted.txt")


@dataclass(frozen=True)
class Excess:
    """What a sheet is asked to hold too much: in CSS pixels, and in lines of its text."""

    pixels: float
    lines: int


def over(pages: Any) -> Excess | None:
    """How much the fullest box of these laid-out pages is over its height; nothing, where all fits."""
    boxes = [box for page in pages for box in _below(page._page_box)]
    fixed = [box for box in boxes if "fits" in _classes(box)]
    pixels = max(
        (box.border_height() - box.style["min_height"].value for box in fixed), default=0.0
    )
    if pixels < 0.5:
        return None
    lines = Counter(round(box.height, 1) for box in boxes if type(box).__name__ == "LineBox")
    return Excess(pixels, math.ceil(pixels / lines.most_common(1)[0][0]))


def told(page: str, excess: Excess | None, sheets: int, tree: Any, fitted: Path) -> str:
    """The message for an editor: how much is too much, and the wordings that grew most since all
    fitted.
    """
    by = (
        f"{excess.lines} line{'s' if excess.lines > 1 else ''} too long"
        if excess
        else f"{sheets} sheets long"
    )
    before = {
        name: int(letters) for letters, name in (line.split(" ", 1) for line in _noted(fitted))
    }
    now = lengths(page, tree)
    grown = sorted(
        (
            (now[name] - before.get(name, 0), name)
            for name in now
            if now[name] > before.get(name, 0)
        ),
        reverse=True,
    )
    lines = [
        f"The words of {page} do not fit: they are {by}. Nothing is cut off or made smaller, so"
        " please say it in fewer words."
    ]
    for letters, name in grown[:3]:
        kind = "longer than when all fitted" if name in before else "new"
        lines.append(f"  {name.removeprefix(page + ' ')}: {letters} letters {kind}")
    if not grown:
        lines.append(
            "  No wording grew since all fitted: look for a change in templates, styles or fonts."
        )
    return "\n".join(lines)


def lengths(page: str, tree: Any) -> Counter[str]:
    """Letters of each wording on a page, by page, file and field; a field with several texts counts
    as one.
    """
    found: Counter[str] = Counter()
    for element in tree.iter():
        if isinstance(element.tag, str) and (name := element.get("data-from")):
            found[f"{page} {name}"] += len(" ".join("".join(element.itertext()).split()))
    return found


def _noted(fitted: Path) -> list[str]:
    return fitted.read_text(encoding="utf-8").splitlines() if fitted.exists() else []


def _classes(box: Any) -> list[str]:
    return [] if box.element is None else box.element.get("class", "").split()


def _below(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", []):
        yield from _below(child)


def _note(site: Path) -> int:
    import tinyhtml5

    found: Counter[str] = Counter()
    for file in site.rglob("index.html"):
        page = f"/{file.parent.relative_to(site).as_posix()}/"
        found += lengths(
            page, tinyhtml5.parse(file.read_text(encoding="utf-8"), namespace_html_elements=False)
        )
    FITTED.write_text(
        "".join(f"{found[name]} {name}\n" for name in sorted(found)), encoding="utf-8"
    )
    print(f"The lengths of {len(found)} wordings are noted.")
    return 0


if __name__ == "__main__":
    sys.exit(_note(Path("site")))
