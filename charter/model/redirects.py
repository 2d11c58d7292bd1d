"""Addresses that people were promised and that have changed."""

import datetime
import re
from typing import Annotated

from pydantic import AfterValidator, Field

from charter.model.fields import DEVICES, Text, shaped
from charter.model.records import Record


def _a_page_can_answer(address: str) -> str:
    if address == "/":
        raise ValueError("this is the home page, which cannot move")
    if address.startswith("/") and re.search(r"/[^/#]+\.[^/#]+$", address):
        raise ValueError(
            f'"{address}" is a file, and no page can stand in its place. Take this entry out, and'
            " put the file back"
        )
    if devices := DEVICES & set(address.partition("#")[0].split("/")):
        raise ValueError(f'"{min(devices)}" is a name that Windows keeps for itself. Take it out')
    return address


NewAddress = Annotated[
    str,
    shaped(
        r"/([a-z0-9-]+/)*(#[a-z0-9-]+|[a-z0-9-]+\.[a-z]+)?",
        "/charter/kindness-1/ or /charter/#kindness-1 (an address of this site that starts with a"
        " slash)",
    ),
]
OldAddress = Annotated[
    str,
    AfterValidator(_a_page_can_answer),
    shaped(
        r"/([a-z0-9-]+/)*(#[a-z0-9-]+)?",
        "/charter/kindness-9/ for a page, or /charter/#kindness-9 for a place on a page",
    ),
]


class Moved(Record):
    """An old address (`from` in the file), where it leads now, the day on which that changed, and
    why."""

    old: Annotated[OldAddress, Field(alias="from")]
    """The old address, as it stands in addresses.txt, such as /charter/kindness-9/ or
    /charter/#kindness-9."""
    to: NewAddress = Field(description="The address on this site where it leads now.")
    since: datetime.date
    """The day on which it changed, without quotes: 2026-11-23."""
    why: Text = Field(description="Why it changed, in a plain sentence.")

    @property
    def page(self) -> str:
        """The page the old address is or was on, below the site's root: `charter/kindness-9/`."""
        return self.old.partition("#")[0].removeprefix("/")

    @property
    def place(self) -> str:
        """The place on that page: `kindness-9`. Empty, where the whole page has moved."""
        return self.old.partition("#")[2]

    @property
    def files(self) -> tuple[str, str]:
        """The files in `docs/` that an old page may be drawn from. The first is the one that says
        where it went."""
        return files_of(self.old)


def files_of(address: str) -> tuple[str, str]:
    """The two files in `docs/` that a page may be drawn from: `area.md` or `area/index.md` for
    `/area/`."""
    path = address.partition("#")[0].strip("/")
    return (f"{path}.md", f"{path}/index.md") if path else ("index.md", "index.md")
