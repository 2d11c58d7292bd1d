"""The file of shapes as make_shapes.py writes it, and whether a file is one."""

import json
from pathlib import Path
from typing import Any


def text(whole: dict[str, Any]) -> str:
    """The file: one feature a line, so that a change can be read."""
    lines = [f'"{key}":{_json(value)}' for key, value in whole.items() if key != "features"]
    lines.append('"features":[\n' + ",\n".join(map(_json, whole["features"])))
    return "{" + ",\n".join(lines) + "\n]}\n"


def is_as_written(_: Path, found: str) -> bool:
    """Whether a file holds nothing but what is written here, in the way in which it is."""
    try:
        return text(json.loads(found)) == found
    except (ValueError, TypeError, LookupError, AttributeError):
        return False


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
