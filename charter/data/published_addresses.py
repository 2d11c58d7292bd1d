"""No link dies in silence: addresses that were promised, in `data/addresses.txt`, against those
that `data/moved.yml` says have moved.

A place on a page that disappears is seen on the finished site only: see publish/gates/addresses.py
and publish/gates/links.py."""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from charter.model import Moved
from charter.model.records import Loc
from charter.model.redirects import files_of
from charter.problems import Problem
from charter.project_files import lines_of_program

# Below data/: one address a line, which a program adds to.
ADDRESSES = "addresses.txt"
FILE = "data/moved.yml"


def promised(data: Path) -> list[str]:
    """Every promised address; a new project has promised nothing yet.

    Raises:
        ProblemsFound: the list is damaged.
    """
    return lines_of_program(data / ADDRESSES, data)


def mistakes(moved: Sequence[Moved], addresses: Sequence[str]) -> Iterator[tuple[Loc, str]]:
    """What is wrong with the list of what has moved: where, and what to do."""
    leads = {entry.old: entry.to for entry in moved}
    for index, entry in enumerate(moved):
        if addresses and entry.old not in addresses:
            yield ("moved", index, "from"), _never_promised(entry.old, addresses)
        if message := _leads_on(entry, leads):
            yield ("moved", index, "to"), message


def _never_promised(address: str, addresses: Sequence[str]) -> str:
    near = get_close_matches(address, addresses, n=1)
    remedy = f'Did you mean "{near[0]}"?' if near else "Take this entry out"
    return (
        f'"{address}" was never an address of this site: it does not stand in data/{ADDRESSES}.'
        f" {remedy}"
    )


def _leads_on(entry: Moved, leads: dict[str, str]) -> str:
    """What is wrong with an entry that leads to what has moved itself; nothing, where it leads to
    its end."""
    steps = [entry.old]
    end = entry.to
    while (after := _after(end, leads)) and end not in steps:
        steps.append(end)
        end = after
    if end in steps or end.partition("#")[0] == entry.old:
        return (
            f"this leads round in a circle: {' to '.join([*steps, end])}. Write an address that is"
            " there"
        )
    return (
        f'"{entry.to}" has moved itself. Write where that leads in the end: {end}'
        if end != entry.to
        else ""
    )


def _after(address: str, leads: dict[str, str]) -> str:
    """Where an address leads: a place on a page that has moved leads where the page does."""
    return leads.get(address) or leads.get(address.partition("#")[0], "")


def lost_pages(
    moved: Sequence[Moved], addresses: Sequence[str], pages: Collection[str]
) -> list[Problem]:
    """The promised pages that are none of `pages`, and that nobody says have moved."""
    known = {*(entry.old for entry in moved), *(f"/{page}" for page in pages)}
    lost = [address for address in addresses if address.endswith("/") and address not in known]
    return [Problem(f"docs/{files_of(address)[0]}", 1, "", _lost(address)) for address in lost]


def _lost(address: str) -> str:
    return (
        f"this page is gone, and people have links to {address}. Put it back. Or write this into"
        f" {FILE}, and fill in where it went (an address such as /charter/), since what day, and"
        f' why\n    - from: {address}\n      to: ""\n      since: ""\n      why: ""'
    )
