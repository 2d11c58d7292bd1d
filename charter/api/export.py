"""Export of all open data: JSON files with their schemas, and the Atom feed of changes."""

import datetime
import json
from pathlib import Path
from typing import Any

from charter.api.feed import FEED, atom
from charter.api.feed import PAGE as CHANGES
from charter.api.files import FILES, Head, Index, Listed
from charter.api.public import Context, PublicSchema, public
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
    feed = {FEED: atom(charter, site_url)} if charter.changes else {}
    if not charter.open_data:
        return feed
    context = Context(charter, site_url, today)
    files: dict[str, Head] = {row.file: _file(context, row) for row in rows(charter)}
    files[INDEX] = _index(context, files)
    contents = {name: public(file, context) for name, file in files.items()}
    contents |= {f"schema/{name}": _schema(file) for name, file in files.items()}
    return {
        f"{FOLDER}{name}.json": json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        for name, content in contents.items()
    } | feed


def rows(charter: Charter) -> list[DataFileWords]:
    """The files that this charter has."""
    return [row for row in charter.open_data.files if FILES[row.file].is_there(charter)]


def licence_of(charter: Charter, row: DataFileWords) -> list[str]:
    """What may be done with a file, and what its users have to say; for the area also what the
    makers of the map's data ask for.
    """
    text = charter.open_data.licence(row.licence).text
    return [*text, *charter.area.map.licences] if row.file == "area" and charter.area.map else text


def _file(context: Context, row: DataFileWords) -> Head:
    file = FILES[row.file]
    head = _head(context, row.file, row.name, file.page, licence_of(context.charter, row))
    # The data were checked when they were loaded.
    return file.kind().model_construct(**head, **file.content(context))


def _schema(file: Head) -> dict[str, Any]:
    made = type(file).model_json_schema(mode="serialization", schema_generator=PublicSchema)
    return {"$schema": DIALECT, "$id": file.described_by, **made, "title": file.title}


def _index(context: Context, files: dict[str, Head]) -> Index:
    charter, site = context.charter, context.site
    listed = {row.file: _listed(row, files[row.file]) for row in rows(charter)}
    table = {"address": f"{site}{FOLDER}{TABLE}", "media_type": "text/csv", "described_by": None}
    licence = charter.open_data.licences[0].text
    more = []
    if "progress" in listed:
        more.append(listed["progress"].model_copy(update=table))
    if charter.changes:
        more.append(
            Listed(
                name=charter.changes.title,
                what=charter.changes.introduction[0],
                address=site + FEED,
                media_type="application/atom+xml",
                described_by=None,
                page=site + CHANGES,
                licence=licence,
            )
        )
    head = _head(context, INDEX, charter.open_data.title, PAGE, licence)
    return Index(**head, files=[*listed.values(), *more])


def _listed(row: DataFileWords, file: Head) -> Listed:
    same = {name: getattr(file, name) for name in ("address", "described_by", "page", "licence")}
    return Listed(name=row.name, what=row.what, media_type="application/json", **same)


def _head(context: Context, name: str, title: str, page: str, licence: list[str]) -> dict[str, Any]:
    charter, site = context.charter, context.site
    return {
        "title": title,
        "area": charter.site.area,
        "draft": charter.site.draft_line,
        "draft_date": charter.site.draft_date,
        "draft_version": charter.site.version,
        "format_version": charter.open_data.version,
        "address": _address(site, name),
        "described_by": _address(site, f"schema/{name}"),
        "page": site + page,
        "index": _address(site, INDEX),
        "changelog": f"{site}{PAGE}#changelog",
        "licence": licence,
    }


def _address(site: str, name: str) -> str:
    return f"{site}{FOLDER}{name}.json"
