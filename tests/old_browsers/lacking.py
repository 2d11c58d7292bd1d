"""A copy of the site as a browser reads it that lacks a feature: its names in styles, scripts and
attributes become names that nobody knows, so that no use and no question about it is left.
"""

import re
import shutil
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

PROBE = Path(__file__).with_name("probe.html")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
NEVER = r"(?!)"
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Lacking:
    """Features that a copy is read without. `names` finds their names."""

    features: Set[str]
    names: str
    style: str = ""


HAS = Lacking({":has()"}, r"(?<=:)has(?=\()")
ANCHORS = Lacking(
    {"anchor positioning"},
    r"position-area|position-anchor|position-try|anchor-name|anchor-scope|anchor-size|"
    r"\banchor(?=\()",
)
SCROLL_ANCHORING = Lacking(
    {"scroll anchoring"}, NEVER, "html, html * { overflow-anchor: none !important }"
)
# As in Safari before version 17, which never had scroll anchoring either.
POPOVER = Lacking(
    {"popover", "scroll anchoring", "anchor positioning"},
    f"(?i:popover)|{ANCHORS.names}",
    SCROLL_ANCHORING.style,
)
NOTHING = Lacking(set(), NEVER)


def without(feature: Lacking, text: str) -> str:
    """A style sheet, a script or a tag that uses a feature, as it is read without."""
    return re.sub(feature.names, lambda found: f"lacking{found[0][::-1]}", text)


def page_without(feature: Lacking, page: str, first: str) -> str:
    """A page without a feature, with something put before all else in its head. Its policy would
    refuse that, and styles that are changed.
    """
    parts = re.split(f"({STYLE.pattern})", page, flags=re.DOTALL)
    read = "".join(
        without(feature, part)
        if STYLE.match(part)
        else TAG.sub(lambda tag: without(feature, tag[0]), part)
        for part in parts
    )
    return POLICY.sub(lambda _: f"{first}<style>{feature.style}</style>", read, count=1)


def copy_without(feature: Lacking, site: Path, to: Path, script: str) -> None:
    """Copy a built site, as it is read without a feature, and with a script that runs first. The
    page `probe/` beside its pages shows what is left.
    """
    shutil.copytree(site, to)
    (to / "probe").mkdir()
    shutil.copy(PROBE, to / "probe" / "index.html")
    for file in to.rglob("*"):
        if file.suffix == ".html":
            page = file.read_text(encoding="utf-8")
            text = page_without(feature, page, f"<script>{script}</script>")
        elif file.suffix in (".css", ".js"):
            text = without(feature, file.read_text(encoding="utf-8"))
        else:
            continue
        file.write_text(text, encoding="utf-8")
