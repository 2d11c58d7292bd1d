"""Where each part of the joined data stands: file, line, and what was typed there."""

from dataclasses import dataclass, field

from charter.data.yaml_reader import Document
from charter.model.records import Loc
from charter.problems import Problem


def field_name(loc: Loc) -> str:
    """Name of a field for people: `in_practice.families`, without the numbers of list items."""
    return ".".join(step for step in loc if isinstance(step, str))


@dataclass
class SourceMap:
    """Map from a loc in the joined data, such as `("pledges", 3, "text")`, to the file that it came
    from, and to the loc within that file."""

    folder: str
    owners: dict[Loc, tuple[str, Document, Loc]] = field(default_factory=dict)

    def put(self, loc: Loc, file: str, document: Document, inside: Loc = ()) -> None:
        """Note that everything at `loc` and below came from this file, where it stands `inside`."""
        self.owners[loc] = (file, document, inside)

    def put_again(self, loc: Loc, where: Loc) -> None:
        """Note that what stands at `loc` came from `where` in the data as they were typed."""
        owner = self._owner(where)
        if owner in self.owners:
            file, document, inside = self.owners[owner]
            self.put(loc, file, document, (*inside, *where[len(owner) :]))

    def problem(self, loc: Loc, message: str) -> Problem:
        """A problem at a loc, with the line of its field, or of what the field is missing from."""
        file, line, _ = self.find(loc)
        return Problem(file, line, field_name(loc[len(self._owner(loc)) :]), message)

    def find(self, loc: Loc) -> tuple[str, int, str | None]:
        """File, line and typed text of a loc."""
        owner = self._owner(loc)
        if owner not in self.owners:
            return f"{self.folder}/{str(loc[0]).replace('_', '-')}.yml", 1, None
        file, document, prefix = self.owners[owner]
        inside = (*prefix, *loc[len(owner) :])
        prefixes = (inside[:length] for length in range(len(inside), -1, -1))
        line = next((document.lines[near] for near in prefixes if near in document.lines), 1)
        return file, line, document.typed.get(inside)

    def _owner(self, loc: Loc) -> Loc:
        """Longest prefix of `loc` that came from a file of its own."""
        prefixes = (loc[:length] for length in range(len(loc), 0, -1))
        return next((prefix for prefix in prefixes if prefix in self.owners), loc[:1])
