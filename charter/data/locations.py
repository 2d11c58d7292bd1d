"""Where each part of the joined data stood: file, line, and what was typed there."""

from dataclasses import dataclass, field

from charter.data.yaml_reader import Document, Loc
from charter.problems import Problem


def field_name(loc: Loc) -> str:
    """The name of a field for people: `in_practice.families`, without the numbers of list items."""
    return ".".join(str(step) for step in loc if isinstance(step, str))


@dataclass
class SourceMap:
    """A map from a place in the joined data, such as `("pledges", 3, "text")`, to the file that it
    came from.
    """

    folder: str
    documents: dict[Loc, tuple[str, Document]] = field(default_factory=dict)

    def put(self, place: Loc, file: str, document: Document) -> None:
        """Note that everything below `place` came from this file."""
        self.documents[place] = (file, document)

    def put_list(self, place: Loc, file: str, document: Document, count: int) -> None:
        """Note where each record of a list stands, when its list is joined to others from `place`
        on.
        """
        name, first = place[0], int(place[1])
        for index in range(count):
            part = Document(document.value)
            part.lines = {
                loc[1:]: line for loc, line in document.lines.items() if loc[:1] == (index,)
            }
            part.typed = {
                loc[1:]: typed for loc, typed in document.typed.items() if loc[:1] == (index,)
            }
            self.documents[(name, first + index)] = (file, part)

    def problem(self, place: Loc, message: str) -> Problem:
        """A problem at a place, with the line of its field, or of what the field is missing from."""
        file, line, _ = self.find(place)
        return Problem(file, line, field_name(place[len(self._owner(place)) :]), message)

    def find(self, place: Loc) -> tuple[str, int, str | None]:
        """File, line and typed text of a place."""
        owner = self._owner(place)
        if owner not in self.documents:
            return f"{self.folder}/{str(place[0]).replace('_', '-')}.yml", 1, None
        file, document = self.documents[owner]
        inside = place[len(owner) :]
        near = next(
            inside[:n] for n in range(len(inside), -1, -1) if n == 0 or inside[:n] in document.lines
        )
        return file, document.lines.get(near, 1), document.typed.get(inside)

    def _owner(self, place: Loc) -> Loc:
        """The longest beginning of `place` that has a file of its own."""
        return next(
            (place[:n] for n in range(len(place), 0, -1) if place[:n] in self.documents), place[:1]
        )
