"""The two sides of a terminal."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper

from charter.editors.asking.choices import Choices

PROMPT = "> "


@dataclass(frozen=True)
class Talk:
    """`say` shows a line. `hear` gives the next line typed; pasted text may be several. It raises EOFError when no more is to come."""

    say: Callable[[str], None]
    hear: Callable[[], str]

    def hint(self, *said: str) -> None:
        """Say lines that stand farther in."""
        for line in said:
            self.say(f"  {line}")

    def lines(self) -> str:
        """All that is typed up to an empty line. Pasted text keeps its own empty lines."""
        found = []
        while (line := self.hear()).strip():
            found.append(line)
        return "\n".join(found).strip()

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes; asked again until it is yes or no."""
        self.say(f"\n{question} (yes or no)")
        while True:
            answer = self.hear().strip().lower()
            if answer in ("yes", "y", "no", "n"):
                return answer.startswith("y")
            self.hint('Write "yes" or "no".')

    def choose(self, names: list[str]) -> str:
        """One of the names; asked again until it is one. Where there is only one, nobody is asked."""
        choices = Choices(dict.fromkeys(names, ""))
        self.hint(*choices.offer())
        while len(names) > 1:
            if (chosen := choices.chosen(self.hear().strip())) in names:
                return chosen
            self.hint("Write one of: " + ", ".join(names))
        return names[0]


def terminal() -> Talk:
    """The terminal that this program runs in, or what is piped into it."""
    with suppress(ImportError):  # Windows has none
        import readline  # without it, a terminal cuts a line off after 4,095 bytes

        readline.parse_and_bind("tab: self-insert")  # or pasted tabs would look for files
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            # Bytes that are no text come in as lone surrogates, which the model refuses with a remedy.
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    return Talk(print, lambda: input(PROMPT))
