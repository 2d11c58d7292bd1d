"""Files in data/ that help editors to type, made from the model alone: JSON Schemas in
`data/schema/` and the field reference `data/FIELDS.md`.
"""

from pathlib import Path

from charter import our_files, project_files
from charter.editors import field_reference, json_schema
from charter.our_folders import Done


def stale(data: Path) -> dict[Path, str]:
    """Files below `data` that are missing or no longer fit the model, each with its new text."""
    wanted = {**json_schema.texts(), field_reference.FILE: field_reference.text()}
    return {
        data / file: text
        for file, text in wanted.items()
        if project_files.read(data / file, data) != text
    }


def sync(data: Path) -> Done:
    """Write those files, where what stands there bears our mark, or git made it of two of ours."""
    texts = stale(data)

    def ours(file: Path, text: str) -> bool:
        return our_files.has_mark(file, text) or our_files.is_joined(text, texts[file])

    written, refused = our_files.write(texts, data, ours)
    return Done(written, refused=refused)
