"""The table of answers as open data, made from finished pages: its figures are those that people
read, and nothing more.

A page marks a table for it by an attribute: the value's id, the pledge's id and the quarter. Each
of its rows has a name, how many answers there are, and the numbers below the table's headings. One
that reaches over two headings counts for both.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from charter.site_facts import ANSWERS_TABLE
from publish.site import Site, text_of

FILE = Path("api/v1/progress.csv")
NUMBERS = ("answers", "yes", "partly", "no", "partly or no")
COLUMNS = ("value", "pledge", "quarter", "who", *NUMBERS)

Record = dict[str, str]


def write(site: Site) -> None:
    """Write a line for each row of the marked tables of all pages, each once."""
    found = [row for page in site.pages.values() for row in rows(page.tree)]
    each = {tuple(row[column] for column in COLUMNS[:4]): row for row in found}
    (site.folder / FILE).parent.mkdir(parents=True, exist_ok=True)
    with (site.folder / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(each[key] for key in sorted(each))


def rows(tree: Any) -> list[Record]:
    """The rows of a page's marked tables, by column; an empty text is a number that the page does
    not show.
    """
    return [row for table in tree.xpath(f"//table[@{ANSWERS_TABLE}]") for row in _rows(table)]


def _rows(table: Any) -> Iterator[Record]:
    headings = [text_of(cell).lower() for cell in table.xpath(".//th[@scope='col']")]
    mark = dict(zip(COLUMNS, table.get(ANSWERS_TABLE).split(","), strict=False))
    for row in table.xpath(".//tr[th[@scope='row']]"):
        name, answers, _ = re.split(r"(\d+|$)", text_of(row.find("th")), maxsplit=1)
        record = dict.fromkeys(COLUMNS, "") | mark
        record |= {"who": name.strip().lower(), "answers": answers}
        column = 1
        for cell in row.findall("td"):
            span = int(cell.get("colspan") or 1)
            if number := re.match(r"\d+", text_of(cell)):
                record[" or ".join(headings[column : column + span])] = number[0]
            column += span
        yield record
