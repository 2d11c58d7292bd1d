"""What can be chosen as an answer: records of one kind, pages, or certain words."""

from collections.abc import Callable
from dataclasses import dataclass

# A longer list is shown only to those who ask for it.
SHORT_LIST = 25
SHOW = "?"
NEW = "new"


@dataclass(frozen=True)
class Choices:
    """Names to choose from, each with what it is called. `more` makes a new record on the spot, and gives its id."""

    names: dict[str, str]
    more: Callable[[], str] | None = None

    def offer(self) -> list[str]:
        """What is said before the answer."""
        how = "Write a number or a name."
        if len(self.names) > SHORT_LIST:
            return [
                f'There are {len(self.names)}. Write "{SHOW}" to see them all. {how}',
                *self._new(),
            ]
        return [*self.all(), how, *self._new()]

    def all(self) -> list[str]:
        """All names, with the numbers that stand for them."""
        return [
            f"{number:3}  {name}{f': {words}' if words else ''}"
            for number, (name, words) in enumerate(self.names.items(), 1)
        ]

    def chosen(self, typed: str) -> str:
        """The name that an answer means, or just what was typed."""
        if typed == NEW and self.more:
            return self.more()
        return dict(enumerate(self.names, 1)).get(int(typed), typed) if typed.isdecimal() else typed

    def _new(self) -> list[str]:
        return [f'Not in the list? Write "{NEW}" to add it.'] if self.more else []
