"""What checks each criterion of the guidelines, and the table of it in HACKING.md: make criteria."""

from collections import Counter
from dataclasses import dataclass

from a11y.checks import checks
from a11y.faults import faults
from charter.model import Criterion
from tests.project import ROOT, charter

HACKING = ROOT / "HACKING.md"
REMEDY = "The table of criteria in HACKING.md is old. Run: make criteria"
START, END = "<!-- criteria: made by make criteria -->\n", "<!-- end of criteria -->"
HEADINGS = """
| Criterion | Level | Checked by | Planted faults | A person still has to look |
|---|---|---|---|---|
"""
A_PERSON = {"met": "no", "a person has to look": "yes", "does not apply": "does not apply"}

# What checks a criterion, where it is not one of those in a11y/checks/ that name it.
ALSO_CHECKED_BY = {
    "1.3.5": "test_criteria.py",
    "3.1.4": "test_reading.py",
    "3.1.5": "test_reading.py",
    "3.3.1": "test_area_postcode_box.py",
    "4.1.3": "test_keyboard.py",
}


@dataclass(frozen=True)
class Nowhere:
    """A thing that makes some criteria apply, or fail: what betrays it, and an example that it must
    be found in.
    """

    what: str
    criteria: tuple[str, ...]
    sign: str
    example: str


# What is nowhere on the site, in page, style and script, so that these criteria are met or do not
# apply.
NOWHERE = [
    Nowhere(
        "sound or film",
        ("1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.4.2"),
        r"<(audio|video|iframe|object|embed|canvas|track)\b|speechSynthesis|AudioContext|new"
        r" Audio\b",
        "<video src=x>",
    ),
    Nowhere(
        "a way of holding the screen",
        ("1.3.4",),
        r"\(\s*orientation|orientation\.lock",
        "@media (orientation: landscape) {",
    ),
    Nowhere(
        "a picture that is not drawn",
        ("1.4.5",),
        r"<(img|picture|image)\b|\.(png|jpe?g|gif|webp)\b",
        "url(words.png)",
    ),
    Nowhere(
        "a limit of time",
        ("2.2.1", "2.2.3"),
        r"http-equiv=.?refresh|setInterval",
        '<meta http-equiv="refresh" content="9">',
    ),
    Nowhere(
        "anything that moves or flashes",
        ("2.2.2", "2.3.1", "2.3.2", "2.3.3"),
        r"<(marquee|blink|animate\w*|set)\b|(animation|transition)(-[a-z]+)*\s*:|@keyframes|requestAnimationFrame|\.animate\(",
        "p { animation-name: blink }",
    ),
    Nowhere(
        "a gesture",
        ("2.5.1", "2.5.7"),
        r"touch(start|move|end)|pointer(move|down|up)|\bmouse(move|down|up)|drag(start|end|over)|draggable",
        'addEventListener("touchmove", swipe)',
    ),
    Nowhere(
        "something done on the way down",
        ("2.5.2",),
        r"\b(on)?(mouse|pointer)down|touchstart",
        "<button onmousedown=go()>",
    ),
    Nowhere(
        "shaking",
        ("2.5.4",),
        r"devicemotion|deviceorientation|Accelerometer|Gyroscope",
        "ondevicemotion = undo",
    ),
    Nowhere(
        "something done when reached",
        ("3.2.1",),
        r"\bonfocus|[\"'](focus|focusin)[\"']",
        'addEventListener("focus", go)',
    ),
    Nowhere(
        "a log-in",
        ("3.3.8",),
        r"type=.?password|current-password|navigator\.credentials",
        '<input type="password">',
    ),
]


def checked_by(number: str) -> list[str]:
    """The checks of pages that judge a criterion, and the tests that do."""
    found = [check.name for check in checks() if number in check.criteria]
    if any(number in thing.criteria for thing in NOWHERE):
        found.append("`test_criteria.py`")
    if (ROOT / "tests" / ALSO_CHECKED_BY.get(number, "none")).exists():
        found.append(f"`{ALSO_CHECKED_BY[number]}`")
    return found


def with_table(text: str) -> str:
    """A text with the table as it should be now, between its two marks."""
    planted = Counter(number for fault in faults() for number in fault.criteria)
    rows = "".join(
        _row(criterion, planted[criterion.number]) for criterion in charter().wcag.criteria
    )
    before, rest = text.split(START)
    return f"{before}{START}{HEADINGS}{rows}\n{END}{rest.split(END)[1]}"


def _row(criterion: Criterion, planted: int) -> str:
    by = ", ".join(dict.fromkeys(checked_by(criterion.number))) or "people only"
    return (
        f"| {criterion.number} {criterion.name} | {criterion.level} | {by} | {planted or ''} |"
        f" {A_PERSON[criterion.state]} |\n"
    )


if __name__ == "__main__":
    HACKING.write_text(with_table(HACKING.read_text(encoding="utf-8")), encoding="utf-8")
