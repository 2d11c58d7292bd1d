"""Addresses that people were promised and that have changed."""

import datetime
from typing import Annotated

from pydantic import Field

from charter.model.fields import NewAddress, OldAddress, Record, Text


class Moved(Record):
    """An old address (`from` in the file), where it leads now, the day on which that changed, and
    why.
    """

    old: Annotated[OldAddress, Field(alias="from")]
    """The old address, as it stands in addresses.txt, such as /charter/kindness-9/ or
    /charter/#kindness-9.
    """
    to: NewAddress
    """The address on this site where it leads now."""
    since: datetime.date
    """The day on which it changed, without quotes: 2026-11-23."""
    why: Text
    """Why it changed, in a plain sentence."""

    @property
    def page(self) -> str:
        """The page that the old address is or was on, below the site's root: `charter/kindness-9/`."""
        return self.old.partition("#")[0].removeprefix("/")

    @property
    def place(self) -> str:
        """The place on that page: `kindness-9`. Empty, where the whole page has moved."""
        return self.old.partition("#")[2]

    @property
    def files(self) -> tuple[str, str]:
        """The files in `docs/` that an old page may be drawn from. The first is the one that says
        where it went.
        """
        return files_of(self.old)


def files_of(address: str) -> tuple[str, str]:
    """The two files in `docs/` that a page may be drawn from: `area.md` or `area/index.md` for
    `/area/`.
    """
    path = address.partition("#")[0].strip("/")
    return (f"{path}.md", f"{path}/index.md") if path else ("index.md", "index.md")
