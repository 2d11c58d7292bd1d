"""What stands in a file of data, read by nobody's rules but YAML's own: each field, and where in the text it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

Path = tuple[str | int, ...]
DEEPEST = 100
QUOTED = ("'", '"', "|", ">")


@dataclass(frozen=True)
class Part:
    """A field or an item of a list: the place of its name and of its value in the text, counted in characters.

    An item of a list has no name, and begins where its value does. `inside` is the place of what it stands in.
    """

    path: Path
    start: int
    end_of_name: int
    value: int
    end: int
    column: int
    kind: str  # scalar, map or list
    text: str
    in_brackets: bool
    quoted: bool

    @property
    def is_field(self) -> bool:
        """Whether it has a name, and is not just an item of a list."""
        return isinstance(self.path[-1], str)


def parts(text: str) -> list[Part]:
    """Every field and item of a text in YAML or JSON, in their order; none where it is not YAML.

    Raises:
        yaml.YAMLError: it is not.
    """
    _refuse_endless(text)
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    return list(_below(text, root, (), False)) if root is not None else []


def _refuse_endless(text: str) -> None:
    """What would never end, or run out of room: a thing that stands for others, and a hundred brackets in each other."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if depth > DEEPEST or isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("too deep, or with an alias")


def _below(text: str, node: yaml.Node, path: Path, in_brackets: bool) -> Iterator[Part]:
    in_brackets = in_brackets or (isinstance(node, yaml.CollectionNode) and bool(node.flow_style))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            here = (*path, str(name.value))
            yield _part(text, here, name, value, in_brackets)
            yield from _below(text, value, here, in_brackets)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield _part(text, (*path, index), None, value, in_brackets)
            yield from _below(text, value, (*path, index), in_brackets)


def _part(
    text: str, path: Path, name: yaml.Node | None, value: yaml.Node, in_brackets: bool
) -> Part:
    first = name or value
    kinds = {yaml.MappingNode: "map", yaml.SequenceNode: "list", yaml.ScalarNode: "scalar"}
    return Part(
        path,
        first.start_mark.index,
        first.end_mark.index if name else first.start_mark.index,
        value.start_mark.index,
        value.start_mark.index + len(text[value.start_mark.index : value.end_mark.index].rstrip()),
        first.start_mark.column,
        kinds[type(value)],
        str(value.value) if isinstance(value, yaml.ScalarNode) else "",
        in_brackets,
        isinstance(value, yaml.ScalarNode) and value.style in QUOTED,
    )


def texts(text: str) -> Iterator[tuple[Path, str]]:
    """Every value that is one text, with its path. A field that stands twice is given twice."""
    return ((part.path, part.text) for part in parts(text) if part.kind == "scalar")
