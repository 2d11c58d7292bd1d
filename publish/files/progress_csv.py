"""Open data: `charter/` writes all that comes from the data, and the table of answers is made from
finished pages.

So its figures are those that people read, and nothing more. A page marks a table for a feed by
`data-row`: the value's id,
the pledge's id and the quarter. Each of its rows has a name, how many answers there are, and below
the table's headings the
numbers. One that reaches over two headings counts for both.
"""

import csv
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from publish import links

FILE = Path("api/v1/progress.csv")
MARK = "data-row"
NUMBERS = ("answers", "yes", "partly", "no", "partly or no")
COLUMNS = ("value", "pledge", "quarter", "who", *NUMBERS)

Record = dict[str, str]


def export(project: Path, site: Path) -> list[str]:
    """Have `charter/` write open data and drawings for previews into a built site. Returns what
    keeps it from doing so, line by line.
    """
    command = [
        sys.executable,
        "-m",
        "charter",
        "export",
        "--project",
        str(project),
        "--site",
        links.home(site),
        str(site),
    ]
    done = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True)
    return done.stderr.splitlines() if done.returncode else []


def write_progress(site: Path) -> None:
    """Write `api/v1/progress.csv` into a built site: a line for each row of the marked tables of
    all its pages, each once.
    """
    found = [
        row
        for page in sorted(site.rglob("index.html"))
        for row in rows(page.read_text(encoding="utf-8"))
    ]
    each = {tuple(row[column] for column in COLUMNS[:4]): row for row in found}
    (site / FILE).parent.mkdir(parents=True, exist_ok=True)
    with (site / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(each[key] for key in sorted(each))


def rows(html: str) -> list[Record]:
    """The rows of a page's marked tables, by column; an empty text is a number that the page does
    not show.
    """
    if MARK not in html:
        return []
    reader = _Tables()
    reader.feed(html)
    return reader.found


class _Tables(HTMLParser):
    """Collects the rows of marked tables. `column` counts the headings that a row has passed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Record] = []
        self.headings: list[str] = []
        self.mark: list[str] = []
        self.row: Record = {}
        self.column = 0
        self.span = 1
        self.scope = ""
        self.text: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self.headings = []
            self.mark = (given.get(MARK) or "").split(",") if MARK in given else []
        elif tag == "tr":
            self.row, self.column = {}, 0
        elif tag in ("th", "td"):
            self.text, self.scope, self.span = (
                "",
                given.get("scope") or "",
                int(given.get("colspan") or 1),
            )

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self._end_cell()
        elif tag == "tr" and self.mark and "who" in self.row:
            self.found.append(
                {
                    **dict.fromkeys(COLUMNS, ""),
                    **dict(zip(COLUMNS, self.mark, strict=False)),
                    **self.row,
                }
            )

    def _end_cell(self) -> None:
        said = " ".join((self.text or "").split())
        self.text = None
        if self.scope == "col":
            self.headings.append(said.lower())
        elif self.scope == "row":
            name, number, _ = re.split(r"(\d+|$)", said, maxsplit=1)
            self.row |= {"who": name.strip().lower(), "answers": number}
        elif number := re.match(r"\d+", said):
            self.row[" or ".join(self.headings[self.column : self.column + self.span])] = number[0]
        self.column += self.span
