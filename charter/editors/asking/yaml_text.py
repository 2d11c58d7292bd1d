"""Records as YAML that people can read and go on editing, and small changes to files that leave all else as it was."""

import re
from typing import Any

import yaml

from charter.data import yaml_reader

# Lines get about as long as those that people write in data/.
WIDTH = 110


class _Writer(yaml.SafeDumper):
    """Lists start farther in than the name above them, as everywhere in data/."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if "\n" in text:
        style = "|"
    elif len(text) > WIDTH and "  " not in text and text == text.strip():
        style = ">"  # only where lines can be broken and joined again without loss
    elif re.fullmatch(r"[\d.:-]+", text):
        style = '"'  # nobody should have to know which of these YAML takes for text
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style)


_Writer.add_representer(str, _text)


def record(fields: dict[str, Any]) -> str:
    """One record as a file of its own would hold it. `strict_yaml` reads the same from it."""
    return yaml.dump(fields, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=WIDTH)


def with_item(text: str, fields: dict[str, Any]) -> str:
    """A file that is a list, with one more record at its end."""
    return (
        text.rstrip("\n")
        + "\n"
        + yaml.dump([fields], Dumper=_Writer, sort_keys=False, allow_unicode=True, width=WIDTH)
    )


def with_fields(text: str, index: int, after: str, fields: dict[str, Any]) -> str:
    """A file that is a list, where the record at `index` has these fields in place of its field `after`, which fills one line."""
    line = yaml_reader.read(text.encode()).lines[(index, after)] - 1
    lines = text.splitlines(keepends=True)
    before = lines[line][: lines[line].index(after)]
    put = record(fields).splitlines(keepends=True)
    lines[line : line + 1] = [before + put[0], *(" " * len(before) + each for each in put[1:])]
    return "".join(lines)


def with_last(text: str, index: int, name: str, more: list[str]) -> str:
    """A file that is a list, where the list `name` of the record at `index` has more items at its end."""
    document = yaml_reader.read(text.encode())
    last = max(line for path, line in document.lines.items() if path[:2] == (index, name))
    if last == document.lines[(index, name)]:  # all in brackets
        there: Any = document.value
        return with_fields(text, index, name, {name: [*there[index][name], *more]})
    lines = text.splitlines(keepends=True)
    start = re.match(r"\s*-\s+", lines[last - 1])
    prefix = start[0] if start else "    - "
    lines[last - 1] = lines[last - 1].rstrip("\n") + "\n"
    lines[last:last] = [f"{prefix}{item}\n" for item in more]
    return "".join(lines)
