"""Do links to other sites still lead somewhere? LinkChecker asks each address; a table says which
hosts it can't ask.
"""

import csv
import datetime
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from lxml import html

from charter.model import Source

TABLE = Path(__file__).parent / "flaky.yml"
# Seconds that a host has to answer.
PATIENCE = 30


@dataclass(frozen=True)
class Flaky:
    """A host whose answers to a machine mean nothing, why, and the last day on which it counts."""

    host: str
    reason: str
    until: datetime.date


@dataclass(frozen=True)
class Answer:
    """What an address answered: whether it leads somewhere, in which words, and whether it sent us
    on.
    """

    address: str
    works: bool
    said: str
    moved: str

    @property
    def host(self) -> str:
        """The host that was asked."""
        return urlsplit(self.address).netloc


def flaky(table: Path = TABLE) -> list[Flaky]:
    """The rows of the table. A row with a missing or unknown field is an error."""
    rows: list[dict[str, Any]] = yaml.safe_load(table.read_text(encoding="utf-8"))
    return [Flaky(**row) for row in rows]


def outside(site: Path) -> dict[str, set[str]]:
    """Each address of another site that a built site links to, without the place on its page, and
    the pages where it stands.
    """
    found = defaultdict(set)
    for file in sorted(site.rglob("*.html")):
        for link in html.document_fromstring(file.read_text(encoding="utf-8")).xpath(
            "//body//a/@href"
        ):
            if urlsplit(link).scheme in ("http", "https"):
                found[link.partition("#")[0]].add(
                    f"/{file.relative_to(site).as_posix().removesuffix('index.html')}"
                )
    return dict(found)


def ask(addresses: list[str], patience: int = PATIENCE) -> list[Answer]:
    """Ask each address, and once more where the first time failed."""
    first = _ask(addresses, patience)
    again = [answer.address for answer in first if not answer.works]
    return [answer for answer in first if answer.works] + (_ask(again, patience) if again else [])


def _ask(addresses: list[str], patience: int) -> list[Answer]:
    # No page is searched for more links, and none is left out because its host asks search engines
    # to.
    options = "--stdin --verbose --no-status --no-robots --recursion-level 0 --output csv/utf-8"
    command = [sys.executable, "-m", "linkcheck", *options.split(), "--timeout", str(patience)]
    done = subprocess.run(
        command,
        input="\n".join(addresses),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    found = [
        Answer(row["urlname"], row["valid"] == "True", row["result"], row["warningstring"])
        for row in csv.DictReader(lines, delimiter=";")
    ]
    if lost := set(addresses) - {answer.address for answer in found}:
        raise RuntimeError(f"LinkChecker did not say what became of {sorted(lost)}:\n{done.stderr}")
    return found


def to_read(answers: list[Answer], sources: list[Source], today: datetime.date) -> list[str]:
    """Sources whose page answered and that nobody has opened yet, each with the line to write once
    somebody has read it there. An answer alone does not say what the page says.
    """
    there = {answer.address for answer in answers if answer.works}
    return [
        f"{source.id}: opened: {today}"
        for source in sources
        if source.read and source.address and source.address.partition("#")[0] in there
    ]


def told(
    answers: list[Answer], pages: dict[str, set[str]], rows: list[Flaky], today: datetime.date
) -> tuple[list[str], list[str]]:
    """What to mend, and what is only worth knowing; each a line for people."""
    excused = {row.host for row in rows}
    asked = {answer.host for answer in answers}
    wrong = [
        f"flaky.yml: the row for {row.host} ran out on {row.until}. Look again"
        for row in rows
        if row.until < today
    ]
    wrong += [
        f"flaky.yml: no link leads to {row.host} any more. Take the row out"
        for row in rows
        if row.host not in asked
    ]
    known: list[str] = []
    for answer in sorted(answers, key=lambda answer: answer.address):
        where = f"{answer.address} (on {', '.join(sorted(pages[answer.address]))})"
        if not answer.works:
            (known if answer.host in excused else wrong).append(f"{where}: {answer.said}")
        elif "301" in answer.moved or "308" in answer.moved:
            known.append(f"{where}: {answer.moved}")
    return wrong, known
