"""What can be wrong with the data, told so that an editor can mend it."""

import re
from dataclasses import dataclass

# What consoles take for orders, and what turns the order of letters.
ORDERS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
COPY = re.compile(r"\n(?=    )")
# Letters of a name, and of a message: more is no help.
LONGEST_NAME, LONGEST = 300, 4_000


def in_one_line(text: str, longest: int = LONGEST_NAME) -> str:
    """A text from anywhere, so that a console shows it and does nothing else."""
    shown = ORDERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text[: longest + 1])
    return shown if len(text) <= longest else f"{shown[:longest]}…"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` counts from 1; `field` is empty where the whole file is meant."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{in_one_line(self.file)}, line {self.line}"
        field = f", {in_one_line(self.field)}" if self.field else ""
        # A remedy may be lines to copy, further in; what somebody typed stays on one line.
        lines = (in_one_line(line, LONGEST) for line in COPY.split(self.message[:LONGEST]))
        return f"{where}{field}: " + "\n".join(lines) + "…" * (len(self.message) > LONGEST)


class ProblemsFound(Exception):
    """The data can't be used. Its text lists every problem, one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        heading = f"{count} thing{'s' if count > 1 else ''} to mend:"
        return "\n".join([heading, *(f"  {problem}" for problem in self.problems)])
