"""Pages of a list: a list that gets long goes on at `case-studies/page/2/`, so that no page grows
with the number of records.
"""

from dataclasses import dataclass
from math import ceil

STORIES = 24  # on a page
SOURCES = 80
LINES = 350  # of the A to Z on a page


def count(length: int, size: int) -> int:
    """How many pages a list has."""
    return max(1, ceil(length / size))


@dataclass(frozen=True)
class ListPage:
    """One page of a list in `folder`, such as `case-studies/`: its number, of so many."""

    folder: str
    number: int
    count: int

    def address(self, number: int) -> str:
        """The address of a page of this list, below the site's root."""
        return self.folder if number == 1 else f"{self.folder}page/{number}/"

    @property
    def links(self) -> list[tuple[str, str]]:
        """Names and addresses of the pages before and after this one, the first and the last."""
        found = {
            "First page": 1 if self.number > 2 else 0,
            "Previous page": self.number - 1,
            "Next page": (self.number + 1) % (self.count + 1),
            "Last page": self.count if self.number < self.count - 1 else 0,
        }
        return [(name, self.address(number)) for name, number in found.items() if number]

    def of(self, name: str) -> dict[str, object]:
        """What the head of a page after the first says. Searches lead to its records themselves."""
        if self.number == 1:
            return {}
        title = f"{name}, page {self.number} of {self.count}"
        return {"title": title, "description": f"{title}: the list goes on here.", "noindex": True}
