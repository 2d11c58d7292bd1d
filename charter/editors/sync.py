"""Files in data/ that help editors to type, made from the model alone: JSON Schemas in
`data/schema/` and the field reference `data/FIELDS.md`.
"""

from pathlib import Path

from charter.editors import field_reference, json_schema


def stale(data: Path) -> dict[Path, str]:
    """Files below `data` that are missing or no longer fit the model, each with its new text."""
    wanted = {**json_schema.texts(), field_reference.FILE: field_reference.text()}
    return {
        data / file: text
        for file, text in wanted.items()
        if not (data / file).is_file() or (data / file).read_text(encoding="utf-8") != text
    }


def sync(data: Path) -> list[str]:
    """Write those files; tells which."""
    told = []
    for file, text in stale(data).items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        told.append(f"wrote {data.name}/{file.relative_to(data).as_posix()}")
    return told
