"""Export of all open data: JSON files with their schemas, and the Atom feed of changes."""

import datetime
import json
from pathlib import Path
from typing import Any

from charter.api.contents import FILES, Given
from charter.api.feed import FEED, atom
from charter.api.feed import PAGE as CHANGES
from charter.api.files import Head, IndexFile, Listed
from charter.model import Charter, DataFileWords

FOLDER = "api/v1/"
PAGE = "formats/data/"
INDEX = "index"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# publish/files/progress_csv.py makes it from the finished pages.
TABLE = "progress.csv"


def export(charter: Charter, site_url: str, today: datetime.date, to: Path) -> None:
    """Write all files of open data into the folder of a built site. `site_url` ends with a slash;
    `today` decides which quarters of answers are over.
    """
    for address, text in texts(charter, site_url, today).items():
        file = to / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def texts(charter: Charter, site_url: str, today: datetime.date) -> dict[str, str]:
    """The text of each file by its address below the site's root. The same data give the same
    bytes.
    """
    given = Given(charter, site_url, today)
    words = given.charter.open_data.files
    built = {row.file: _file(given, row) for row in words} | {INDEX: _index(given)}
    found = {
        f"{FOLDER}{name}.json": _text(file.model_dump(mode="json")) for name, file in built.items()
    }
    found |= {
        f"{FOLDER}schema/{name}.json": _text(schema(given.site, name, type(file)))
        for name, file in built.items()
    }
    return {**found, FEED: atom(given.charter, given.site)}


def licence_of(charter: Charter, row: DataFileWords) -> list[str]:
    """What may be done with a file, and what its users have to say; for the area also what the
    makers of the map's data ask for.
    """
    text = charter.open_data.licence(row.licence).text
    return [*text, *charter.area.map.licences] if row.file == "area" and charter.area.map else text


def schema(site: str, name: str, shape: type[Head]) -> dict[str, Any]:
    """The JSON Schema of a file."""
    made = shape.model_json_schema(mode="serialization")
    return {"$schema": DIALECT, "$id": _address(site, f"schema/{name}"), **made}


def _file(given: Given, row: DataFileWords) -> Head:
    file = FILES[row.file]
    head = _head(
        given, row.file, row.name, f"{given.site}{file.page}", licence_of(given.charter, row)
    )
    return file.shape.model_validate({**head, **file.content(given)})


def _index(given: Given) -> IndexFile:
    charter, site = given.charter, given.site
    first = charter.open_data.licences[0]
    listed = [_listed(given, row) for row in charter.open_data.files]
    of_progress = next(each for each in listed if each.address == _address(site, "progress"))
    table = {"address": f"{site}{FOLDER}{TABLE}", "media_type": "text/csv", "described_by": None}
    changes = Listed(
        name=charter.changes.title,
        what=charter.changes.introduction[0],
        address=site + FEED,
        media_type="application/atom+xml",
        described_by=None,
        page=site + CHANGES,
        licence=first.text,
    )
    head = _head(given, INDEX, charter.open_data.title, site + PAGE, first.text)
    return IndexFile.model_validate(
        {**head, "files": [*listed, of_progress.model_copy(update=table), changes]}
    )


def _listed(given: Given, row: DataFileWords) -> Listed:
    return Listed(
        name=row.name,
        what=row.what,
        address=_address(given.site, row.file),
        media_type="application/json",
        described_by=_address(given.site, f"schema/{row.file}"),
        page=f"{given.site}{FILES[row.file].page}",
        licence=licence_of(given.charter, row),
    )


def _head(given: Given, name: str, title: str, page: str, licence: list[str]) -> dict[str, object]:
    charter, site = given.charter, given.site
    return {
        "title": title,
        "area": charter.site.area,
        "draft": charter.site.draft_line,
        "draft_date": charter.site.draft_date,
        "draft_version": charter.site.version,
        "format_version": charter.open_data.version,
        "address": _address(site, name),
        "described_by": _address(site, f"schema/{name}"),
        "page": page,
        "index": _address(site, INDEX),
        "changelog": f"{site}{PAGE}#changelog",
        "licence": licence,
    }


def _address(site: str, name: str) -> str:
    return f"{site}{FOLDER}{name}.json"


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
