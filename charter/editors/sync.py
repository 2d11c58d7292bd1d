"""What editors are given beside the data, made from the model and the ids of the data: schemas, and
a page about every field.
"""

from pathlib import Path

from charter.editors import field_reference, json_schema
from charter.model import Charter


def stale(charter: Charter, data: Path) -> dict[Path, str]:
    """The files below `data` that are missing or no longer fit, each with the text that it should
    have.
    """
    wanted = {
        data / file: text
        for file, text in {
            **json_schema.texts(charter),
            field_reference.FILE: field_reference.text(),
        }.items()
    }
    return {
        file: text
        for file, text in wanted.items()
        if not file.is_file() or file.read_text(encoding="utf-8") != text
    }


def sync(charter: Charter, data: Path) -> list[str]:
    """Write those files; tells which."""
    told = []
    for file, text in stale(charter, data).items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        told.append(f"wrote {data.name}/{file.relative_to(data).as_posix()}")
    return told


def made(data: Path, file: Path) -> bool:
    """Whether a file or folder is one of those, so that nobody types in it."""
    return file.is_relative_to(data / json_schema.FOLDER) or file in (
        data / field_reference.FILE,
        data,
    )
